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

site-clock = { $hour }.{ $minute }
site-moment = { $day } klo { $time }
site-moment-today = tänään klo { $time }
site-moment-weekday = { $weekday } { $day } klo { $time }
site-website = { $municipality }
weekday-monday = maanantai
weekday-tuesday = tiistai
weekday-wednesday = keskiviikko
weekday-thursday = torstai
weekday-friday = perjantai
weekday-saturday = lauantai
weekday-sunday = sunnuntai

notices = Häiriötiedotteet
notices-ingress = Täältä näet, mikä ei toimi niin kuin pitäisi, mitä on tulossa ja mitä on ollut.
notices-now = Juuri nyt
notices-then = Tänä päivänä
notices-none-now = Häiriöitä ei ole juuri nyt tiedossa.
notices-none-then = Tälle päivälle ei löytynyt tiedotteita.
notices-coming = Tulossa
notices-past = Aiemmat
notice-crisis = Kriisi
notice-warning = Häiriö
notice-information = Tiedote
notice-affects = Tätä se koskee:
notice-alternatives = Toimi näin:
notice-from = Alkaa: { $moment },
notice-from-none = Alkamisaikaa ei löytynyt.
notice-to = päättyy: { $moment }.
notice-to-open = voimassa toistaiseksi.
notice-to-none = Päättymisaikaa ei löytynyt.
notice-changed = Päivitetty { $moment }.
notice-known = Tieto on ajalta { $day }.
notice-severity-ours = Vakavuus on meidän tulkintamme.

contact = Yhteystiedot
contact-ingress = Näin tavoitat kunnan: puhelin, käynnit ja aukioloajat.
contact-none = Tämän päivän yhteystietoja ei löytynyt.
contact-call = Soita
contact-visit = Käyntiosoite:
contact-all = Kaikki ajat ja poikkeavat päivät
contact-addresses = Käyntiosoitteet
hours-visiting = Käyntiajat
hours-telephone = Puhelinajat
hours-none = tämän päivän aikoja ei löytynyt.
hours-no-end = alkaen { $from }, päättymisaikaa ei löytynyt
hours-closed = Suljettu
hours-on-eves = Pyhän aattona
hours-from = Voimassa alkaen { $day }
hours-to = päättyen { $day }.
hours-note = Merkintä:
hours-from-source = Ajat ovat lähteestä ja ovat voineet muuttua. Soita ja kysy, mitkä ajat ovat voimassa tänään.
hours-coming = Alkaen { $day }
hours-other-days = Poikkeavat päivät.
hours-day = Päivä
hours-why = Syy
hours-open = Aika
hours-eve = Pyhän aatto
open-visiting = Avoinna nyt, { $time } asti.
open-telephone = Puhelimeen vastataan nyt, { $time } asti.
closed-visiting = Suljettu juuri nyt. Avataan: { $moment }.
closed-telephone = Puhelimeen ei vastata juuri nyt. Avataan: { $moment }.
closed-long-visiting = Suljettu juuri nyt. Avaamisaikaa ei ole päätetty.
closed-long-telephone = Puhelimeen ei vastata juuri nyt. Avaamisaikaa ei ole päätetty.

page-owner = Sivusta vastaa
page-owner-none = Sivusta vastaavaa ei löytynyt.
page-owner-source = Lähteen mukaan:
page-owner-review = Tarkistetaan viimeistään { $day }

helped-yes = Kyllä
helped-no = Ei
thanks-title = Kiitos vastauksestasi
thanks-title-fault = Virhe: kommenttia ei tallennettu
comment-label = Haluatko kertoa lisää? Se on vapaaehtoista.
comment-help = Enintään 2 000 merkkiä. Älä kirjoita nimiä, puhelinnumeroita tai muuta, mistä jonkun voi tunnistaa.
comment-send = Lähetä
comment-fault = Kommenttia ei tallennettu
comment-empty = Kirjoita jotain ruutuun tai poistu sivulta. Vastauksesi meillä jo on.
comment-too-long = Olet kirjoittanut { $characters } merkkiä. Lyhennä enintään { $most } merkkiin.
comment-too-late = On kulunut yli tunti, tai kommentti on jo olemassa. Kopioi tekstisi tästä, jos haluat säilyttää sen.
comment-typed = Näin kirjoitit
comment-kept = Kommenttisi on tallennettu. Kiitos!

error-other-site = Lomake tuli toiselta sivustolta
error-other-site-text = Otamme vastaan vain omilta sivuiltamme lähetettyjä vastauksia. Siirry sivulle ja vastaa siellä.
error-too-many = Liian monta vastausta kerralla
error-too-many-text = Olemme saaneet hetken aikana poikkeuksellisen monta vastausta. Vastaustasi ei tallennettu. Yritä uudelleen kymmenen minuutin kuluttua.

import-fault-not-toml = Tiedosto ei ole TOML-muotoa: virhe rivillä { $line }, merkki { $column }.
import-fault-unknown-field = Tässä ei ole sen nimistä kenttää. Tarkista kirjoitusasu.
import-fault-not-a-moment = Tässä pitää olla päivä ja aika, esimerkiksi "2026-11-24 13:00".
import-fault-not-a-clock = Tässä pitää olla kellonaika, esimerkiksi "08:00".
import-fault-not-a-day = Tässä pitää olla päivä, esimerkiksi 2026-11-24.
import-fault-not-days = Tässä pitää olla viikonpäiviä, esimerkiksi "mon" tai "mon-thu".
import-fault-not-yes-or-no = Tässä pitää olla true tai false.
import-fault-unknown-body = Millään toimielimellä ei ole tätä osoitetta. Kirjoita esimerkiksi "kommunstyrelsen".
import-fault-nothing-in = Tiedostossa ei ole sellaista kohtaa. Jokainen kohta alkaa kaksoishakasulkeilla, esimerkiksi [[notice]].

site-published = Julkaistu. Kohtia tiedostossa: { $entries }. Kirjattuja tapahtumia: { $events }.
feedback-erased = { $count ->
    [one] { $n } vastaus poistettiin.
   *[other] { $n } vastausta poistettiin.
}
office-sought-by = Aukioloajat, käyntiaika, puhelinaika, puhelin ja osoite
