# Ord som hela programmet delar: datum, perioder, tal.
month-1 = januari
month-1-of = januari
month-1-short = jan
month-2 = februari
month-2-of = februari
month-2-short = feb
month-3 = mars
month-3-of = mars
month-3-short = mars
month-4 = april
month-4-of = april
month-4-short = apr
month-5 = maj
month-5-of = maj
month-5-short = maj
month-6 = juni
month-6-of = juni
month-6-short = juni
month-7 = juli
month-7-of = juli
month-7-short = juli
month-8 = augusti
month-8-of = augusti
month-8-short = aug
month-9 = september
month-9-of = september
month-9-short = sep
month-10 = oktober
month-10-of = oktober
month-10-short = okt
month-11 = november
month-11-of = november
month-11-short = nov
month-12 = december
month-12-of = december
month-12-short = dec
date-day = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-month = { $month } { $year }
# En dag som ingen källa anger, efter den dag eller det år som står i dess ställe.
date-not-found = { $date } (dag ej funnen)
time-of-day = { $hour }.{ $minute }

# Perioder. $kind är vilken halva av året det är, $number vilken del.
period-school-year = läsåret { $years }
period-half = { $kind ->
    [first] första halvåret { $year }
   *[second] andra halvåret { $year }
}
period-half-short = halvår { $number } { $year }
period-tertial = tertial { $number } { $year }
period-tertial-short = T{ $number } { $year }
period-quarter = kvartal { $number } { $year }
period-quarter-short = K{ $number } { $year }
# Ett år så långt, till och med en hel månad respektive en dag.
period-months = januari–{ $to } { $year }
period-to-date = 1 januari–{ $day }
period-to-date-short = till { $day }

# Skillnader och belopp. Mellan talet och ordet får raden inte brytas.
percentage-points = { $kind ->
    [one] { $figure }{ "\u00A0" }procentenhet
   *[other] { $figure }{ "\u00A0" }procentenheter
}
amount-million-kronor = { $kind ->
    [one] { $figure }{ "\u00A0" }miljon kronor
   *[other] { $figure }{ "\u00A0" }miljoner kronor
}
amount-thousand-kronor = { $figure }{ "\u00A0" }tusen kronor

# Tal i ord. $kind är common (en indikator), neuter (ett mål) eller whole (av åtta).
number-0 = noll
number-1 = { $kind ->
    [neuter] ett
   *[common] en
}
number-2 = två
number-3 = tre
number-4 = fyra
number-5 = fem
number-6 = sex
number-7 = sju
number-8 = åtta
number-9 = nio
number-10 = tio
number-11 = elva
number-12 = tolv
number-digits-whole = { $digits }
list-and = { $first } och { $last }

redacted = Texten är gallrad

# Ord som står på många sidor. Skalorna är de vanliga; en modell kan ha egna ord.

# Under året är ett omdöme en prognos.
scale-forecast-met = Nås
scale-forecast-partly = Nås delvis
scale-forecast-not-met = Nås inte
scale-unknown = Går inte att bedöma
# I årsredovisningen är det slutligt.
scale-final-met = Uppfyllt
scale-final-partly = Delvis uppfyllt
scale-final-not-met = Inte uppfyllt för året

# Läget för ett åtagande.
status-done = Klart
status-on-track = Enligt plan
status-at-risk = Risk
status-off-track = Avviker

# Frågan sist på sidan, och svaret på den.
helped-question = Hjälpte informationen på den här sidan dig?
helped-thanks = Tack för ditt svar! Du har nu hjälpt oss att förbättra { $website }.

# Där någon skriver in.
saved-at = Sparat { $time }
explain-deviation = Skriv vad ni gör åt avvikelsen.
row-changed-by-other = Raden har ändrats sedan du öppnade den. Välj vilken text som ska gälla.
