# Service notices, the contact centre, page owners and the question about the page.

refusal-ends-before-it-starts = It ends before it begins.
refusal-notice-already-over = The end has already passed. Give a later time or none at all.
refusal-hours-upside-down = The hours end before they begin, or the days stand in the wrong order.
refusal-hours-overlap = Two openings hold at once on the same day.
refusal-office-under-itself = An office belongs to the contact centre and cannot have offices of its own.
refusal-not-a-phone = { $phone } is not a telephone number. Write for example 0123-45 67 89.
refusal-not-a-path = { $path } is not an address of the site. Write for example /kontakt.
refusal-fact-notice = a service notice
refusal-fact-office = an office

holiday-new-years-day = New Year’s Day
holiday-epiphany = Epiphany
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-first-of-may = May Day
holiday-ascension-day = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-national-day = the National Day
holiday-midsummer-eve = Midsummer Eve
holiday-midsummer-day = Midsummer Day
holiday-all-saints-day = All Saints’ Day
holiday-christmas-eve = Christmas Eve
holiday-christmas-day = Christmas Day
holiday-boxing-day = Boxing Day
holiday-new-years-eve = New Year’s Eve

site-clock = { $hour }:{ $minute }
site-moment = { $day } at { $time }
site-moment-today = today at { $time }
site-moment-weekday = { $weekday } { $day } at { $time }
site-website = the website of { $municipality }
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

notices = Service notices
notices-ingress = What does not work as it should, what is coming, and what has been.
notices-now = Now
notices-then = On this day
notices-none-now = No disruptions are known just now.
notices-none-then = No notices were found for this day.
notices-coming = Coming
notices-past = Earlier
notice-crisis = Crisis
notice-warning = Disruption
notice-information = Information
notice-affects = This is affected:
notice-alternatives = Do this instead:
notice-from = From { $moment }
notice-from-none = The start time was not found.
notice-to = to { $moment }.
notice-to-open = until further notice.
notice-to-none = The end time was not found.
notice-changed = Updated { $moment }.
notice-known = The information is from { $day }.
notice-severity-ours = The severity is our reading.

contact = Contact
contact-ingress = How to reach the municipality: telephone, visits and hours.
contact-none = Contact details for this day were not found.
contact-call = Call
contact-visit = Visit:
contact-all = All hours and the days that differ
contact-addresses = Addresses
hours-visiting = Visiting hours
hours-telephone = Telephone hours
hours-none = the hours for this day were not found.
hours-no-end = from { $from }, end not found
hours-closed = Closed
hours-on-eves = Day before a holiday
hours-from = From { $day }
hours-to = to { $day }.
hours-note = Given as:
hours-from-source = The hours come from the source and may have changed. Call to hear what holds today.
hours-coming = As of { $day }
hours-other-days = Days that differ.
hours-day = Day
hours-why = Why
hours-open = Hours
hours-eve = Day before a holiday
open-visiting = Open now, until { $time }.
open-telephone = The telephone is answered now, until { $time }.
closed-visiting = Closed now. Opens again { $moment }.
closed-telephone = The telephone is not answered now. It opens again { $moment }.
closed-long-visiting = Closed now. When it opens again is not decided.
closed-long-telephone = The telephone is not answered now. When it opens again is not decided.

page-owner = Responsible for the page
page-owner-none = Who is responsible for the page was not found.
page-owner-source = According to the source:
page-owner-review = To be looked over by { $day }

helped-yes = Yes
helped-no = No
thanks-title = Thank you for your answer
thanks-title-fault = Error: your comment was not saved
comment-label = Would you like to tell us more? It is up to you.
comment-help = At most 2,000 characters. Do not write names, telephone numbers or anything else that points to a person.
comment-send = Send
comment-fault = Your comment was not saved
comment-empty = Write something in the box, or leave the page. We already have your answer.
comment-too-long = You have written { $characters } characters. Shorten it to { $most }.
comment-too-late = More than an hour has passed, or there is already a comment. Copy your text here if you want to keep it.
comment-typed = This is what you wrote
comment-kept = Your comment is saved. Thank you!

error-other-site = The form came from another website
error-other-site-text = We only take answers that are sent from our own pages. Go to the page and answer there.
error-too-many = Too many answers at once
error-too-many-text = We have had unusually many answers in the last while. Your answer was not saved. Try again in ten minutes.

import-fault-not-toml = The file is not TOML: fault on line { $line }, character { $column }.
import-fault-unknown-field = There is no field of that name here. Check the spelling.
import-fault-not-a-moment = There must be a day and a time here, for example "2026-11-24 13:00".
import-fault-not-a-clock = There must be a time here, for example "08:00".
import-fault-not-a-day = There must be a day here, for example 2026-11-24.
import-fault-not-days = There must be days of the week here, for example "mon" or "mon-thu".
import-fault-not-yes-or-no = There must be true or false here.
import-fault-unknown-body = No body has that address. Write for example "kommunstyrelsen".
import-fault-nothing-in = The file has no such entry. Each entry begins with double brackets, for example [[notice]].

site-published = Published. Entries in the file: { $entries }. Events written: { $events }.
feedback-erased = { $count ->
    [one] { $n } answer was erased.
   *[other] { $n } answers were erased.
}
office-sought-by = Opening hours, visiting hours, telephone and address
