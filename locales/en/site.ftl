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
