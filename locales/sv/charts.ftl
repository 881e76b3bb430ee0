# Diagram, tabell och filer för en indikator.

# Vilka människor en siffra gäller.
chart-breakdown-all = Alla
chart-breakdown-women = Kvinnor
chart-breakdown-men = Män
chart-breakdown-girls = Flickor
chart-breakdown-boys = Pojkar

# Enheter: som rubrik, kort vid en linje och i en mening.
chart-unit-percent = procent
chart-unit-count = antal
chart-unit-index = index
chart-unit-points = poäng
chart-unit-grade = betyg
chart-unit-rank = placering
chart-unit-million-sek = miljoner kronor
chart-unit-thousand-sek = tusen kronor
chart-prose-percent = { $figure } procent
chart-prose-points = { $figure } poäng
chart-prose-million-sek = { $figure } miljoner kronor
chart-prose-thousand-sek = { $figure } tusen kronor
chart-prose-index = index { $figure }
chart-prose-grade = betyg { $figure }
chart-prose-named = { $figure } { $unit }
chart-prose-rank = plats { $figure }

# En siffra med sin period. Utan enhet står perioden inom parentes: ”72 (2015)”, aldrig ”72 2015”.
chart-dated = { $figure } { $period }
chart-dated-bare = { $figure } ({ $period })
chart-range = { $from }–{ $to }

# Varför det inte finns någon siffra.
chart-missing = Uppgift saknas
chart-not-measured = Ingen mätning
chart-not-stated = Källan anger ingen siffra
chart-too-few = Visas inte, för få personer
chart-not-yet = Ännu ingen siffra
chart-no-forecast = Ingen prognos

# Diagrammets egna texter.
chart-alt-lines = Linjediagram: { $name }, { $from }–{ $to }
chart-alt-lines-unnamed = Linjediagram, { $from }–{ $to }
chart-alt-number = { $name }
chart-subtitle = { $name }, { $unit }
chart-target-label = Mål { $period }: { $aim }
chart-target-over = Mål { $period }
chart-target-name = Mål
chart-forecast-name = Prognos
chart-forecast-label = Prognos { $figure }
chart-forecast-label-of = { $who }, prognos { $figure }
chart-gap-label = { $reason } { $period }
chart-gap-written = { $period }: { $reason }

# Beskrivningen för den som inte ser diagrammet.
chart-desc-span = Från { $first } till { $last }.
chart-desc-one = { $what }: { $figure }.
chart-desc-target = Målet för { $period } är { $aim }.
chart-desc-forecast = Prognos för { $period }: { $figure } ({ $made }).
chart-desc-forecast-of = Prognos för { $period }, { $who }: { $figure } ({ $made }).
chart-desc-missing = { $reason }: { $periods }.
chart-desc-part = { $what }, { $periods }: { $reason }.
chart-desc-preliminary = Preliminära siffror: { $periods }.
chart-desc-revised = Siffror som är ändrade i efterhand: { $periods }.
chart-desc-nothing = Det finns ingen siffra.
chart-desc-table = Alla siffror finns i tabellen.

# Det som står under diagrammet.
chart-note-starts = Axeln börjar på { $figure }.
chart-note-ends = Axeln slutar på { $figure }.
chart-note-first-on-top = Plats 1 står överst.
chart-note-up = Högre är bättre.
chart-note-down = Lägre är bättre.
chart-note-near = Ju närmare målet, desto bättre.
chart-note-target = Prickad linje är målet för varje period.
chart-note-target-range = Det prickade bandet är mellan målets gränser.
chart-note-target-words = Mål { $period }: { $words }.
chart-note-every-other-year = Mäts vartannat år. Åren emellan har ingen siffra.
chart-note-break = Från { $period } mäts det på ett annat sätt: linjen bryts. { $how }
chart-note-forecast = Ihålig punkt efter en streckad linje är en prognos.
chart-note-forecast-made = Prognos för { $period }: { $made }.
chart-note-preliminary = Ihålig punkt är en preliminär siffra.
chart-note-revised = Ring runt punkten: siffran är ändrad i efterhand.
chart-note-millions = Talen på axeln är i miljoner.
chart-note-milliards = Talen på axeln är i miljarder.
chart-note-power = Talen på axeln ska läsas gånger 10 upphöjt till { $power }.

# Rubriken: det som siffrorna säger.
chart-finding-none = Ingen siffra hittad
chart-finding-one = { $latest }. Det är den enda siffran.
chart-finding-one-of-kind = { $latest }
chart-finding-rose = { $latest }, upp från { $before }
chart-finding-fell = { $latest }, ned från { $before }
chart-finding-same = { $latest }, samma som { $period }
chart-finding-rank-up = { $latest }, högre upp än { $before }
chart-finding-rank-down = { $latest }, längre ned än { $before }
chart-finding-reached = { $finding }. Målet { $aim } är nått.
chart-finding-near = { $finding }. Nära målet { $aim }.
chart-finding-not-reached = { $finding }. Målet { $aim } är inte nått.
chart-finding-preliminary = { $finding }. Siffran är preliminär.
chart-finding-preliminary-aim = { $finding }. Siffran är preliminär, målet är { $aim }.
chart-finding-forecast = Prognos för { $period }: { $figure }.
chart-finding-forecast-aim = Prognos för { $period }: { $figure }, målet är { $aim }.
chart-finding-and-forecast = { $finding }. { $forecast }

# Tabellen.
chart-table-period = Period
chart-table-difference-women = Skillnad kvinnor − män
chart-table-difference-girls = Skillnad flickor − pojkar
chart-table-difference-women-points = Skillnad kvinnor − män, procentenheter
chart-table-difference-girls-points = Skillnad flickor − pojkar, procentenheter
chart-table-target = Mål
chart-source = Källa
chart-source-figures = Källa till siffrorna
chart-source-targets = Källa till målen
chart-no-difference = Går inte att räkna ut
chart-no-target = Inget mål hittat
chart-preliminary = preliminär
chart-decided = Beslutad den { $day }
chart-forecast = prognos
chart-forecast-made = prognos: { $made }
chart-revised = ändrad, tidigare { $earlier }
chart-revised-bare = ändrad
chart-our-reading = vår tolkning

# Kolumnerna i den fil som kan hämtas.
chart-csv-indicator = indikator
chart-csv-period = period
chart-csv-first-day = första dag
chart-csv-last-day = sista dag
chart-csv-breakdown = vilka
chart-csv-value = värde
chart-csv-unit = enhet
chart-csv-reason = varför värde saknas
chart-csv-settled = hur säkert
chart-csv-forecast-by = prognos av
chart-csv-earlier = tidigare värden
chart-csv-target = mål
chart-csv-target-to = mål, övre gräns
chart-csv-target-words = mål i ord
chart-csv-collected = insamlat
chart-csv-source = källa
chart-csv-url = källans adress
chart-csv-note = anmärkning
chart-csv-target-source = källa för målet
chart-csv-target-note = om målet
chart-csv-target-ours = målets period är vår tolkning
chart-csv-invented = påhittat exempel
chart-csv-difference-women = skillnad kvinnor − män
chart-csv-difference-girls = skillnad flickor − pojkar
chart-csv-points = procentenheter
chart-csv-told = som källan anger
chart-csv-final = fastställd
chart-yes = ja
chart-no = nej
compare = Jämförelse
compare-of = Jämförelse: { $name }
compare-ingress = Så ser siffran ut här och i andra kommuner. Kommuner har olika förutsättningar, så ingen rangordnas.
compare-unknown = Dessa finns inte i jämförelsen: { $names }. Här nedanför står de kommuner som finns. Välj bland dem.
compare-unknown-h = En kommun finns inte i jämförelsen
compare-shape = { $place } är romben. De andra kommunerna är ringar.
compare-too-few = Det finns för få siffror att rita.
compare-caption = Kommunernas siffror, { $period }
compare-municipality = Kommun
compare-figure = Siffra
compare-choose = Välj kommuner
compare-choose-help = Kryssa för dem som du vill se. Utan kryss visas alla.
compare-all = Visa alla kommuner
compare-none = Ingen jämförelse med andra kommuner har hittats för den här indikatorn.
compare-groups = Grupper som kommunen jämför sig i
compare-see = Jämför med andra kommuner
compare-beside = Bredvid andra kommuner, { $period }:
compare-unranked = Kommunerna har olika förutsättningar och rangordnas inte.
compare-csv-indicator = Indikator
compare-csv-municipality = Kommun
compare-csv-period = Period
compare-csv-value = Värde
compare-csv-unit = Enhet
compare-csv-group = Grupp
compare-csv-source = Källa
compare-csv-invented = Påhittat
