# Import of files of facts.
import-fault-too-large = The file is too large. A file of facts may have at most 32 million characters, a file for the site at most one million.
import-fault-not-json = The file is not JSON: fault on line { $line }, character { $column }.
import-fault-not-an-object = There must be a record in braces here.
import-fault-not-a-list = There must be a list here.
import-fault-not-a-text = There must be a text here that is not empty.
import-fault-not-a-number = There must be an exact number here, such as 84.5.
import-fault-not-a-year = There must be a year here, between 1600 and 2999.
import-fault-not-a-date = There must be a day here, such as 2018-10-25, 2018-10 or 2018.
import-fault-not-a-period = There must be a period here, such as 2018, 2017/18, 2018-12 or 2018 D1.
import-fault-not-an-address = The address must begin with https:// or http://, have a host, and be without spaces, hidden characters and user names.
import-fault-not-among = The word is not one of those that may stand here: { $allowed }.
import-fault-unknown-reference = What the record refers to is not in the file.
import-fault-twice = Another record already has the same id or the same period.
import-fault-key-twice = The field stands twice in the same record. Keep one of them.
import-fault-not-a-municipality-code = The code of a municipality is four digits, for example 0484.
import-fault-control-character = The text or the name of the field holds a control character, or a mark that turns the reading direction. Remove it.
import-fault-too-long = The text is too long. Names, titles and ids may have at most 500 characters, other texts at most 20,000.
import-reason-no-place = this version has no place for it
import-reason-of-the-page = tells how a page that was read is made, and nothing about the municipality
import-reason-of-the-file = tells how the file was made, and nothing about the municipality
import-reason-no-source = no source
import-reason-not-yet = about a time that has not been yet
import-reason-not-in-the-file = what the record is about is not in the file
import-reason-conflict = another record says something else about the same
import-reason-repeated = another record has already said it
import-reason-no-reason = a verdict without a reason is not shown
import-reason-no-year = a decision without a year is not shown
import-summary = { $taken } records were taken and { $reported } are reported. { $events } events were written.
import-nothing = Everything in the file was already there. Nothing changed.
import-faulty = { $count ->
    [one] The file has one fault. Nothing was taken.
   *[other] The file has { $n } faults. Nothing was taken.
}
import-more-faults = { $n } more faults are not shown.
