# Vuosi: suunnittelun ja seurannan kierrokset, vuosikello ja kalenteri.

year-nav = Vuosi
year-page = Vuosi { $year }
year-heading = { $what }, { $day }
year-heading-empty = Vuodelle { $year } ei ole vielä asetettu päiviä
year-heading-over = Kaikki vuodelle { $year } asetettu on ohi
year-help = Milloin suunnitelmat ja seuranta jätetään, kuka jättää ja kuka päättää. Jokainen rivi kertoo, mitä vuotta se koskee.
year-done = Tallennettu.
year-wheel = Vuosikello { $year }
year-wheel-says = Suunnittelu on ulommalla kehällä, seuranta sisemmällä. Samat tiedot ovat kellon jälkeisessä luettelossa.
year-wheel-help = Ulompi kehä: suunnittelu. Sisempi kehä: seuranta. ◇ Valtuusto päättää.
year-wheel-help-own = Ulompi kehä: suunnittelu. Sisempi kehä: seuranta. ◇ Valtuusto päättää. ● Sinun päiväsi.
year-mine = Omat päiväsi
year-all = Kaikkien päivät
year-whose = Kenen päivät näytetään
year-own = Sinun päiväsi
year-list = Päivä päivältä
year-list-none = Päiviä ei ole asetettu.
year-next = Seuraavaksi
year-rounds = Vuoden { $year } kierrokset
year-rounds-none = Kierroksia ei ole.
year-other = Muut vuodet
year-as-before = Tee vuosi { $year } vuoden { $before } mukaan
year-by-model-help = { $count ->
    [one] Mallissa on yksi kierros joka vuosi.
   *[other] Mallissa on { $n } kierrosta joka vuosi.
}
year-as-before-help = { $count ->
    [one] Yhdellä vuoden { $before } kierroksella ei ole vielä vastinetta.
   *[other] { $n } vuoden { $before } kierroksella ei ole vielä vastinetta.
}
days-today = Tänään
days-left = { $count ->
    [one] Yksi päivä jäljellä
   *[other] { $n } päivää jäljellä
}
moment-opens = { $round } avautuu
moment-cut-off = Tiedot koskevat tätä päivää: { $round }
moment-deadline = Viimeinen päivä ({ $kinds }): { $round }
moment-meeting = { $body }: { $round }
asked-council = valtuusto
asked-board = kunnanhallitus
asked-committees = lautakunnat
asked-joint = yhteiset lautakunnat
asked-companies = yhtiöt
asked-administrations = hallinnot
round = Kierros
round-new = Uusi kierros
round-new-help = Kierros on tilaisuus, jolloin suunnitelmat tai raportit jätetään.
round-change = Muuta
round-planning = Suunnittelu
round-interim = Seuranta vuoden aikana
round-annual = Koko vuoden seuranta
round-plans = Suunnittelee vuotta { $year }
round-follows = Seuraa vuotta { $year }
round-to-come = Avautuu myöhemmin
round-open = Käynnissä
round-over = Päättynyt
round-called-off = Peruttu
round-called-off-because = Peruttu: { $reason }
round-name = Nimi
round-occasion = Mikä se on?
round-cut-off = Tilanne
round-cut-off-help = Päivä, jota tiedot koskevat, esimerkiksi 2027-08-31. Suunnitelmassa: jokin päivä suunniteltavana vuonna.
round-cut-off-fixed = Päivä pysyy: joku on jo kirjoittanut arvion.
round-opens = Avautuu
round-opens-help = Jätä tyhjäksi, jos se on jo auki.
round-deadlines = Viimeinen jättöpäivä
round-meetings = Kuka sen käsittelee ja milloin?
round-meetings-help = Esimerkiksi lautakuntien, kunnanhallituksen ja valtuuston kokoukset. Tyhjää riviä ei lasketa.
round-body = Toimielin { $number }
round-meeting-day = Toimielimen { $number } päivä
round-choose = Valitse
round-asks-for = Mitä pyydetään?
round-asks-for-help = Yksi asia riviä kohti.
round-save = Tallenna kierros
round-create = Avaa kierros
round-call-off = Peru kierros
round-call-off-help = Kierros poistuu kellosta, luettelosta ja kalenterista. Se ja syy säilyvät täällä ja historiassa.
round-reason = Miksi se perutaan?
round-is-called-off = Kierros on peruttu eikä sitä voi muuttaa.
round-fault-name = Kirjoita kierroksen nimi ruotsiksi, esimerkiksi Delårsrapport 2, 2027.
round-fault-occasion = Valitse, onko se suunnittelua vai seurantaa.
round-fault-body = Valitse, mikä toimielin kokoontuu sinä päivänä, tai tyhjennä molemmat kentät.
round-fault-twice = Sama toimielin on kahdesti samana päivänä.
round-fault-reason = Kirjoita, miksi kierros perutaan.
round-fault-changed = Joku on muuttanut tätä sen jälkeen, kun avasit sivun. Kirjoittamasi on yhä tässä. Avaa sivu uudelleen toisessa välilehdessä ja vertaa ennen tallentamista.
round-fault-no-model = Vuodelle { $year } ei ole tavoitemallia. Valitse päivä vuodesta, jolla on malli.
cycle = Tee vuosi { $year }
cycle-help = Näin käy, jos vuosi { $year } kulkee kuten { $before }. Kokoukset ja viimeiset päivät ovat samana viikonpäivänä kuin silloin tai pyhää edeltävänä arkipäivänä. Avaa rivi muuttaaksesi sitä tai poista valinta.
cycle-help-model = Näin vuosi { $year } etenee mallin mukaan. Pyhäpäivälle osuva viimeinen päivä siirtyy edelliseksi työpäiväksi. Avaa rivi muuttaaksesi sitä tai poista sen valinta.
cycle-from-model = Mallista
cycle-none = Kaikella vuoden { $before } sisällöllä on jo vastine vuonna { $year }, tai mitään ei ollut.
cycle-gone = Käsittelijöitä, joita ei enää ole: { $bodies }. Valitse, kuka käsittelee nyt.
cycle-open = { $count ->
    [one] Avaa kierros
   *[other] Avaa kierrokset
}
cycle-fault-gone = { $names } ei enää ehdoteta: malli tai edellinen vuosi on muuttunut. Mitään ei avattu. Katso, mitä on jäljellä, ja avaa se.
cycle-fault-none = Valitse vähintään yksi kierros.
desk-coming = Tulossa
desk-year = Koko vuosi
desk-plan-by = Jätettävä viimeistään { $day }. { $left }.
desk-plan-late = Olisi pitänyt jättää viimeistään { $day }.
feed = Kalenteri
feed-help = Vuosikellon päiväsi omassa kalenteriohjelmassasi: viimeiset päivät, kokoukset ja kierrosten avautuminen. Se, jolla on osoite, näkee samat päivät, joten älä jaa sitä.
feed-address = Tilattava osoite
feed-once = Kopioi se nyt. Sitä ei näytetä uudelleen. Outlookissa: Lisää kalenteri, Tilaa verkosta.
feed-begin = Luo osoite
feed-new = Luo uusi osoite vanhan tilalle
feed-end = Poista osoite käytöstä
feed-ended = Osoite on poistettu käytöstä.
feed-follow = Seuraa vuotta omassa kalenterissasi
feed-name = { $municipality }: vuosi
cycle-opens = Avautuu { $day }
cycle-last = Viimeinen päivä { $days }
terms = Toimikaudet
terms-help = Mistä mihin valtuusto, lautakunnat ja hallitukset on valittu. Toimikausi ei ole tavoitekausi: käynnissä oleva jatkuu.
terms-election = Vaalien jälkeen
terms-election-help = Valitse ne, jotka saavat uuden toimikauden samoina päivinä. Valtuustolla ja lautakunnilla on eri päivät: tee se kahdessa vaiheessa.
terms-bodies = Ketä se koskee?
terms-set = Aseta toimikausi
terms-standing = Näin on nyt
terms-now = Nyt
terms-next = Sitten
terms-days = { $from }–{ $to }
terms-none = Toimikautta ei ole asetettu.
terms-correct = Korjaa
terms-correct-go = Tallenna korjaus
terms-fault-bodies = Valitse ne, jotka saavat uuden toimikauden.
terms-fault-changed = Joku muu on muuttanut päiviä sen jälkeen, kun avasit sivun: nyt voimassa ovat { $days }. Tallenna uudelleen, jos haluat omien päiviesi olevan voimassa.
year-heading-others = Sinulle ei ole enempää vuonna { $year }
round-days = Päivät
round-fault-no-day = Kerro viimeinen päivä vähintään yhdelle elinlajille tai milloin jokin elin kokoontuu.
cycle-no-model = Mikään tavoitemalli ei kata sitä, mitä { $year } koskisi. Kierrokset voidaan avata, kun niiden vuosien tavoitemalli on voimassa.
