# Den offentliga webbplatsen.
site-name = Mål och resultat
skip = Hoppa till innehållet
menu = Meny
menu-main = Huvudmeny
menu-close = Stäng menyn
languages = Språk
decided-words = På svenska:
translated-by = Översatt av: { $by }. Översättningarna är ingen del av besluten.
partly-translated = Vissa texter på sidan finns bara på svenska.
breadcrumb = Brödsmulor
nav-goals = Mål
nav-bodies = Nämnder och bolag
nav-indicators = Indikatorer
nav-system = Så styrs kommunen
invented = Påhittat exempel
invented-mark = påhittat exempel
our-reading = Vår tolkning
source = Källa
sources = Källor
decision-not-found = Beslutet ej funnet.
known-from = Känt från
shown-from = Visas här från
figures-undated = Ett utfall visas från periodens sista dag, där dagen då källan publicerade det inte är funnen.
stage-decided = Protokollet är inte justerat än
stage-appealed = Beslutet är överklagat
stage-quashed = En domstol har upphävt beslutet, och det gäller inte längre
day-label = Visa en annan dag
show = Visa
before = förut
contributes = Bidrar till
goal-no-indicator = Ingen indikator är kopplad till målet.
perspective-empty = Inga mål hittades i det här perspektivet.
goals-unplaced = Utan perspektiv
show-table = Visa som tabell
get-csv = Hämta som CSV
get-json = Hämta som JSON
data-missing = Uppgift saknas
target = målnivå
no-target = ingen målnivå hittad
not-judged = Inte uppföljt än
not-judged-why = Ingen beslutad bedömning av målet har hittats för den här dagen.
red-thread = Den röda tråden
red-thread-from-to = Från visionen till det som faktiskt görs, och tillbaka till resultatet.
vision = Vision
direction = Strategisk inriktning
processes = Processer
annual-plan = Årsplan
commitments = Åtaganden
activities = Aktiviteter
result = Resultat
perspective = Perspektiv
base = Grunden
base-documents = Styrdokument
base-rules = Övriga bestämmelser
base-law = Lagstiftning
core-values = Organisationens värden
core-values-help = Så vill vi möta dem vi arbetar för. Värdena visas men poängsätts inte.
start-ingress = Här ser du vad kommunkoncernen ska åstadkomma för invånare, brukare och kunder, och hur det går.
start-vision = Visionen för { $place }
sys-two-ways = Två vägar som gäller samtidigt. Båda leder till årsplanen.
sys-annual-plan = Vad som ska göras och uppnås under året.
other-occasion = Se läget vid ett annat tillfälle
other-occasion-help = Varje beslutad rapport leder till läget den dag den beslutades, enligt det som är känt i dag.
state-none = Ingen beslutad bedömning av målen har hittats
state-none-why = När en bedömning är beslutad visas läget för varje mål här.
goals-in-balance = Målen, i balans
goals-in-balance-why = En bra verksamhet nås genom balans mellan hållbar utveckling och en effektiv organisation.
sparkline-help = Den lilla kurvan visar en av målets organisationsindikatorer. Den prickade linjen är målnivån.
goals-none = Inga mål gällde den här dagen.
direction-ingress = De mål som kommunfullmäktige styr mot under perioden.
in-force-from = Gäller från
other-periods = Andra perioder
see-today = Se sidan som den är i dag
past-now = Visa läget i dag
not-yet-over = Inte än
not-yet-instead = Det här gällde i stället
not-yet-last-known = Senast känt: det som gällde { $period }
not-yet-nothing = Inga andra mål gällde den dagen.
goal-withdrawn = Återtaget genom beslut av
goal-closed = Avslutat genom beslut av
adopted = Antaget
owner = Ansvarig
continues = Fortsätter
continued-by = Fortsätts av
so-far = Så här långt
reached = Utfall:
for-year = För { $year }
state = Läget
state-of-day = läget { $day }
state-all-of-day = Läget den { $day }.
verdict-corrected = Rättad den { $day }.
verdict-before = Tidigare:
judged-by = Bedömt av
judge-not-found = Källan säger inte vem som bedömde
decided-by = Beslutat av
last-time = Förra gången
goal-no-figures = Det finns ingen siffra att visa för målet den här dagen.
goal-only-earlier-figures = Ingen siffra inom målets period har hittats. De som visas är från tiden före målet och bedömer det inte.
gap-vision = Ingen koppling till en vision har hittats.
gap-year = Ingen siffra för { $year } än.
gap-year-over = Siffran för { $year } saknas.
below-goal = Det som görs för målet
gap-below = Inget arbete är kopplat till målet.
gap-below-unknown = Inget arbete har hittats för målet.
gap-rests-on = Vilar på: inget styrdokument och ingen lag hittades.
gap-goal-process = Processmål: inget hittades bland det som görs för målet.
gap-activities = Inget mer konkret arbete är kopplat hit.
gap-result = Inget resultat har mätts.
gap-result-informing = Ingen organisationsindikator har någon siffra från perioden.
also-serves = stöder också
goal-indicators-h = Målets indikatorer
goal-indicators-help = Bara organisationsindikatorer ligger till grund för bedömningen. En ortsindikator visar hur det går på orten och bedöms inte.
analysis = Analys
analysis-happened = Vad har hänt?
analysis-cause = Varför?
analysis-meaning = Vad betyder det, och för vem?
analysis-now = Vad gör vi nu?
other-views = Så ser andra på målet
other-views-help = Organ som inte äger målet har gjort egna bedömningar. De ändrar inte bedömningen ovan.
no-verdict-found = Ingen bedömning hittad
goal-only-place-figures = Målet har bara ortsindikatorer och nyckeltal. De visas nedan och ligger inte till grund för någon bedömning.
link-our-reading = Kopplingen är vår tolkning
target-period-ours = Målets period är vår tolkning
target-source = Källa för målnivån
figure-note = Om siffran:
figure-preliminary = preliminärt
direction-over = Perioden { $period } är över. Ingen senare inriktning har hittats.
start-not-met = Nås inte
start-not-met-final = Inte uppfyllda
start-impossible = Går inte att bedöma
scale-forecast = Under året:
meaning-strategic-goal = Det som kommunfullmäktige vill uppnå under flera år.
meaning-process-goal = Det som det dagliga arbetet i en process ska leda till.
meaning-commitment = Det som en nämnd eller ett bolag lovar att göra under ett år.
meaning-activity = Det som en enhet gör för att hålla ett åtagande.
meaning-assignment = Det som fullmäktige eller styrelsen har gett någon i uppdrag.
meaning-service-declaration = Det du kan räkna med från en verksamhet, och vad som händer om det inte hålls.
meaning-control-point = Det som kontrolleras så att arbetet går rätt till.
meaning-deviation-action = Det som görs när något inte går som planerat.
verdict-history = Så har bedömningen ändrats
verdict-history-table = Tidigare bedömningar av målet
verdict = Bedömning
occasion = Tillfälle
version = Version
see-as-it-was = Visa som den var
indicator-facts = Om indikatorn
better = Bättre är
better-up = högre
better-down = lägre
better-near = nära målnivån
better-neither = varken högre eller lägre
forecast = Prognos
trend = Utveckling
trend-better = bättre
trend-unchanged = oförändrat
trend-worse = sämre
trend-rose = ökar
trend-fell = minskar
trend-higher-up = högre upp
trend-further-down = längre ned
level-better = Bättre än målet
level-near = Nära målet
level-worse = Sämre än målet
class-organisation = Organisationsindikator
class-place = Ortsindikator
class-key-figure = Nyckeltal
frequency = Mäts
frequency-yearly = varje år
frequency-every-other-year = vartannat år
frequency-school-yearly = varje läsår
frequency-half-yearly = två gånger om året
frequency-tertially = tre gånger om året
frequency-quarterly = fyra gånger om året
frequency-monthly = varje månad
frequency-irregular = ibland
responsible = Ansvarar för siffrorna
responsible-not-found = Källan säger inte vem
note = Att veta
serves = Mål som indikatorn visar
serves-none = Indikatorn är inte kopplad till något mål.
indicators-compared-h = Nätverk och undersökningar som kommunen jämför sig i
start-messages = Det viktigaste just nu
report-messages = Det viktigaste
report-goals-unknown = Rapportens bedömningar av målen har inte hittats.
report-goals-read = Läs dem i rapporten själv.
report-work-unknown = Rapportens uppföljning av årets arbete har inte hittats.
footer-only-sources = Allt här är hämtat ur offentliga källor. Ingen på { $municipality } har skrivit eller granskat sidan.
footer-sign-in = Logga in (medarbetare)
start-reports = Senaste rapporterna
message-goal = Läs om målet { $goal }
indicators-no-goal = Utan koppling till ett mål
indicators-none = Inga indikatorer fanns den här dagen.
bodies-committees = Nämnder
bodies-companies = Bolag
committees-ingress = Kommunfullmäktige, kommunstyrelsen, nämnderna och revisionen.
companies-ingress = Bolagen som kommunen äger.
bodies-none = Inga organ hittades för den här dagen.
seen-in = Nämns i källor från { $years }
seen-before = Om det finns den här dagen har vi inte funnit.
bodies-earlier = Nämns bara i äldre källor
bodies-earlier-why = Källor från senare år nämner andra, men inte dem. Om de finns den här dagen har vi inte funnit.
administrations = Förvaltningar
ended = upphört
last-day = Sista dag
succeeds = Efterträder
begins = Börjar
begins-on = börjar { $day }
succeeded-by = Efterträds av
answers-to = Lyder under
body-decided = Beslutat av
body-name-from = Namnet gäller från
earlier-name = Tidigare namn
body-elements = Ansvarar för
body-no-elements = Inget som organet ansvarar för hittades för den här dagen.
body-indicators = Svarar för indikatorerna
body-decisions = Beslut
body-no-decisions = Inga egna beslut hittades.
decision = Beslut
body-below = Underställda
vision-none = Ingen vision hittades för den här dagen.
vision-earlier = Tidigare visioner
vision-supported-by = Mål som stöder visionen
system-ingress = Styrsystemet håller ihop allt från visionen till det dagliga arbetet.
system-balance = Två perspektiv i balans
system-levels = Nivåerna
system-levels-help = Bilden visar vad varje nivå stöder. En hel linje betyder att den ska göra det, en streckad att den kan. Texten säger detsamma.
system-levels-found = Bilden har bara de nivåer som källorna nämner för den här tiden. Det kan finnas fler.
system-levels-told = Mer av vad källorna säger om nivåerna står under bilden.
system-long = Lång sikt
supports-must = { $level } ska stödja { $above }
supports-may = { $level } kan stödja { $above }
vision-must = { $level } ska stödja visionen
vision-may = { $level } kan stödja visionen
belongs-must = { $level } ska höra till { $above }
belongs-may = { $level } kan höra till { $above }
to-a-perspective = ett perspektiv
to-a-value = ett värde som skapas
to-a-process = en process
to-a-target-group = en målgrupp
to-a-core-value = ett kärnvärde
to-an-agenda-goal = ett mål i Agenda 2030
to-an-area = ett område
system-plans = Årsplanen och nämndernas planer
system-planned = Skrivs i årsplanen eller i en nämnds eller ett bolags plan för ett år.
system-aside = Vid sidan av
system-supports-none = Stöder ingen annan nivå.
system-base-text = Allt vilar på grunden:
system-occasion = Läget den { $day }
system-occasions = De senaste tillfällena
system-value = Värde som skapas
system-agenda = Agenda 2030
system-area = Område
system-processes-help = Det dagliga arbetet görs i processer som går tvärs över nämnder och bolag.
system-nothing = Inget hittades för den här dagen.
system-scale = Så bedöms målen
system-scale-help = En människa bedömer. Siffrorna är underlag.
system-year = Uppföljning
system-year-help = Läget följs upp flera gånger under året, och en sista gång när året är slut.
footer-real = Uppgifterna kommer från offentliga källor. Källan står vid varje siffra på indikatorns egen sida.
footer-invented = Allt om kommunen är påhittat: namn, siffror, beslut och människor.
footer-periods = Perioder
footer-about = Om styrningen
error-not-found = Sidan finns inte
error-not-found-text = Adressen kan vara felskriven, eller så finns sidan inte. Här kan du börja om.
error-bad-request = Adressen går inte att förstå
error-bad-request-text = Adressen innehåller tecken som inte hör dit. Börja om från startsidan.
error-internal = Något gick fel hos oss
error-internal-text = Vi har fått veta om felet. Försök igen om en stund.
error-too-long = Adressen är för lång
error-too-long-text = Adressen, eller det du sökte efter, har för många tecken. Sök på några ord i rutan här, eller börja om från startsidan.
error-refused = Det går inte att svara på det
error-refused-text = Sidan kan bara läsas. Börja om från startsidan.
error-day = Dagen går inte att visa
error-start = Till startsidan
start-h1 = Vart är { $place } på väg?
start-heading = { $met } av { $goals } mål är på väg att nås
start-heading-final = { $met } av { $goals } mål är uppfyllda
start-heading-none = inget av { $goals } mål är på väg att nås
start-heading-none-final = inget av { $goals } mål är uppfyllt
sys-vision = Hur { $place } ska vara i framtiden.
state-on = Läget den { $day }, enligt
past-day = Du ser läget den { $day }.
today-day = Du ser det som gäller i dag, den { $day }.
goal-result = { $name }: { $figure } ({ $period }).
goal-period-over = Målet gällde { $period }. Perioden är över.
after-goal-period = Efter målets period:
before-goal-period = Före målets period:
no-figure-in-period = Ingen siffra inom målets period hittades.
after-period = efter perioden
goal-to-come = Målet gäller { $period }. Perioden har inte börjat.
period-not-found = Ingen källa anger periodens år. { $year } är året då målen sågs gälla.
to-year = Till { $year }
due = klart senast { $day }
not-yet-direction = Den { $day } hade inriktningen inte börjat gälla.
not-yet-goal = Den { $day } var målet inte beslutat än.
not-yet-indicator = Indikatorn finns här från den { $day }.
not-yet-body = Organet är känt från { $day }.
until = till den { $day }
horizon = med sikte på { $year }
vision-ingress = Så ska { $place } vara. Visionen handlar om platsen, inte om organisationen.
footer-changed = Webbplatsens uppgifter ändrades senast den { $day }
page-changed = Det som sidan handlar om ändrades senast: { $day }
unit-points = { $figure } poäng
unit-rank = plats { $figure }
error-reference = Hänvisa till { $reference } om du hör av dig.
error-day-malformed = ”{ $given }” är ingen dag. Skriv dagen så här: 2018-12-31. I dag är det { $today }.
error-day-future = { $given } har inte varit än. I dag är det { $today }. Välj en tidigare dag.
error-day-too-early = { $given } är för länge sedan. Välj en dag efter 1600. I dag är det { $today }.
error-day-twice = Dagen står två gånger i adressen. Behåll en. Den sista var { $given }. I dag är det { $today }.
sys-goals = { $count ->
    [one] { $n } mål för perioden.
   *[other] { $n } mål för perioden.
}
sys-processes = { $count ->
    [one] { $n } övergripande verksamhets­process. Här görs det dagliga arbetet.
   *[other] { $n } övergripande verksamhets­processer. Här görs det dagliga arbetet.
}
sys-process-goals = { $count ->
    [one] { $n } processmål.
   *[other] { $n } processmål.
}
sys-activities = { $count ->
    [one] { $n } konkret arbete.
   *[other] { $n } konkreta arbeten.
}
sys-indicators = { $count ->
    [one] { $n } indikator visar om det blev bättre.
   *[other] { $n } indikatorer visar om det blev bättre.
}
tally-met = { $count ->
    [one] { $n } mål nås
   *[other] { $n } mål nås
}
tally-partly = { $count ->
    [one] { $n } mål nås delvis
   *[other] { $n } mål nås delvis
}
tally-not-met = { $count ->
    [one] { $n } mål nås inte
   *[other] { $n } mål nås inte
}
tally-met-final = { $count ->
    [one] { $n } mål uppfyllt
   *[other] { $n } mål uppfyllda
}
tally-partly-final = { $count ->
    [one] { $n } mål delvis uppfyllt
   *[other] { $n } mål delvis uppfyllda
}
tally-not-met-final = { $count ->
    [one] { $n } mål inte uppfyllt
   *[other] { $n } mål inte uppfyllda
}
goal-indicators = { $count ->
    [one] { $n } indikator är kopplad till målet.
   *[other] { $n } indikatorer är kopplade till målet.
}
indicators-ingress = { $count ->
    [one] { $n } indikator visar hur det går.
   *[other] { $n } indikatorer visar hur det går.
}
system-count-none = Källorna nämner nivån. Inget på den har hittats.
system-count = { $count ->
    [one] { $n } på nivån den här dagen
   *[other] { $n } på nivån den här dagen
}
kind-group = Kommunkoncernen
kind-council = Fullmäktige
kind-preparatory-committee = Fullmäktigeberedning
kind-executive-board = Styrelse
kind-committee = Nämnd
kind-working-committee = Utskott
kind-joint-committee = Gemensam nämnd
kind-municipal-association = Kommunalförbund
kind-company = Bolag
kind-part-owned-company = Delägt bolag
kind-general-meeting = Bolagsstämma
kind-company-board = Bolagsstyrelse
kind-managing-director = Verkställande direktör
kind-foundation = Stiftelse
kind-administration = Förvaltning
kind-unit = Enhet
kind-audit = Revision
kind-external = Extern part
process = Process
two-ways = Två vägar som gäller samtidigt. Arbetet nedanför hör till båda.
sys-none-this-year = Inga hittades för i år.
sys-this-year = { $count ->
    [one] { $n } i år.
   *[other] { $n } i år.
}
direction-for = Mål för perioden
sys-work = Det som ska göras
direction-followed = Perioden { $period } är över. Den följdes av
sys-goals-none = Inga mål hittades för perioden.
sys-processes-none = Inga processer hittades.
sys-indicators-none = Inga indikatorer hittades.
error-no-answer = Svaret gick inte att förstå
error-no-answer-text = Vi kunde inte läsa om du svarade ja eller nej, eller vilken sida det gällde. Ditt svar sparades inte. Gå tillbaka till sidan och svara där.
error-no-deed = Sidan förstod inte vad du ville göra
error-no-deed-text = Ingenting är sparat. Gå tillbaka, ladda om sidan och försök igen.
error-too-large = Det var för mycket text
error-too-large-text = Det du skickade var längre än vi kan ta emot, och ingenting sparades. Gå tillbaka, korta texten och skicka den igen.
typed-unit-days = dagar
typed-unit-weeks = veckor
typed-unit-hours = timmar
typed-unit-minutes = minuter
typed-unit-persons = personer
typed-unit-households = hushåll
typed-unit-pupils = elever
typed-unit-schools = skolor
typed-unit-preschools = förskolor
typed-unit-homes = bostäder
typed-unit-companies = företag
typed-unit-places = platser
typed-unit-occasions = tillfällen
typed-unit-kilometres = kilometer
typed-unit-square-metres = kvadratmeter
typed-unit-tonnes-carbon-dioxide = ton koldioxid
typed-unit-tonnes-co2e = ton CO2e
vision-document-ours = Det är vår tolkning att de två är samma.
