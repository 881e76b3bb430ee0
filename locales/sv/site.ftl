# Driftinformation, kontaktcenter, sidansvar och frågan om sidan.

refusal-ends-before-it-starts = Det slutar innan det börjar.
refusal-notice-already-over = Sluttiden har redan varit. Ange en senare tid eller ingen alls.
refusal-hours-upside-down = Tiderna slutar innan de börjar, eller så står dagarna i fel ordning.
refusal-hours-overlap = Två tider gäller samtidigt på samma dag.
refusal-office-under-itself = Ett kontor hör till kontaktcentret och kan inte ha egna kontor under sig.
refusal-not-a-phone = { $phone } är inget telefonnummer. Skriv till exempel 0123-45 67 89.
refusal-not-a-path = { $path } är ingen adress på webbplatsen. Skriv till exempel /kontakt.
refusal-fact-notice = ett driftmeddelande
refusal-fact-office = ett kontor

holiday-new-years-day = nyårsdagen
holiday-epiphany = trettondedag jul
holiday-good-friday = långfredagen
holiday-easter-sunday = påskdagen
holiday-easter-monday = annandag påsk
holiday-first-of-may = första maj
holiday-ascension-day = Kristi himmelsfärdsdag
holiday-whit-sunday = pingstdagen
holiday-whit-monday = annandag pingst
holiday-national-day = nationaldagen
holiday-midsummer-eve = midsommarafton
holiday-midsummer-day = midsommardagen
holiday-all-saints-day = alla helgons dag
holiday-christmas-eve = julafton
holiday-christmas-day = juldagen
holiday-boxing-day = annandag jul
holiday-new-years-eve = nyårsafton
