# Puutteet ja ohjauskuorma.

work-state-of-all = Tilanne
gaps = Puutteet
gaps-none = Ei puutteita
gaps-count = { $count ->
    [one] Yksi puute
   *[other] { $n } puutetta
}
gaps-help-all = Mikä puuttuu tai on jäänyt jäljelle voimassa olevassa ja jätetyssä. Useimmat korjataan yhdellä askeleella omalla rivillään.
gaps-help-own = Mikä teiltä puuttuu tai on jäänyt jäljelle. Useimmat korjataan yhdellä askeleella omalla rivillään.
gaps-choose = Valitse puutteet
gaps-kind = Mikä
gaps-all-kinds = Kaikki puutteet
gaps-show-all = { $count ->
    [one] Näytä ainoa puute
   *[other] Näytä kaikki { $n } puutetta
}
gaps-unsent = Suunnitelmissa, joita ei ole jätetty
gaps-unsent-help = Ennen jättämistä näkyy vain, kuinka monesta sitoumuksesta puuttuu yhteys, ei koskaan mitä niissä lukee.
gaps-unsent-count = { $count ->
    [one] yksi ilman yhteyttä
   *[other] { $n } ilman yhteyttä
}
gap-kind-mal = Tavoite ilman sitoumuksia
gap-kind-koppling = Sitoumus ilman ylempää tavoitetta
gap-kind-ansvarig = Mittari ilman vastuutahoa
gap-kind-varde = Mittari ilman tämän vuoden arvoa
gap-kind-upphort = Vastuussa oleva toimielin on lakannut
gap-kind-likt = Samanlainen sanamuoto kahdesti
gap-kind-dokument = Vanhentunut ohjausasiakirja
gap-kind-slutat = Vastuuhenkilö on lähtenyt
gap-since = alkaen { $day }
gap-waits-applied = Ehdotus, joka kirjoitettiin { $day }, odottaa päätöstä: asiakirjaa sovelletaan, kunnes se korvataan.
gap-waits-responsible = Ehdotus, joka kirjoitettiin { $day }, odottaa päätöstä: { $body } ottaa asiakirjan vastuulleen.
gap-waits-more = Ehdotus, joka kirjoitettiin { $day }, odottaa päätöstä, ja siinä sanotaan enemmän kuin tähän mahtuu: lue se asiakirjan historiasta.
gap-says-goal = Mikään vuoden { $year } tai { $next } sitoumus tai toimeksianto ei johda tavoitteeseen.
gap-says-link = Sitoumuksen yläpuolelta puuttuu { $level }. Ilman sitä suunnitelmaa ei voi jättää.
gap-says-link-any = Sitoumuksesta puuttuu yhteys, jonka malli vaatii.
gap-says-responsible = Mikään toimielin ei vastaa mittarista.
gap-says-value = Tulos puuttuu jaksolta { $period }.
gap-says-value-any = Tulos puuttuu.
gap-says-ended = { $body } on lakannut ja on yhä merkitty vastuulliseksi.
gap-says-similar = Lähes sama asia lukee jo toisaalla: { $body }:
gap-says-similar-any = Lähes sama asia lukee jo toisaalla:
gap-says-expired = Viimeinen päivä on ohi, eikä kukaan ole sanonut, mikä nyt on voimassa.
gap-says-left = { $name } on merkitty vastuulliseksi, mutta hänellä ei ole enää roolia.
gap-says-left-erased = Vastuulliseksi merkityllä ei ole enää roolia.
gap-choose = Valitse
gap-choose-link = Johtaa tavoitteeseen
gap-choose-person = Uusi vastuuhenkilö
gap-choose-body = Vastuussa oleva toimielin
gap-save = Tallenna
gap-hand-over = Siirrä: { $name }
gap-lead-to = Kytke tavoitteeseen { $name }
gap-decision-of = Kirjaa päätös: { $body }
gap-figure = Tulos
gap-figure-help = Asukkaat näkevät arvon, kun seurannasta on päätetty.
gap-propose = Ehdota, että sitä sovelletaan, kunnes se korvataan
gap-propose-help = Se on voimassa, kun siitä on päätetty.
gap-order = Anna toimeksianto
gap-write = Kirjoita sitoumus
gap-change = Muuta riviä
gap-person = Siirrä henkilön vastuut
gap-hand-over-first = Siirrä vastuu ensin toimielimelle, joka on olemassa.
gap-ask = Tämän toimielimen kirjoittaja voi korjata asian: { $body }.
gap-ask-strategist = Strategi voi korjata asian.
gap-ask-registrar = Siihen tarvitaan päätös. Kirjaaja vie sen järjestelmään.
gap-fault-choice = Valitse luettelosta.
gap-fault-otherwise = Joku muu on korjannut puutteen toisella tavalla. Lähettämääsi ei tallennettu: { $sent }
gap-fault-otherwise-any = Joku muu on korjannut puutteen toisella tavalla. Lähettämääsi ei tallennettu.
gap-sent-meeting = { $day }, § { $paragraph }
gap-fault-figure = Kirjoita tulos lukuna.
gap-fault-paragraph = Kirjoita pöytäkirjan pykälä.
gap-done-mended = Puute on korjattu.
gap-done-reported = Arvo on tallennettu. Asukkaat näkevät sen, kun seurannasta on päätetty.
gap-done-proposed = Ehdotus on tallennettu ja odottaa päätöstä.

load = Ohjauskuorma
load-short = Kuinka paljon kunkin toimielimen on tehtävä ja raportoitava
load-heading = { $count ->
    [one] Noin yksi tunti vuodessa kuluu raportointiin
   *[other] Noin { $n } tuntia vuodessa kuluu raportointiin
}
load-help = Näin paljon kullakin toimielimellä on tänään. Pieni luku on muutos päivästä { $day }.
load-none = Millään toimielimellä ei ole vielä mitään.
load-minutes = Minuuttia vuodessa
load-goals = Tavoitteet
load-indicators = Mittarit
load-commitments = Sitoumukset
load-assignments = Toimeksiannot
load-documents = Ohjausasiakirjat
load-proposed = Päättämättömät rivit { $year }
load-proposed-unknown = Viiva viimeisessä sarakkeessa tarkoittaa, että suunnitelmaa ei ole jätetty tai että et voi lukea sitä. Sitä ei lasketa mukaan.
load-unknown = ei sinun luettavissasi
load-new = Ei ollut olemassa vuosi sitten.
load-total = Kaikki yhteensä
load-how = Näin minuutit on laskettu
load-reckoned = Minuutit ovat nyrkkisääntö eikä mittaus. Vuotta seurataan { $times } kertaa. Joka kerralla tavoite vie { $goal } minuuttia ja sitoumus tai toimeksianto { $row }. Mittarin arvo vie { $figure } minuuttia joka kerta, kun se annetaan. Ohjausasiakirja vie { $document } minuuttia vuodessa.
load-what = Tavoitteet, sitoumukset ja toimeksiannot ovat päätettyjä. Toimeksianto lasketaan, kunnes se päätöksellä suljetaan. Mittarit ja ohjausasiakirjat lasketaan toimielimelle, joka vastaa niistä.
load-limits = Ohjausmallin rajat
load-limits-none = Ohjausmalli ei rajoita sitä, kuinka paljon toimielimellä saa olla.
load-at-most = { $count ->
    [one] enintään yksi toimielintä kohti
   *[other] enintään { $n } toimielintä kohti
}
load-over = { $many }: { $count }. Malli sallii enintään { $most }.
load-coming = Mitä päätös lisää
load-coming-help = Ensin { $now } sellaisena kuin se on tänään, sitten { $year }, kun suunnitelmasta on päätetty. Mihin päätös ei koske, lasketaan kuten tänään.
load-becomes = , jälkeen
