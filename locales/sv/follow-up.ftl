# Uppföljning: balans, god ekonomisk hushållning, rapporter. Och sidorna om webbplatsen.
balance = Balansen
balance-no-index = Balansen är ingen siffra. Här räknas mål och åtaganden, men de vägs aldrig ihop. Om balansen är god bedöms av människor, med ord.
balance-see = Se balansen
balance-judged = Så bedöms balansen
balance-judged-none = Ingen bedömning av balansen har hittats för den här dagen.
balance-sides = Båda sidorna, räknade
balance-sides-help = Ett mål kan skapa flera värden och räknas då under vart och ett. Det som ingen har bedömt räknas som inte bedömt.
balance-sides-none = Inga perspektiv hittades för den här dagen.
balance-goals = Strategiska mål
balance-process-goals = Processmål
balance-work = Åtaganden och uppdrag { $year }
balance-processes-help = Processerna är det dagliga arbetet. Här räknas målen i dem och årets åtaganden.
tally-nothing = inga hittades
tally-none-judged = { $n }, ingen bedömning hittad
tally-goals = { $met } av { $all } nås
tally-goals-partly = { $n } { $count ->
   *[other] nås delvis
}
tally-goals-not = { $n } { $count ->
   *[other] nås inte
}
tally-goals-final = { $met } av { $all } uppfyllda
tally-goals-partly-final = { $n } { $count ->
    [one] delvis uppfyllt
   *[other] delvis uppfyllda
}
tally-goals-not-final = { $n } { $count ->
    [one] inte uppfyllt
   *[other] inte uppfyllda
}
tally-work = { $met } av { $all } enligt plan
tally-work-partly = { $n } { $count ->
   *[other] med risk
}
tally-work-not = { $n } { $count ->
   *[other] avviker
}
tally-work-final = { $met } av { $all } klara
tally-work-partly-final = { $n } { $count ->
    [one] delvis klart
   *[other] delvis klara
}
tally-impossible = { $n } går inte att bedöma
tally-not-judged = { $n } { $count ->
    [one] inte bedömt
   *[other] inte bedömda
}
meaning-financial-goal = Det som fullmäktige kräver av kommunens ekonomi.
financial-management = God ekonomisk hushållning
financial-management-of = God ekonomisk hushållning { $year }
financial-management-ingress = Kommunen ska sköta sin ekonomi så att även de som kommer efter oss får det bra. Fullmäktige sätter mål för ekonomin och verksamheten, och varje år bedöms om de nås.
financial-management-none = Inga mål och ingen bedömning har hittats för den här dagen.
financial-management-not-judged = ingen bedömning hittad
financial-management-judged = Bedömningen
financial-management-judged-help = Kommunen och hela koncernen bedöms var för sig.
financial-management-municipality = Kommunen
financial-management-group = Kommunen och bolagen tillsammans
financial-management-judged-none = Ingen beslutad bedömning har hittats för den här dagen.
financial-management-goals = Mål som är viktiga för god ekonomisk hushållning
financial-management-goals-none = Vilka mål som budgeten pekar ut har inte hittats.
financial-management-financial = Finansiella mål
financial-management-operational = Mål för verksamheten
financial-management-withdrawn = { $count ->
    [one] Ett mål är återtaget och räknas inte med:
   *[other] { $n } mål är återtagna och räknas inte med:
}
financial-management-rule = Kommunens regel för bedömningen
financial-management-rule-help = Regeln är ett råd. Det är människor som bedömer, och programmet räknar inte fram något betyg.
financial-management-result = Årets resultat
financial-management-result-help = Intäkterna ska vara större än kostnaderna. Det kallas balanskravet. Det är ett eget krav i lagen och vägs inte ihop med bedömningen. Här står resultatet så som det är tryckt. Hur balanskravet räknades av står inte i uppgifterna.
financial-management-balanced = Balanskravsresultat
financial-management-balanced-none = Balanskravsresultatet har inte hittats för året.
financial-management-balanced-to-come = Året är inte slut. Balanskravsresultatet räknas fram till årsredovisningen.
financial-management-result-none = Inget resultat för hela kommunen har hittats för året.
financial-management-auditors = Revisorernas bedömning
financial-management-auditors-help = Revisorerna granskar åt fullmäktige. Deras bedömning står bredvid kommunens egen.
financial-management-auditors-none = Revisorernas bedömning har inte hittats.
reports = Rapporter
reports-ingress = Varje rapport leder till läget den dag den beslutades, enligt det som är känt i dag.
reports-none = Ingen beslutad rapport har hittats för den här dagen.
reports-own = Nämndernas och bolagens egna rapporter
reports-own-help = De beslutas av nämnden eller bolaget och skickas till kommunstyrelsen.
reports-all = Alla rapporter
report = Rapport
report-interim-1 = Delårsrapport 1, { $year }
report-interim-2 = Delårsrapport 2, { $year }
report-annual = Årsredovisning { $year }
report-cut-off = Avser läget
report-corrected = Uppgifterna om rapporten rättades den { $day }.
report-document = Själva dokumentet
report-document-none = Ingen adress till dokumentet hittades.
report-document-ask = Så begär du rapporten av kommunen
report-state-decided = Läget den { $day }, godkänt den { $on }
report-state-published = Läget den { $day }, publicerat { $on }
report-contents = Läget den dagen, enligt det som är känt i dag
report-goals = Målen i rapporten
report-balance = Se balansen som den var då
report-not-yet = Rapporten fanns inte den här dagen. Den beslutades eller publicerades den { $day }.
about-accessibility = Tillgänglighet
about-method = Metod
about-open-data = Öppna data
about-cookies = Kakor
about-records = Begär en handling
footer-site = Om webbplatsen
acc-ingress = Alla ska kunna använda webbplatsen. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, och vad som brister.
acc-ingress-program = { $municipality } står inte bakom webbplatsen och har inte skrivit det här. Det är programmets egen redogörelse: så tillgängliga är sidorna, och det här brister. Den ersätter ingen redogörelse som lagen kräver av en kommun.
acc-actor = Den som står bakom
acc-actor-program = Den som har satt upp programmet Riktning. Det är inte { $municipality }, och vem det är står inte här.
acc-service = Tjänsten
acc-service-is = Den här webbplatsen, ”{ $site }”
acc-version = Programmet
acc-day = Redogörelsens dag
acc-day-none = Kommunen har inte daterat redogörelsen.
acc-day-program = Den hör till programmets version och har ingen egen dag.
acc-review = Ska ses över senast { $day }
acc-level = Hur tillgänglig webbplatsen är
acc-level-is = Webbplatsen är byggd för att uppfylla standarden WCAG 2.2 på nivå AA. Den är delvis förenlig med lagen, på grund av bristerna här nedanför.
acc-level-program = Programmet är byggt för att uppfylla standarden WCAG 2.2 på nivå AA. Det gör det inte helt, på grund av bristerna här nedanför.
acc-gaps = Det vi vet brister
acc-gap-language = Åtaganden, beslut och bedömningar finns bara på svenska; av mål och visioner finns det som någon har översatt. Det som står på svenska är märkt så, för att skärmläsare ska läsa det rätt. Orsak: det beslutas på svenska.
acc-gap-sources = Dokument som vi länkar till ligger hos andra och kan brista. Orsak: vi råder inte över dem.
acc-gap-people = Webbplatsen har inte prövats av personer med funktionsnedsättning. Orsak: det har inte hunnits.
acc-gap-finnish = Den finska texten har inte granskats av någon som har finska som modersmål. Orsak: det har inte hunnits.
acc-method = Så har vi prövat
acc-method-program = De som gör programmet har granskat det själva.
acc-method-ours = Vi har granskat själva.
acc-method-is = Varje slags sida prövas med verktyget axe i ljust och mörkt läge, i 320 pixlars bredd, med bara tangentbord, utan skript, med tvingade färger och i utskrift. Den öppna webbplatsen har inga skript.
acc-tell = Säg till om något brister
acc-tell-form = Du kan svara utan att säga vem du är, och skriva vad som brister:
acc-tell-form-link = svara längst ner på sidan
acc-tell-program = Svaret når den som har satt upp webbplatsen, inte { $municipality }.
acc-tell-us = Vill du ha svar, eller innehållet i en annan form?
acc-tell-contact = Kontakta oss
acc-complain = Om du inte är nöjd med svaret
acc-complain-is = Myndigheten för digital förvaltning, Digg, har tillsyn över lagen.
acc-complain-link = Anmäl till Digg
method-ingress = Så blir uppgifterna på webbplatsen till, och så ska du läsa dem.
method-people = Människor bedömer
method-people-is = Indikatorerna visar siffror. Om ett mål nås bedöms av en nämnd, en styrelse eller fullmäktige, med skäl, dag och beslut. Programmet räknar aldrig fram en bedömning.
method-indicators = Så sorterar Riktning indikatorer
method-indicators-is = Riktning sorterar i tre slag. Organisationsindikatorer mäter det som kommunkoncernen råder över, och bara de ligger till grund för bedömningen av ett mål. Ortsindikatorer mäter hur det är att leva här. Resten räknas som nyckeltal. Kommunens egna slag kan vara fler; där källorna beskriver dem står kommunens egna ord bland indikatorerna.
method-sources = Beslut eller källa för allt
method-sources-is = Varje uppgift visar beslutet eller källan som den vilar på. Där bara en källa är känd står det att beslutet inte har hittats. Där vi har tolkat en källa står ”Vår tolkning”.
method-days = Varje dag finns kvar
method-days-is = Du kan läsa varje sida som den stod en annan dag. Det som började gälla senare syns inte då, och det som gällde då skrivs aldrig över. Får vi veta något om dagen i efterhand visas det där.
method-missing = Det som saknas sägs
method-missing-is = Saknas ett mätvärde, en bedömning eller ett beslut står det på sidan. En lucka i ett diagram fylls aldrig i, och det som inte är bedömt räknas aldrig som uppnått.
data-ingress = Siffrorna kan du hämta som filer och använda i egna tabeller och program.
data-what = Vad som finns
data-indicators = { $count ->
    [one] { $n } indikator kan hämtas som CSV och JSON på sin egen sida:
   *[other] { $n } indikatorer kan hämtas som CSV och JSON, var och en på sin egen sida:
}
data-days = En fil kan hämtas som den var en viss dag: öppna indikatorns sida för den dagen och hämta filen där.
data-json = CSV-filen öppnas i ett kalkylprogram. Har JSON-filen tomt värde står skälet bredvid.
data-licence = Villkor
data-licence-none = Ingen licens för uppgifterna har hittats. De är hämtade ur offentliga källor. Programmet bakom webbplatsen är fri programvara under EUPL 1.2.
data-licence-invented = Allt är påhittat och får användas fritt, om det sägs att det är ett påhittat exempel. Programmet bakom webbplatsen är fri programvara under EUPL 1.2.
data-source = Källa
data-source-is = Källan står vid varje värde, i tabellen och i filerna.
data-not = Vad som inte finns
data-not-is = Mål, åtaganden och beslut kan ännu inte hämtas som filer.
cookies-ingress = Den öppna webbplatsen sätter inga kakor.
cookies-nothing = Inget sparas hos dig som läser
cookies-nothing-is = Ingen kaka, inget spårningsverktyg och inget innehåll från andra webbplatser används. Därför finns det ingen ruta att godkänna.
cookies-work = När du loggar in för att arbeta
cookies-work-is = Bara den som loggar in i arbetsytan får en kaka. Den visar att du är inloggad, gäller i högst tio timmar och används till inget annat.
cookies-answers = När du svarar på frågan längst ner
cookies-answers-is = Svaret sparas utan namn och adress. Vi sparar vilken sida du var på, och din kommentar om du skriver en.
records-ingress = Du har rätt att läsa allmänna handlingar, och du behöver inte säga vem du är eller vad du ska ha dem till.
records-how = Så gör du
records-how-is = Tala om vilken handling du vill läsa. Det går fortast om du anger diarienumret. Numret står vid beslutet på varje sida där beslutet visas.
records-number = Så kan ett diarienummer se ut:
records-number-none = Inget diarienummer hittades för den här dagen. Ange då vad beslutet gällde och vilken dag.
records-registrar = Vem du frågar
records-registrar-none = Registrator hittades inte.
records-ask = Du kan också fråga
records-right = Om du får nej
records-right-is = Då kan du begära ett skriftligt beslut som går att överklaga. Rätten står i tryckfrihetsförordningen och offentlighets- och sekretesslagen.
group = Kommunkoncernen
group-see = Se hela koncernen.
group-ingress = Kommunfullmäktige är högst. Det beslutar för hela koncernen, och nämnderna och bolagen svarar inför det.
group-loose = Vem de lyder under har inte hittats
group-loose-why = Källorna nämner organen men säger inte vem de lyder under.
process-judged = Så har det bedömts
notes-h = Det här säger källorna också
note-in-our-words = Formulerat av oss efter källan
notes-many = { $count ->
    [one] En uppgift
   *[other] { $n } uppgifter
}
notes-help = Uppgifter som de står i källan. De är varken beslut eller bedömningar.
audit-notes = Källan återger vad revisorerna kom fram till men inte varför. Därför står det som ett citat och inte som en bedömning.
classes-h = Olika slags indikatorer
system-level-notes = Så beskriver källorna nivåerna
system-scale-notes = Andra skalor som källorna använder
calendar-h = Året i dagar
calendar-help = Sammanträden, beslut och annat som källorna nämner med en dag. Beslut som vi har hittat i sin helhet står också hos det organ som fattade dem.
share = Ägarandel
share-owned = { $percent } ägs av koncernen
share-since = från { $day }
share-none = uppgift saknas
body-part-of = Ingår i
term = Mandattid
term-days = från { $from } till och med { $to }
term-none = Mandattiden hittades inte.
services = Servicedeklarationer
services-ingress = Det här kan du räkna med. Varje löfte säger hur det mäts och vad som händer om det inte hålls.
services-none = Ingen servicedeklaration som gäller den här dagen har hittats.
services-measure = Så mäts det
services-measure-none = Hur det mäts hittades inte.
services-if-not = Om det inte hålls
services-if-not-none = Vad som händer då hittades inte.
services-owner = Svarar för det
services-adopted = Löftet beslutat av
services-before = Från tidigare perioder
services-before-help = De hör till perioder som är över. Där beslutet inte är funnet kan löftet gälla än.
services-undated = Utan år i källan
services-undated-help = Källan säger inte för vilket år löftet gäller. Det kan gälla fortfarande.
services-no-year = Året hittades inte

about-is-todays = Texten är dagens, också när sidan visar en annan dag.
about-finnish = Finska och andra minoritetsspråk
# What lag (2009:724) gives, by its sections: 3 and 5 (information, influence), 5 b (goals and guidelines), 8 (contact, an oral
# answer, translation of a decision), 9 (outside the area), 12 (hours and place, and else), 17 (preschool), 18 (care of the
# old). Read beside the pages of Eskilstuna and of Länsstyrelsen Gävleborg on 29 November 2026.
finnish-ingress = I en kommun som hör till förvaltningsområdet för finska har du rätt att använda finska när du har med kommunen att göra. Rätten står i lagen om nationella minoriteter och minoritetsspråk.
finnish-here = Gäller det i {$municipality}?
finnish-here-none = Ingen källa som vi har läst säger om kommunen hör till förvaltningsområdet. Fråga kommunen.
finnish-contact = När du hör av dig
finnish-contact-is = Du har rätt att tala och skriva finska i ett ärende som gäller dig själv, och den som du företräder. Kommunen ska då svara muntligt på finska. Om du inte har något juridiskt biträde har du rätt att på begäran få en skriftlig översättning till finska av beslutet och skälen för det.
finnish-contact-else = Också i övrigt ska kommunen sträva efter att bemöta dig på finska. Kommunen får ange särskilda tider och en särskild plats för besök av den som talar finska, och särskilda telefontider.
finnish-ask = Säg att du vill tala finska när du ringer eller besöker:
finnish-care = Förskola och äldreomsorg
finnish-care-is = När kommunen erbjuder plats i förskola ska den också erbjuda plats i verksamhet som helt eller till en väsentlig del är på finska, om vårdnadshavarna begär det. Den som begär det ska erbjudas service och omvårdnad inom äldreomsorgen som helt eller till en väsentlig del ges på finska. Kommunen ska informera om möjligheten.
finnish-decision = Om du har fått ett beslut på svenska
finnish-decision-is = Be om en översättning hos den nämnd som har beslutat. I beslutet står hur och när det senast överklagas; vänta inte på översättningen.
finnish-influence = Inflytande
finnish-influence-is = Kommunen ska ge minoriteterna inflytande i frågor som berör dem och så långt som möjligt samråda med dem. Den ska anta mål och riktlinjer för sitt minoritetspolitiska arbete.
finnish-all = I alla kommuner
finnish-all-is = Oavsett var du bor ska det allmänna skydda och främja de nationella minoritetsspråken finska, jiddisch, meänkieli, romani chib och samiska, och kommunen ska informera minoriteterna om deras rättigheter. Utanför förvaltningsområdet får du använda finska i ditt ärende om det finns personal som kan språket.
finnish-where = Var det gäller
finnish-where-is = Rätten gäller i de kommuner som räknas upp i 6 § i lagen, och i dem som har anslutit sig frivilligt.
finnish-where-link = Förordningen om nationella minoriteter räknar upp dem som har anslutit sig
finnish-law = Lagen i kommunens förteckning:
finnish-promises = Vad kommunen lovar av sin service står här:
finnish-site = På de här sidorna
finnish-site-is = Sidornas egna ord, kontaktuppgifterna och det som någon har översatt av målen finns på finska. Det fullmäktige har beslutat är på svenska, och är märkt så att en skärmläsare läser det rätt.
balance-parts-not-said = Källorna säger inte vilka av de här värdena målen bidrar till:
