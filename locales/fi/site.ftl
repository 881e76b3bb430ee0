# Häiriötiedotteet, yhteyskeskus, sivujen vastuut ja kysymys sivusta.

refusal-ends-before-it-starts = Se päättyy ennen kuin se alkaa.
refusal-notice-already-over = Päättymisaika on jo mennyt. Anna myöhäisempi aika tai jätä se pois.
refusal-hours-upside-down = Ajat päättyvät ennen kuin ne alkavat, tai päivät ovat väärässä järjestyksessä.
refusal-hours-overlap = Kaksi aukioloaikaa on voimassa samaan aikaan samana päivänä.
refusal-office-under-itself = Toimipiste kuuluu yhteyskeskukseen, eikä sillä voi olla omia toimipisteitä.
refusal-not-a-phone = { $phone } ei ole puhelinnumero. Kirjoita esimerkiksi 0123-45 67 89.
refusal-not-a-path = { $path } ei ole sivuston osoite. Kirjoita esimerkiksi /kontakt.
refusal-fact-notice = häiriötiedote
refusal-fact-office = toimipiste

holiday-new-years-day = uudenvuodenpäivä
holiday-epiphany = loppiainen
holiday-good-friday = pitkäperjantai
holiday-easter-sunday = pääsiäispäivä
holiday-easter-monday = toinen pääsiäispäivä
holiday-first-of-may = vappu
holiday-ascension-day = helatorstai
holiday-whit-sunday = helluntai
holiday-whit-monday = toinen helluntaipäivä
holiday-national-day = Ruotsin kansallispäivä
holiday-midsummer-eve = juhannusaatto
holiday-midsummer-day = juhannuspäivä
holiday-all-saints-day = pyhäinpäivä
holiday-christmas-eve = jouluaatto
holiday-christmas-day = joulupäivä
holiday-boxing-day = tapaninpäivä
holiday-new-years-eve = uudenvuodenaatto
