# Styrmodellen: nivåer, skalor och ämnen, av strategen och utan kod.

models = Styrmodell
models-help = Här bestämmer du vilka nivåer planen har, hur de hänger ihop och hur de bedöms. En ny modell är ett utkast tills du sätter den i kraft. Tidigare perioder behåller sin modell.
models-there = Modeller
models-none = Det finns ingen modell än. Börja på en här nedanför.
model-begin = Börja på en ny modell
model-begin-help = Välj vad den ska utgå från. Den blir ett utkast som bara strategen ser, och du kan ändra allt i den.
model-from = Utgå från
model-copy-of = En kopia av { $name }
model-name-help = Till exempel Strategisk inriktning 2028–2031. Namnet står på webbplatsen.
model-first-year = Första året
model-last-year = Sista året
model-begin-go = Börja
model-done-thrown = Utkastet är kastat.
model-done-saved = Ändringen är sparad.
model-done-force = Datumet är satt. Modellen gäller från den dagen.
model-stage-draft = Utkast. Bara strategen ser det.
model-stage-coming = Börjar gälla { $day }.
model-stage-in-force = Gäller sedan { $day }.
model-stage-over = Perioden är slut. Modellen står kvar som den var.
model-public-help = Modellen gäller. Innan en ändring görs ser du vad den gör. Den gäller sedan från i dag, och sidor som visar tidigare dagar står kvar som de var.
model-lacks = Det här saknas. Du kan sätta modellen i kraft ändå.
model-lacks-planned = Ingen nivå skrivs i verksamhetsplaner, så ingen kan planera efter modellen.
model-lacks-goal = Ingen nivå är fullmäktiges mål.
model-lacks-translation = { $count ->
    [one] Ett namn saknas på engelska eller finska.
   *[other] { $n } namn saknas på engelska eller finska.
}
model-levels = Nivåer
model-stands = Här står { $what }.
model-use-decided = { $count ->
    [one] en rad som är beslutad
   *[other] { $n } rader som är beslutade
}
model-use-in-hand = { $count ->
    [one] en rad i en plan som inte är beslutad
   *[other] { $n } rader i planer som inte är beslutade
}
model-use-taken-back = { $count ->
    [one] ett borttaget utkast
   *[other] { $n } borttagna utkast
}
model-must-support = Måste stödja: { $what }.
model-may-support = Får stödja: { $what }.
model-owned-by = Ägs av: { $who }.
model-decided-by = Beslutas av: { $who }.
model-judged-by = Bedöms med skalan { $scale }.
model-is-measured = Mäts med indikatorer.
model-closed-by-decision = Avslutas bara genom beslut.
model-has-criteria = Formuleringen läses mot: { $criteria }.
model-has-limit = Högst { $most } för varje organ.
model-season = { $month }: { $what }.
model-up = Flytta upp
model-down = Flytta ned
model-level-add = Lägg till en nivå
model-level-new = Ny nivå
model-scales = Skalor
model-scales-none = Modellen har ingen skala. Då bedöms ingenting.
model-scale-add = Lägg till en skala
model-scale-new = Ny skala
model-itself = Namn och period
model-period-stays = Perioden är { $period }. Den står i sidornas adresser och kan inte ändras.
model-follows = Följer på
model-follows-none = Ingen tidigare modell
model-dimensions = Det som modellen använder
model-dimensions-help = Nivåerna kan ställas under det som är valt här. Vad som finns i varje bestämmer du på sidan
model-throw = Kasta utkastet
model-throw-help = Utkastet försvinner och perioden blir ledig. Det går inte att ångra.
model-throw-go = Kasta
model-look = Se vad ändringen gör
model-beside = Skiljer sig från det som är sparat nu
model-effect = Det här händer
model-waits = Mål och planer kan skrivas efter modellen redan nu, när du har sagt dagen. Invånarna ser den, och det som beslutas i den, från { $day }.
model-effect-help = Ingenting är gjort ännu. Ändringen gäller från i dag.
model-effect-model = I modellen
model-effect-plan = I planer och på webbplatsen
model-effect-nothing = Ingenting som finns berörs.
model-effect-past = Sidor som visar en tidigare dag och tidigare perioder står kvar som de var.
model-effect-stands = { $name }: här står { $what }. De får det som ändras.
model-effect-lacking = { $count ->
    [one] En rad kan inte beslutas förrän den har en koppling som modellen då kräver.
   *[other] { $n } rader kan inte beslutas förrän de har en koppling som modellen då kräver.
}
model-effect-misplaced = { $count ->
    [one] En rad ägs av ett organ som då inte kan äga den.
   *[other] { $n } rader ägs av organ som då inte kan äga dem.
}
model-differs-name = Modellen heter { $name }.
model-differs-frame = Period, föregångare eller ämnen är andra.
model-differs-level-new = Ny nivå: { $name }.
model-differs-level-gone = Nivån { $name } finns inte.
model-differs-level-name = Nivån { $name } heter { $new }.
model-differs-level = Nivån { $name } är annorlunda: { $parts }.
model-differs-order = Nivåerna står i en annan ordning.
model-differs-scale-new = Ny skala: { $name }.
model-differs-scale-gone = Skalan { $name } finns inte.
model-differs-scale = Skalan { $name } är annorlunda.
model-differs-from = Skiljer sig från { $name }
model-differs-nothing = Ingenting skiljer.
model-part-purpose = vad den är till för
model-part-many = vad flera heter
model-part-supports = vad den stöder
model-part-owners = vem som äger
model-part-deciders = vem som beslutar
model-part-measured = om den mäts
model-part-scale = skalan
model-part-closed = hur den avslutas
model-part-criteria = kriterierna
model-part-seasons = platsen i året
model-part-limit = gränsen
model-called = Vad den heter
model-one = En heter
model-one-en = En heter på engelska
model-one-fi = En heter på finska
model-many = Flera heter
model-many-en = Flera heter på engelska
model-many-fi = Flera heter på finska
model-purpose = Vad den är till för
model-purpose-help = Sidorna går efter det, vad ni än kallar nivån.
model-purpose-stays = Till för: { $purpose }. Det kan inte ändras när något står på nivån, för sidornas adresser bygger på det.
model-choose = Välj
model-purpose-goal = Fullmäktiges mål
model-purpose-process-goal = Mål för en process
model-purpose-commitment = Löfte för ett år från nämnd eller bolag
model-purpose-activity = Aktivitet i en enhet
model-purpose-assignment = Uppdrag från ett politiskt organ
model-purpose-service = Servicedeklaration
model-purpose-control = Kontrollmoment i den interna kontrollen
model-purpose-action = Åtgärd när något avviker
model-purpose-financial = Finansiellt mål
model-purpose-other = Något annat som skrivs i planen för ett år
model-supports = Vad den stöder
model-supports-help = Den röda tråden uppåt. Utan det som måste finnas kan en rad inte beslutas.
model-support-no = Stöder inte
model-support-may = Får stödja
model-support-must = Måste stödja
model-upward-vision = Visionen
model-whose = Vem som äger och beslutar
model-whose-help = Lämna en kolumn tom om alla slag får.
model-owns = Äger
model-decides = Beslutar
model-owns-which = { $kind } äger
model-decides-which = { $kind } beslutar
model-judging = Uppföljning
model-scale = Bedöms med skalan
model-scale-none = Bedöms inte
model-measured = Mäts med indikatorer
model-closed = Avslutas bara genom ett beslut
model-limit = Högst så många för varje organ
model-limit-help = Gränsen visas innan något beslutas. Den hindrar ingen.
model-criteria = Kriterier för formuleringen
model-criteria-help = Till exempel TAKT: tydligt, ansvarsfördelat, kvantifierbart, tidssatt. Ett kriterium visas medan någon skriver och stoppar inget utkast.
model-criterion = Kriterium { $number }
model-check = Vad som läses
model-check-clear = En människa läser meningen
model-check-assigned = Organ och roll är ifyllda
model-check-quantifiable = Antal eller villkor är ifyllt
model-check-timed = Sista dagen ligger i perioden
model-vague = Ord att fråga om
model-vague-help = Ett på varje rad, till exempel arbeta med. Den som skriver dem får frågan vad som då ska synas.
model-seasons = Platsen i året
model-seasons-help = Vad som görs i vilken månad, till exempel att fullmäktige beslutar nästa års kontrollmoment i november.
model-season-row = Tillfälle { $number }
model-month = Månad
model-season-what = Vad som görs
model-season-en = På engelska
model-season-fi = På finska
model-level-remove = Ta bort nivån
model-level-in-use = Det står något på nivån. Därför kan den inte tas bort.
model-level-remove-help = Ingenting står på nivån. Kopplingar till den tas också bort.
model-level-remove-go = Ta bort nivån
model-scale-help = En skala har ett värde för varje bedömning. Räknas som avgör hur det räknas på sidorna, vad ni än kallar det.
model-scale-in-use = Något är bedömt med skalan. Värden som är använda kan byta namn och inte tas bort.
model-scale-called = Vad skalan heter
model-values = Värden
model-values-help = Det bästa först. Töm ett namn för att ta bort värdet.
model-value = Värde { $number }
model-value-name = Heter när året är slut
model-forecast = Heter under året
model-forecast-en = Under året på engelska
model-forecast-fi = Under året på finska
model-shape = Tecken
model-shapes = Tecknen
model-shape-good = Fylld cirkel med bock
model-shape-partly = Halvfylld romb
model-shape-bad = Fylld kvadrat med kryss
model-shape-unclear = Streckad cirkel
model-shape-done = Flagga
model-shape-not-begun = Tom cirkel
model-counts = Räknas som
model-counts-as = räknas som { $what }
model-counts-met = Uppfyllt
model-counts-partly = Delvis uppfyllt
model-counts-not-met = Inte uppfyllt
model-counts-unknown = Okänt
model-place = Plats
model-scale-remove = Ta bort skalan
model-scale-remove-help = Ingenting är bedömt med skalan. Nivåer som skulle bedömas med den blir utan.
model-scale-remove-go = Ta bort skalan
model-force = Sätt modellen i kraft
model-force-other = Ändra dagen
model-force-help = När dagen är sagd kan målen för hela perioden skrivas genast, och de år som börjar den dagen eller senare planeras efter modellen. Från dagen själv står den på webbplatsen. Ingenting är gjort ännu.
model-force-from = Gäller från och med
model-force-from-help = Välj en dag senast när inriktningen ska beslutas: före dess kan inget beslut registreras. Fram till dagen kan du välja en annan.
model-force-look = Se vad som händer den dagen
model-force-go = Sätt i kraft { $day }
model-becomes-public = Från { $day } står modellen på webbplatsen, med mål för { $period } när de är beslutade.
model-stays = { $count ->
    [one] I { $name } står en rad kvar, med sin modell.
   *[other] I { $name } står { $count } rader kvar, med sin modell.
}
model-takes-over = Planeringen för { $year } går över från { $from }.
model-takes-over-plan = { $count ->
    [one] { $name } har en plan på gång med en rad enligt den modellen. Nya rader kan inte läggas i den.
   *[other] { $name } har en plan på gång med { $count } rader enligt den modellen. Nya rader kan inte läggas i den.
}
model-takes-over-rounds = Omgångar som är öppnade enligt den modellen: { $rounds }.
model-fault-origin = Välj vad modellen ska utgå från.
model-fault-year = Skriv ett årtal med fyra siffror, till exempel 2028.
model-fault-years = Det sista året ska vara samma år som det första eller senare, och högst tjugo år bort.
model-fault-gone = Det du valde finns inte längre. Välj något annat.
model-fault-changed = Någon annan har ändrat det här sedan du öppnade sidan. Läs vad som är sparat nu innan du sparar ditt.
model-fault-purpose = Välj vad nivån är till för.
model-fault-limit = Skriv ett heltal från 1 till 1 000, eller lämna tomt.
model-fault-check = Välj vad kriteriet läser.
model-fault-vague = Orden hör till ett kriterium som en människa läser. Lägg till ett sådant eller töm fältet.
model-fault-month = Välj en månad.
model-fault-circle = Nivåerna stöder varandra i en cirkel: { $way }. Ta bort ett av stegen.
model-fault-values = Skriv minst ett värde.
model-fault-shape = Välj ett tecken.
model-fault-counts = Välj vad värdet räknas som.
model-fault-past = Dagen har redan varit. Välj i dag eller en dag som kommer.
model-dimension-perspective = Perspektiv
model-dimension-value = Värden som skapas
model-dimension-process = Processer
model-dimension-target-group = Målgrupper
model-dimension-core-value = Organisationens värden
model-dimension-agenda = Agenda 2030
model-dimension-area = Områden på kartan
core-values-change = Ändra värdena, eller lägg till ett
model-month-1 = Januari
model-month-2 = Februari
model-month-3 = Mars
model-month-4 = April
model-month-5 = Maj
model-month-6 = Juni
model-month-7 = Juli
model-month-8 = Augusti
model-month-9 = September
model-month-10 = Oktober
model-month-11 = November
model-month-12 = December
topics = Perspektiv, processer och andra ämnen
topics-help = Det som nivåerna ställs under. Ämnen lever längre än en modell: ett nytt namn står från i dag på alla perioders sidor. Ska en tidigare period behålla sitt namn, lägg till ett nytt ämne i stället.
topics-none = Inget än.
topic-add = Lägg till
topic-new = Nytt i { $dimension }
topic-done = Ämnet är sparat.
topic-help = Det du sparar står på webbplatsen från i dag.
topic-part-of = Del av { $name }.
topic-owner-is = Ägs av { $name }.
topic-meaning = Vad det betyder
topic-parent = Del av
topic-parent-none = Står för sig
topic-direction = Vart perspektivet ser
topic-direction-none = Inte sagt
topic-outward = Utåt: det vi uppnår för andra
topic-inward = Inåt: hur arbetet görs
topic-owner = Ägare
topic-owner-none = Ingen ägare
topic-order = Plats bland de andra
topic-fault-order = Skriv ett heltal, till exempel 3.
topic-fault-changed = Någon annan har ändrat ämnet sedan du öppnade sidan. Det heter nu { $name }. Spara igen om ditt ska gälla.
model-yearly = Årets omgångar
model-yearly-none = Modellen säger inte när planer och rapporter ska in. Då läggs det första årets omgångar upp en och en.
model-yearly-add = Lägg till en omgång
model-yearly-new = Ny årlig omgång
model-yearly-help = En omgång som varje år har, med sina dagar. Ett år som inte har något år före sig läggs upp efter modellen. Andra år läggs upp efter året före: lägg till omgången där också.
model-yearly-name-help = Utan årtal, till exempel Delårsrapport 2.
model-yearly-cut-off-help = Den dag uppgifterna gäller, till exempel 31 augusti. För planering: en dag i året som planeras, till exempel 1 januari.
model-yearly-opens-help = Till exempel 1 september. Lämna tomt om den är öppen hela tiden.
model-yearly-deadlines-help = Dag och månad, till exempel 15 september. Lämna tomt för dem som inte frågas.
model-yearly-about = Läget den { $day }
model-yearly-remove = Ta bort omgången ur modellen
model-yearly-remove-help = De omgångar som redan är öppnade står kvar.
model-fault-day = Skriv dag och månad, till exempel 15 september. Dagen ska finnas varje år.
model-fault-deadlines = Skriv sista dagen för minst ett slags organ.
model-differs-yearly-new = Ny årlig omgång: { $name }.
model-differs-yearly-gone = Omgången { $name } hålls inte längre varje år.
model-differs-yearly = Omgången { $name } har andra dagar eller ett annat innehåll.
model-yearly-remove-go = Ta bort omgången
model-fault-year-in-name = Skriv namnet utan årtal: året läggs till när omgången öppnas.
model-fault-opens-late = Den sista dagen ligger före den dag då omgången öppnar.
topic-last-day = Upphör, sista dagen
topic-last-day-help = Lämna tomt så länge det gäller. Det som står under det står kvar; det kan inte väljas för något som börjar senare.
topic-stands = { $count ->
    [one] Ett mål eller åtagande som gäller står under det.
   *[other] { $count } mål och åtaganden som gäller står under det.
}
topic-stands-none = Inget mål eller åtagande som gäller står under det.
model-is-decided-within = { $count ->
    [one] En åtgärd beslutas inom en dag.
   *[other] En åtgärd beslutas inom { $n } dagar.
}
model-part-decided-within = när en åtgärd ska vara beslutad
model-within = Inom hur många dagar ska en åtgärd vara beslutad?
model-within-help = Räknat från beslutet om att något avviker. Lämna tomt om ni inte har satt någon tid.
model-fault-within = Skriv ett antal dagar, från 1 till 366.
