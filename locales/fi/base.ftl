# Koko ohjelman yhteiset sanat: päivät, kaudet, luvut.
month-1 = tammikuu
month-1-of = tammikuuta
month-1-short = tammi
month-2 = helmikuu
month-2-of = helmikuuta
month-2-short = helmi
month-3 = maaliskuu
month-3-of = maaliskuuta
month-3-short = maalis
month-4 = huhtikuu
month-4-of = huhtikuuta
month-4-short = huhti
month-5 = toukokuu
month-5-of = toukokuuta
month-5-short = touko
month-6 = kesäkuu
month-6-of = kesäkuuta
month-6-short = kesä
month-7 = heinäkuu
month-7-of = heinäkuuta
month-7-short = heinä
month-8 = elokuu
month-8-of = elokuuta
month-8-short = elo
month-9 = syyskuu
month-9-of = syyskuuta
month-9-short = syys
month-10 = lokakuu
month-10-of = lokakuuta
month-10-short = loka
month-11 = marraskuu
month-11-of = marraskuuta
month-11-short = marras
month-12 = joulukuu
month-12-of = joulukuuta
month-12-short = joulu
date-day = { $day }. { $month } { $year }
date-day-month = { $day }. { $month }
date-month = { $month } { $year }
# Päivä, jota mikään lähde ei kerro, sen päivän tai vuoden jälkeen, joka on sen sijalla.
date-not-found = { $date } (päivää ei löytynyt)
time-of-day = klo { $hour }.{ $minute }

# Kaudet. $kind kertoo, kumpi vuoden puolisko on kyseessä, $number mikä osa.
period-school-year = lukuvuosi { $years }
period-half = { $kind ->
    [first] vuoden { $year } alkupuolisko
   *[second] vuoden { $year } loppupuolisko
}
period-half-short = vuosipuolisko { $number } { $year }
period-tertial = { $number }. tertiaali { $year }
period-tertial-short = T{ $number } { $year }
period-quarter = { $number }. neljännes { $year }
period-quarter-short = Q{ $number } { $year }
# Vuosi tähän asti: kokonaisen kuukauden tai päivän loppuun.
period-months = tammi–{ $to } { $year }
period-to-date = 1. tammikuuta – { $day }
period-to-date-short = { $day } asti

# Erotukset ja rahasummat. Rivi ei saa katketa luvun ja sanan välistä.
percentage-points = { $kind ->
    [one] { $figure }{ "\u00A0" }prosenttiyksikkö
   *[other] { $figure }{ "\u00A0" }prosenttiyksikköä
}
amount-million-kronor = { $kind ->
    [one] { $figure }{ "\u00A0" }miljoona kruunua
   *[other] { $figure }{ "\u00A0" }miljoonaa kruunua
}
amount-thousand-kronor = { $figure }{ "\u00A0" }tuhatta kruunua

# Luvut sanoina. $kind on whole, kun luku on kokonaisuus: kolme kahdeksasta.
number-0 = { $kind ->
    [whole] nollasta
   *[common] nolla
}
number-1 = { $kind ->
    [whole] yhdestä
   *[common] yksi
}
number-2 = { $kind ->
    [whole] kahdesta
   *[common] kaksi
}
number-3 = { $kind ->
    [whole] kolmesta
   *[common] kolme
}
number-4 = { $kind ->
    [whole] neljästä
   *[common] neljä
}
number-5 = { $kind ->
    [whole] viidestä
   *[common] viisi
}
number-6 = { $kind ->
    [whole] kuudesta
   *[common] kuusi
}
number-7 = { $kind ->
    [whole] seitsemästä
   *[common] seitsemän
}
number-8 = { $kind ->
    [whole] kahdeksasta
   *[common] kahdeksan
}
number-9 = { $kind ->
    [whole] yhdeksästä
   *[common] yhdeksän
}
number-10 = { $kind ->
    [whole] kymmenestä
   *[common] kymmenen
}
number-11 = { $kind ->
    [whole] yhdestätoista
   *[common] yksitoista
}
number-12 = { $kind ->
    [whole] kahdestatoista
   *[common] kaksitoista
}
number-digits-whole = { $kind ->
    [back] { $digits }:sta
   *[front] { $digits }:stä
}
list-and = { $first } ja { $last }

redacted = Teksti on hävitetty

# Sanoja, jotka ovat monella sivulla. Asteikot ovat tavalliset; mallilla voi olla omansa.

# Vuoden aikana arvio on ennuste.
scale-forecast-met = Saavutetaan
scale-forecast-partly = Saavutetaan osittain
scale-forecast-not-met = Ei saavuteta
scale-unknown = Ei voida arvioida
# Vuosikertomuksessa se on lopullinen.
scale-final-met = Saavutettu
scale-final-partly = Osittain saavutettu
scale-final-not-met = Ei saavutettu

# Sitoumuksen tilanne.
status-done = Valmis
status-on-track = Suunnitelman mukaan
status-at-risk = Vaarassa
status-off-track = Poikkeaa suunnitelmasta

# Kysymys sivun lopussa ja vastaus siihen.
helped-question = Oliko tämän sivun tiedoista sinulle apua?
helped-thanks = Kiitos vastauksestasi! Autoit meitä parantamaan sivustoa.

# Missä joku kirjoittaa.
saved-at = Tallennettu { $time }
explain-deviation = Kirjoita, mitä teette poikkeaman korjaamiseksi.
row-changed-by-other = Riviä on muutettu sen jälkeen, kun avasit sen. Valitse, kumpi teksti jää voimaan.
