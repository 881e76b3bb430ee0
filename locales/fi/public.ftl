# Julkinen verkkosivusto.
site-name = Tavoitteet ja tulokset
skip = Siirry sisältöön
menu = Valikko
menu-main = Päävalikko
menu-close = Sulje valikko
languages = Kielet
decided-words = Ruotsiksi:
translated-by = Käännökset: { $by }. Käännökset eivät ole osa päätöksiä.
partly-translated = Osa tämän sivun teksteistä on vain ruotsiksi.
breadcrumb = Murupolku
nav-goals = Tavoitteet
nav-bodies = Lautakunnat ja yhtiöt
nav-indicators = Mittarit
nav-system = Näin kuntaa ohjataan
invented = Keksitty esimerkki
invented-mark = keksitty esimerkki
our-reading = Oma tulkintamme
source = Lähde
sources = Lähteet
decision-not-found = Päätöstä ei löytynyt.
known-from = Tiedossa alkaen
shown-from = Näytetään tässä alkaen
figures-undated = Toteuma näytetään kauden viimeisestä päivästä alkaen, jos lähteen julkaisupäivää ei ole löytynyt.
stage-decided = Pöytäkirjaa ei ole vielä tarkastettu
stage-appealed = Päätöksestä on valitettu
stage-quashed = Tuomioistuin on kumonnut päätöksen, eikä se ole enää voimassa
day-label = Näytä toinen päivä
show = Näytä
before = aiemmin
contributes = Edistää
goal-no-indicator = Tavoitteeseen ei ole liitetty mittaria.
perspective-empty = Tästä näkökulmasta ei löytynyt tavoitteita.
goals-unplaced = Ilman näkökulmaa
show-table = Näytä taulukkona
get-csv = Lataa CSV-muodossa
get-json = Lataa JSON-muodossa
data-missing = Tieto puuttuu
target = tavoitetaso
no-target = tavoitetasoa ei löytynyt
not-judged = Ei vielä seurattu
not-judged-why = Tavoitteesta ei löytynyt päätettyä arviota tälle päivälle.
red-thread = Punainen lanka
red-thread-from-to = Visiosta siihen, mitä todella tehdään, ja takaisin tulokseen.
vision = Visio
direction = Strateginen suunta
processes = Prosessit
annual-plan = Vuosisuunnitelma
commitments = Sitoumukset
activities = Toimenpiteet
result = Tulos
perspective = Näkökulma
base = Perusta
base-documents = Ohjausasiakirjat
base-rules = Muut määräykset
base-law = Lainsäädäntö
core-values = Organisaation arvot
core-values-help = Näin haluamme kohdata ihmiset. Arvot näytetään, mutta niitä ei pisteytetä.
start-ingress = Täältä näet, mitä kuntakonsernin pitää saada aikaan asukkaille, palvelujen käyttäjille ja asiakkaille, ja miten se onnistuu.
start-vision = Visio: { $place }
sys-two-ways = Kaksi samanaikaista tietä. Molemmat johtavat vuosisuunnitelmaan.
sys-annual-plan = Mitä vuoden aikana tehdään ja saavutetaan.
other-occasion = Katso tilanne toisena ajankohtana
other-occasion-help = Jokainen päätetty raportti johtaa tilanteeseen päätöspäivänä sen mukaan, mitä tänään tiedetään.
state-none = Päätettyä arviota tavoitteista ei löytynyt
state-none-why = Kun arviosta on päätetty, jokaisen tavoitteen tilanne näkyy täällä.
goals-in-balance = Tavoitteet tasapainossa
goals-in-balance-why = Hyvä toiminta syntyy kestävän kehityksen ja tehokkaan organisaation tasapainosta.
sparkline-help = Pieni käyrä näyttää yhden tavoitteen organisaatiomittareista. Pisteviiva on tavoitetaso.
goals-none = Tänä päivänä ei ollut voimassa tavoitteita.
direction-ingress = Tavoitteet, joiden mukaan kunnanvaltuusto ohjaa toimintaa kauden aikana.
in-force-from = Voimassa alkaen
other-periods = Muut kaudet
see-today = Katso sivu sellaisena kuin se on tänään
past-now = Näytä tilanne tänään
not-yet-over = Ei vielä
not-yet-instead = Sen sijaan voimassa oli
not-yet-last-known = Viimeksi tiedossa: mikä oli voimassa { $period }
not-yet-nothing = Sinä päivänä ei ollut voimassa muita tavoitteita.
goal-withdrawn = Peruttu päätöksellä:
goal-closed = Päätetty päätöksellä:
adopted = Hyväksytty
owner = Vastuutaho
continues = Jatkaa
continued-by = Jatkuu
so-far = Tähän mennessä
reached = Toteuma:
for-year = Vuosi { $year }
state = Tilanne
state-of-day = tilanne { $day }
state-all-of-day = Tilanne { $day }.
verdict-corrected = Oikaistu { $day }.
verdict-before = Aiemmin:
judged-by = Arvioinut
judge-not-found = Lähde ei kerro, kuka arvioi
decided-by = Päättänyt
last-time = Viime kerralla
goal-no-figures = Tavoitteesta ei ole näytettävää lukua tälle päivälle.
goal-only-earlier-figures = Tavoitteen kaudelta ei löytynyt lukua. Näytettävät luvut ovat ajalta ennen tavoitetta eivätkä arvioi sitä.
gap-vision = Yhteyttä visioon ei löytynyt.
gap-year = Vuoden { $year } lukua ei ole vielä.
gap-year-over = Vuoden { $year } luku puuttuu.
below-goal = Mitä tavoitteen eteen tehdään
gap-below = Tavoitteeseen ei ole liitetty työtä.
gap-below-unknown = Tavoitteelle ei löytynyt työtä.
gap-rests-on = Perustuu: ohjausasiakirjaa tai lakia ei löytynyt.
gap-goal-process = Prosessitavoitteet: tavoitteen eteen tehtävästä ei löytynyt yhtään.
gap-activities = Tähän ei ole liitetty tarkempaa työtä.
gap-result = Tulosta ei ole mitattu.
gap-result-informing = Millään organisaatiomittarilla ei ole lukua kaudelta.
also-serves = tukee myös
goal-indicators-h = Tavoitteen mittarit
goal-indicators-help = Vain organisaatiomittarit ovat arvion perustana. Paikkakuntamittari näyttää paikkakunnan kehityksen, eikä sitä arvioida.
analysis = Analyysi
analysis-happened = Mitä on tapahtunut?
analysis-cause = Miksi?
analysis-meaning = Mitä se tarkoittaa, ja kenelle?
analysis-now = Mitä teemme nyt?
other-views = Miten muut näkevät tavoitteen
other-views-help = Toimielimet, jotka eivät omista tavoitetta, ovat tehneet omia arvioitaan. Ne eivät muuta yllä olevaa arviota.
no-verdict-found = Arviota ei löytynyt
goal-only-place-figures = Tavoitteella on vain paikkakuntamittareita ja tunnuslukuja. Ne näkyvät alla eivätkä ole arvion perusteena.
link-our-reading = Yhteys on meidän tulkintamme
target-period-ours = Tavoitteen kausi on meidän tulkintamme
target-source = Tavoitetason lähde
figure-note = Luvusta:
figure-preliminary = alustava
direction-over = Kausi { $period } on päättynyt. Myöhempää suuntaa ei löytynyt.
start-not-met = Ei saavuteta
start-not-met-final = Ei saavutettu
start-impossible = Ei voida arvioida
scale-forecast = Vuoden aikana:
meaning-strategic-goal = Mitä kunnanvaltuusto haluaa saavuttaa usean vuoden aikana.
meaning-process-goal = Mihin prosessin päivittäisen työn tulee johtaa.
meaning-commitment = Mitä lautakunta tai yhtiö lupaa tehdä vuoden aikana.
meaning-activity = Mitä yksikkö tekee sitoumuksen täyttämiseksi.
meaning-assignment = Minkä valtuusto tai hallitus on antanut jonkun tehtäväksi.
meaning-service-declaration = Mitä palvelulta voi odottaa ja mitä tapahtuu, jos lupaus ei pidä.
meaning-control-point = Mitä tarkistetaan, jotta työ tehdään oikein.
meaning-deviation-action = Mitä tehdään, kun jokin ei etene suunnitellusti.
verdict-history = Näin arvio on muuttunut
verdict-history-table = Tavoitteen aiemmat arviot
verdict = Arvio
occasion = Ajankohta
version = Versio
see-as-it-was = Näytä sellaisena kuin se oli
indicator-facts = Tietoa mittarista
better = Parempi on
better-up = suurempi
better-down = pienempi
better-near = lähellä tavoitetasoa
better-neither = ei suurempi eikä pienempi
forecast = Ennuste
trend = Kehitys
trend-better = parempi
trend-unchanged = ennallaan
trend-worse = huonompi
trend-rose = nousee
trend-fell = laskee
trend-higher-up = ylempänä
trend-further-down = alempana
level-better = Tavoitetta parempi
level-near = Lähellä tavoitetta
level-worse = Tavoitetta huonompi
class-organisation = Organisaatiomittari
class-place = Paikkakuntamittari
class-key-figure = Tunnusluku
frequency = Mitataan
frequency-yearly = joka vuosi
frequency-every-other-year = joka toinen vuosi
frequency-school-yearly = joka lukuvuosi
frequency-half-yearly = kahdesti vuodessa
frequency-tertially = kolmesti vuodessa
frequency-quarterly = neljästi vuodessa
frequency-monthly = joka kuukausi
frequency-irregular = silloin tällöin
responsible = Vastaa luvuista
responsible-not-found = Lähde ei kerro, kuka
note = Hyvä tietää
serves = Tavoitteet, joita mittari kuvaa
serves-none = Mittaria ei ole liitetty mihinkään tavoitteeseen.
indicators-compared-h = Verkostot ja kyselyt, joissa kunta vertaa itseään
start-messages = Tärkeintä juuri nyt
report-messages = Tärkeintä
report-goals-unknown = Raportin arvioita tavoitteista ei löytynyt.
report-goals-read = Lue ne raportista itsestään.
report-work-unknown = Raportin seurantaa vuoden työstä ei löytynyt.
footer-only-sources = Kaikki tämä on peräisin julkisista lähteistä. { $municipality } ei ole kirjoittanut eikä tarkastanut sivua.
footer-sign-in = Kirjaudu sisään (henkilöstö)
start-reports = Viimeisimmät raportit
message-goal = Lue tavoitteesta { $goal }
indicators-no-goal = Ei yhteyttä tavoitteeseen
indicators-none = Tänä päivänä ei ollut mittareita.
bodies-committees = Lautakunnat
bodies-companies = Yhtiöt
committees-ingress = Valtuusto, kunnanhallitus, lautakunnat ja tilintarkastus.
companies-ingress = Kunnan omistamat yhtiöt.
bodies-none = Tälle päivälle ei löytynyt toimielimiä.
seen-in = Mainitaan lähteissä vuosilta { $years }
seen-before = Emme ole löytäneet, onko se olemassa tänä päivänä.
bodies-earlier = Mainitaan vain vanhemmissa lähteissä
bodies-earlier-why = Myöhempien vuosien lähteet mainitsevat muita mutta eivät näitä. Emme ole löytäneet, ovatko ne olemassa tänä päivänä.
administrations = Hallinnot
ended = lakannut
last-day = Viimeinen päivä
succeeds = Jatkaa toimielimen tehtäviä
begins = Alkaa
begins-on = alkaa { $day }
succeeded-by = Seuraaja
answers-to = Ylempi toimielin
body-decided = Päättänyt
body-name-from = Nimi käytössä alkaen
earlier-name = Aiempi nimi
body-elements = Vastuulla
body-no-elements = Tältä päivältä ei löytynyt mitään, mistä toimielin vastaa.
body-indicators = Vastaa mittareista
body-decisions = Päätökset
body-no-decisions = Omia päätöksiä ei löytynyt.
decision = Päätös
body-below = Alaiset toimielimet
vision-none = Tälle päivälle ei löytynyt visiota.
vision-earlier = Aiemmat visiot
vision-supported-by = Visiota tukevat tavoitteet
system-ingress = Ohjausjärjestelmä pitää kaiken koossa visiosta päivittäiseen työhön.
system-balance = Kaksi näkökulmaa tasapainossa
system-levels = Tasot
system-levels-help = Kuva näyttää, mitä kukin taso tukee. Yhtenäinen viiva tarkoittaa, että sen on tuettava, katkoviiva, että se voi tukea. Teksti kertoo saman.
system-levels-found = Kuvassa on vain tasot, jotka lähteet mainitsevat tältä ajalta. Niitä voi olla enemmän.
system-levels-told = Lisää siitä, mitä lähteet kertovat tasoista, on kuvan alla.
system-long = Pitkä aikaväli
supports-must = { $level }: on tuettava tasoa { $above }
supports-may = { $level }: voi tukea tasoa { $above }
vision-must = { $level }: on tuettava visiota
vision-may = { $level }: voi tukea visiota
belongs-must = { $level }: on kuuluttava { $above }
belongs-may = { $level }: voi kuulua { $above }
to-a-perspective = näkökulmaan
to-a-value = luotavaan arvoon
to-a-process = prosessiin
to-a-target-group = kohderyhmään
to-a-core-value = perusarvoon
to-an-agenda-goal = Agenda 2030:n tavoitteeseen
to-an-area = alueeseen
system-plans = Vuosisuunnitelma ja lautakuntien suunnitelmat
system-planned = Kirjataan vuosisuunnitelmaan tai lautakunnan tai yhtiön suunnitelmaan vuodeksi.
system-aside = Näiden rinnalla
system-supports-none = Ei tue muuta tasoa.
system-base-text = Kaikki lepää perustan varassa:
system-occasion = Tilanne { $day }
system-occasions = Viimeisimmät seurantakerrat
system-value = Luotava arvo
system-agenda = Agenda 2030
system-area = Alue
system-processes-help = Päivittäinen työ tehdään prosesseissa yli lautakuntien ja yhtiöiden.
system-nothing = Tälle päivälle ei löytynyt mitään.
system-scale = Näin tavoitteita arvioidaan
system-scale-help = Ihminen arvioi. Luvut ovat pohjana.
system-year = Seuranta
system-year-help = Tilannetta seurataan useita kertoja vuoden aikana ja viimeisen kerran vuoden päätyttyä.
footer-real = Tiedot ovat julkisista lähteistä. Lähde on jokaisen luvun vieressä mittarin omalla sivulla.
footer-invented = Kaikki kunnasta on keksittyä: nimet, luvut, päätökset ja ihmiset.
footer-periods = Kaudet
footer-about = Tietoa ohjauksesta
error-not-found = Sivua ei ole
error-not-found-text = Osoitteessa voi olla kirjoitusvirhe, tai sivua ei ole. Voit aloittaa alusta tästä.
error-bad-request = Osoitetta ei voi ymmärtää
error-bad-request-text = Osoitteessa on merkkejä, jotka eivät kuulu siihen. Aloita alusta.
error-internal = Meillä meni jokin vikaan
error-internal-text = Olemme saaneet tiedon viasta. Yritä hetken kuluttua uudelleen.
error-too-long = Osoite on liian pitkä
error-too-long-text = Osoitteessa tai hakemassasi on liikaa merkkejä. Hae muutamalla sanalla tämän sivun hakukentästä tai aloita alusta etusivulta.
error-refused = Siihen ei voi vastata
error-refused-text = Sivua voi vain lukea. Aloita alusta.
error-day = Päivää ei voi näyttää
error-start = Etusivulle
start-h1 = Mihin suuntaan { $place } kulkee?
start-heading = { $met } { $goals } tavoitteesta on toteutumassa
start-heading-final = { $met } { $goals } tavoitteesta on saavutettu
start-heading-none = yksikään { $goals } tavoitteesta ei ole toteutumassa
start-heading-none-final = yhtäkään { $goals } tavoitteesta ei ole saavutettu
sys-vision = Tulevaisuuden { $place }.
state-on = Tilanne { $day }, lähteenä
past-day = Näet tilanteen { $day }.
today-day = Näet, mikä on voimassa tänään, { $day }.
goal-result = { $name }: { $figure } ({ $period }).
goal-period-over = Tavoite koski kautta { $period }. Kausi on päättynyt.
after-goal-period = Tavoitteen kauden jälkeen:
before-goal-period = Ennen tavoitteen kautta:
no-figure-in-period = Tavoitteen kaudelta ei löytynyt lukua.
after-period = kauden jälkeen
goal-to-come = Tavoite koskee kautta { $period }. Kausi ei ole alkanut.
period-not-found = Mikään lähde ei kerro kauden vuosia. Vuonna { $year } tavoitteiden nähtiin olevan voimassa.
to-year = Vuoteen { $year }
due = valmis viimeistään { $day }
not-yet-direction = Suunta ei ollut vielä voimassa { $day }.
not-yet-goal = Tavoitteesta ei ollut vielä päätetty { $day }.
not-yet-indicator = Mittari on täällä { $day } alkaen.
not-yet-body = Toimielin on tiedossa { $day } alkaen.
until = { $day } asti
horizon = tähtäimessä vuosi { $year }
vision-ingress = Tavoitekuva: { $place }. Visio koskee paikkaa, ei organisaatiota.
footer-changed = Sivuston tietoja muutettiin viimeksi { $day }
page-changed = Se, mistä sivu kertoo, muuttui viimeksi: { $day }
unit-points = { $figure } pistettä
unit-rank = sija { $figure }
error-reference = Mainitse { $reference }, jos otat yhteyttä.
error-day-malformed = ”{ $given }” ei ole päivä. Kirjoita päivä näin: 2018-12-31. Tänään on { $today }.
error-day-future = { $given } ei ole vielä ollut. Tänään on { $today }. Valitse aiempi päivä.
error-day-too-early = { $given } on liian kauan sitten. Valitse päivä vuoden 1600 jälkeen. Tänään on { $today }.
error-day-twice = Päivä on osoitteessa kahdesti. Jätä yksi. Viimeinen oli { $given }. Tänään on { $today }.
sys-goals = { $count ->
    [one] { $n } tavoite kaudelle.
   *[other] { $n } tavoitetta kaudelle.
}
sys-processes = { $count ->
    [one] { $n } yleinen prosessi, jossa tehdään päivittäinen työ.
   *[other] { $n } yleistä prosessia, joissa tehdään päivittäinen työ.
}
sys-process-goals = { $count ->
    [one] { $n } prosessitavoite.
   *[other] { $n } prosessitavoitetta.
}
sys-activities = { $count ->
    [one] { $n } konkreettinen työ.
   *[other] { $n } konkreettista työtä.
}
sys-indicators = { $count ->
    [one] { $n } mittari näyttää, paraniko tilanne.
   *[other] { $n } mittaria näyttää, paraniko tilanne.
}
tally-met = { $count ->
    [one] { $n } tavoite saavutetaan
   *[other] { $n } tavoitetta saavutetaan
}
tally-partly = { $count ->
    [one] { $n } tavoite saavutetaan osittain
   *[other] { $n } tavoitetta saavutetaan osittain
}
tally-not-met = { $count ->
    [one] { $n } tavoitetta ei saavuteta
   *[other] { $n } tavoitetta ei saavuteta
}
tally-met-final = { $count ->
    [one] { $n } tavoite saavutettu
   *[other] { $n } tavoitetta saavutettu
}
tally-partly-final = { $count ->
    [one] { $n } tavoite osittain saavutettu
   *[other] { $n } tavoitetta osittain saavutettu
}
tally-not-met-final = { $count ->
    [one] { $n } tavoitetta ei saavutettu
   *[other] { $n } tavoitetta ei saavutettu
}
goal-indicators = { $count ->
    [one] Tavoitteeseen on liitetty { $n } mittari.
   *[other] Tavoitteeseen on liitetty { $n } mittaria.
}
indicators-ingress = { $count ->
    [one] { $n } mittari näyttää, miten sujuu.
   *[other] { $n } mittaria näyttää, miten sujuu.
}
system-count-none = Lähteet mainitsevat tason. Siltä ei löytynyt mitään.
system-count = { $count ->
    [one] { $n } tasolla kyseisenä päivänä
   *[other] { $n } tasolla kyseisenä päivänä
}
kind-group = Kuntakonserni
kind-council = Valtuusto
kind-preparatory-committee = Valtuuston valmisteluelin
kind-executive-board = Hallitus
kind-committee = Lautakunta
kind-working-committee = Jaosto
kind-joint-committee = Yhteinen lautakunta
kind-municipal-association = Kuntayhtymä
kind-company = Yhtiö
kind-part-owned-company = Osittain omistettu yhtiö
kind-general-meeting = Yhtiökokous
kind-company-board = Yhtiön hallitus
kind-managing-director = Toimitusjohtaja
kind-foundation = Säätiö
kind-administration = Hallinto
kind-unit = Yksikkö
kind-audit = Tilintarkastus
kind-external = Ulkopuolinen taho
process = Prosessi
two-ways = Kaksi yhtä aikaa voimassa olevaa tietä. Alla oleva työ kuuluu molempiin.
sys-none-this-year = Tältä vuodelta ei löytynyt yhtään.
sys-this-year = { $count ->
    [one] { $n } tänä vuonna.
   *[other] { $n } tänä vuonna.
}
direction-for = Tavoitteet kaudelle
sys-work = Mitä tehdään
direction-followed = Kausi { $period } on päättynyt. Sitä seurasi
sys-goals-none = Kaudelle ei löytynyt tavoitteita.
sys-processes-none = Prosesseja ei löytynyt.
sys-indicators-none = Mittareita ei löytynyt.
error-no-answer = Vastausta ei voitu ymmärtää
error-no-answer-text = Emme voineet lukea, vastasitko kyllä vai ei, tai mitä sivua vastaus koski. Vastaustasi ei tallennettu. Palaa sivulle ja vastaa siellä.
error-no-deed = Ei käynyt ilmi, mitä halusit tehdä
error-no-deed-text = Mitään ei ole tallennettu. Palaa edelliselle sivulle, lataa se uudelleen ja yritä uudestaan.
error-too-large = Tekstiä oli liikaa
error-too-large-text = Lähettämäsi teksti oli pidempi kuin voimme ottaa vastaan, eikä mitään tallennettu. Palaa takaisin, lyhennä tekstiä ja lähetä se uudelleen.
typed-unit-days = päivää
typed-unit-weeks = viikkoa
typed-unit-hours = tuntia
typed-unit-minutes = minuuttia
typed-unit-persons = henkilöä
typed-unit-households = kotitaloutta
typed-unit-pupils = oppilasta
typed-unit-schools = koulua
typed-unit-preschools = päiväkotia
typed-unit-homes = asuntoa
typed-unit-companies = yritystä
typed-unit-places = paikkaa
typed-unit-occasions = kertaa
typed-unit-kilometres = kilometriä
typed-unit-square-metres = neliömetriä
typed-unit-tonnes-carbon-dioxide = tonnia hiilidioksidia
typed-unit-tonnes-co2e = tonnia CO2e
vision-document-ours = Se, että nämä kaksi ovat sama, on meidän tulkintamme.
