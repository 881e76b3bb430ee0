# Words that the whole program shares: dates, periods, numbers.
month-1 = January
month-1-of = January
month-1-short = Jan
month-2 = February
month-2-of = February
month-2-short = Feb
month-3 = March
month-3-of = March
month-3-short = Mar
month-4 = April
month-4-of = April
month-4-short = Apr
month-5 = May
month-5-of = May
month-5-short = May
month-6 = June
month-6-of = June
month-6-short = Jun
month-7 = July
month-7-of = July
month-7-short = Jul
month-8 = August
month-8-of = August
month-8-short = Aug
month-9 = September
month-9-of = September
month-9-short = Sep
month-10 = October
month-10-of = October
month-10-short = Oct
month-11 = November
month-11-of = November
month-11-short = Nov
month-12 = December
month-12-of = December
month-12-short = Dec
date-day = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-month = { $month } { $year }
# A day that no source gives, after the day or the year that stands in for it.
date-not-found = { $date } (day not found)
time-of-day = { $hour }:{ $minute }

# Periods. $kind is which half of the year, $number which part.
period-school-year = school year { $years }
period-half = { $kind ->
    [first] first half of { $year }
   *[second] second half of { $year }
}
period-half-short = half { $number } { $year }
period-tertial = tertial { $number } { $year }
period-tertial-short = T{ $number } { $year }
period-quarter = quarter { $number } { $year }
period-quarter-short = Q{ $number } { $year }
# A year so far, up to and including a whole month, or a day.
period-months = January–{ $to } { $year }
period-to-date = 1 January to { $day }
period-to-date-short = to { $day }

# Differences and amounts. The line must not break between the number and the word.
percentage-points = { $kind ->
    [one] { $figure }{ "\u00A0" }percentage point
   *[other] { $figure }{ "\u00A0" }percentage points
}
amount-million-kronor = { $figure }{ "\u00A0" }million kronor
amount-thousand-kronor = { $figure }{ "\u00A0" }thousand kronor

# Numbers in words. $kind matters in Swedish and Finnish.
number-0 = zero
number-1 = one
number-2 = two
number-3 = three
number-4 = four
number-5 = five
number-6 = six
number-7 = seven
number-8 = eight
number-9 = nine
number-10 = ten
number-11 = eleven
number-12 = twelve
number-digits-whole = { $digits }
list-and = { $first } and { $last }

redacted = The text has been redacted

# Words that stand on many pages. The scales are the usual ones; a model may have its own.

# During the year a verdict is a forecast.
scale-forecast-met = Will be met
scale-forecast-partly = Will be partly met
scale-forecast-not-met = Will not be met
scale-unknown = Cannot be assessed
# In the annual report it is final.
scale-final-met = Met
scale-final-partly = Partly met
scale-final-not-met = Not met

# How a commitment stands.
status-done = Done
status-on-track = On track
status-at-risk = At risk
status-off-track = Off track

# The question at the end of a page, and the answer to it.
helped-question = Did this page help you?
helped-thanks = Thank you for your answer! You have now helped us improve { $website }.

# Where somebody writes.
saved-at = Saved { $time }
explain-deviation = Say what you are doing about the deviation.
row-changed-by-other = The row has been changed since you opened it. Choose which text is to stand.
