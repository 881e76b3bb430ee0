# Yleiskuva: tasapaino, päätöstä odottavat asiat ja toimielimen rivit.
matters = Odottaa päätöstäsi
matters-count = { $count ->
    [one] Yksi asia odottaa päätöstäsi.
   *[other] { $n } asiaa odottaa päätöstäsi.
}
matters-none = Mikään ei odota päätöstäsi juuri nyt.
matter-against = Arvio ja tulokset osoittavat eri suuntiin
matter-against-worse = { $body } on arvioinut kohdan ”{ $row }” arvolla ”{ $mark }”, mutta tulos on tavoitetta heikompi: { $indicators }.
matter-against-better = { $body } on arvioinut kohdan ”{ $row }” arvolla ”{ $mark }”, mutta tulos yltää tavoitteeseen: { $indicators }.
matter-read = Lue arvio
matter-odd = Arvo on epätavallinen
matter-odd-says = { $indicator }: ensin { $before } ({ $earlier }), sitten { $latest } ({ $period }). Pitääkö se paikkansa, vai onko se kirjoitusvirhe?
matter-odd-of = { $body }, { $indicator }: ensin { $before } ({ $earlier }), sitten { $latest } ({ $period }). Pitääkö se paikkansa, vai onko se kirjoitusvirhe?
matter-see-indicator = Katso mittaria
matter-nothing-in = Mitään ei ole saapunut
matter-nothing-in-says = { $body } ei ole lähettänyt mitään. Viimeinen päivä oli { $day }.
matter-see-rows = Katso rivejä
matter-links = { $count ->
    [one] Yhdeltä sitoumukselta puuttuu ylempi tavoite
   *[other] { $n } sitoumukselta puuttuu ylempi tavoite
}
matter-links-says = Ohjausmalli kertoo, mihin tavoitteeseen sitoumus johtaa. Ilman sitä suunnitelmaa ei voi jättää.
matter-tie = Liitä
overview-balance = Näkökulmien tasapaino
overview-balance-help = Mukaan lasketaan se, mistä on kierroksella päätetty, ja se, mikä on lähetetty ja mitä saat lukea. Se, mitä kukaan ei ole kierroksella arvioinut, lasketaan arvioimattomaksi.
overview-cells-help = Valitse ruutu, niin näet rivit.
body-rows-none = { $body } ei ole vielä lähettänyt mitään
body-rows-some = { $sent } riviä { $all } rivistä on lähetetty
body-rows-all = Kaikki rivit on lähetetty
body-rows-written = Jotain on kirjoitettu, rivejä { $written }/{ $all }.
body-rows-help = Teksti näkyy vasta, kun rivi on lähetetty, ja vain sille, joka saa lukea sen.
body-rows-decided = Päätetyt
body-rows-approved = Hyväksytyt
body-rows-handed-in = Lähetetyt, ei vielä hyväksytyt
body-rows-unsent = Lähettämättä
body-rows-others = Muut rivit
body-rows-unread = { $count ->
    [one] Yksi niistä on lähetetty, mutta teksti ei ole sinun luettavissasi.
   *[other] { $n } niistä on lähetetty, mutta teksti ei ole sinun luettavissasi.
}
body-rows-nothing = Ei rivejä.

# Tutka: se, mikä on hiljaa, ja se, mitä mikään ei kata.
radar = Tutka
radar-desk = Se, mistä kukaan ei ole huolehtinut
radar-none = Kaikella on vastuuhenkilö, eikä mikään ole hiljentynyt
radar-heading = { $count ->
    [one] Yksi rivi tarvitsee jonkun huolehtimaan siitä
   *[other] { $n } riviä tarvitsee jonkun huolehtimaan niistä
}
radar-help-all = Koko konsernin päätetyt rivit, jotka ovat unohtumassa. Sama rivi voi olla täällä useasta syystä.
radar-help-own = Omat päätetyt rivinne, jotka ovat unohtumassa. Sama rivi voi olla täällä useasta syystä.
radar-choose = Valitse, mitä haluat nähdä
radar-kind = Miksi
radar-all-kinds = Kaikki syyt
radar-show-all = { $count ->
    [one] Näytä ainoa
   *[other] Näytä kaikki { $n }
}
radar-nothing = Täällä ei ole mitään valitsemaasi.
radar-people = Kenellä
radar-people-help = Luettelon rivit, joista joku vastaa. Nimet näkee vain se, joka kirjoittaa samalle toimielimelle.
radar-person-rows = { $count ->
    [one] yksi rivi
   *[other] { $n } riviä
}
radar-group = { $count ->
    [one] { $body }: yksi asia
   *[other] { $body }: { $n } asiaa
}
radar-looked-after = Vastuuhenkilö: { $name }
silence-upphort = Vastaava toimielin on lakannut
silence-mal = Tavoite on päättynyt
silence-slutat = Vastuuhenkilö on lähtenyt
silence-passerad = Viimeinen päivä on mennyt
silence-aldrig = Ei koskaan raportoitu
silence-gammal = Ei mitään uutta aiemman kierroksen jälkeen
silence-ingen = Kukaan ei ole vastuussa
silence-says-upphort = Toimielintä ei enää ole, ja rivi on yhä sillä.
silence-says-mal = Kaikki tavoitteet, joihin rivi johtaa, on päätetty tai peruttu.
silence-says-slutat = Vastuuhenkilöllä ei ole enää mitään roolia.
silence-says-passerad = Sen piti olla valmis, eikä kukaan ole päättänyt sitä tai kertonut, miten kävi.
silence-says-aldrig = Rivistä on päätetty, eikä kukaan ole kertonut millään kierroksella, miten menee.
silence-says-gammal = Viimeisin sana on vanhempi kuin viimeisin kierros.
silence-says-ingen = Ketään ei ole nimetty huolehtimaan rivistä.
radar-hand-over = Siirrä toiselle
radar-choose-person = Valitse vastuuhenkilö
radar-open = Muuta riviä
radar-report = Raportoi
radar-retire = Kirjaa päätös
radar-ask = Riveistä huolehtii se, joka kirjoittaa niitä: { $body }. Voit lukea ne.
radar-read = Lue rivi
radar-coverage = Kattavuus
radar-goals = { $count ->
    [one] Yhdeltä tavoitteelta puuttuu sitoumuksia.
   *[other] { $n } tavoitteelta puuttuu sitoumuksia.
}
radar-goals-all = Kaikilla tavoitteilla on sitoumuksia.
radar-indicators = { $count ->
    [one] Yhdeltä mittarilta puuttuu viimeisin arvo.
   *[other] { $n } mittarilta puuttuu viimeisin arvo.
}
radar-indicators-all = Kaikilla mittareilla on viimeisin arvo.
radar-see = Katso mitkä
radar-on-time = Lähetetty ajoissa
radar-on-time-help = Viimeiseen päivään mennessä lähetettyjen rivien osuus. Määrä on suluissa.
radar-on-time-none = Yhdenkään kierroksen viimeinen päivä ei ole vielä mennyt.
radar-not-asked = ei rivejä

# Viikkokirje.
mail-week = { $count ->
    [one] Yksi rivi tarvitsee jonkun huolehtimaan siitä. { $ways }.
   *[other] { $n } riviä tarvitsee jonkun huolehtimaan niistä. { $ways }.
}
mail-week-link = Avaa tutka
