# Mittarin kaavio, taulukko ja tiedostot.

# Keitä luku koskee.
chart-breakdown-all = Kaikki
chart-breakdown-women = Naiset
chart-breakdown-men = Miehet
chart-breakdown-girls = Tytöt
chart-breakdown-boys = Pojat

# Yksiköt: otsikossa, viivan vieressä ja lauseessa.
chart-unit-percent = prosenttia
chart-unit-count = lukumäärä
chart-unit-index = indeksi
chart-unit-points = pistettä
chart-unit-grade = arvosana
chart-unit-rank = sijoitus
chart-unit-million-sek = miljoonaa kruunua
chart-unit-thousand-sek = tuhatta kruunua
chart-prose-percent = { $figure } prosenttia
chart-prose-points = { $figure } pistettä
chart-prose-million-sek = { $figure } miljoonaa kruunua
chart-prose-thousand-sek = { $figure } tuhatta kruunua
chart-prose-index = indeksi { $figure }
chart-prose-grade = arvosana { $figure }
chart-prose-named = { $figure } { $unit }
chart-prose-rank = sija { $figure }

# Luku ja sen ajanjakso.
chart-dated = { $figure } ({ $period })
chart-dated-bare = { $figure } ({ $period })
chart-range = { $from }–{ $to }

# Miksi lukua ei ole.
chart-missing = Tieto puuttuu
chart-not-measured = Ei mitattu
chart-not-stated = Lähde ei kerro lukua
chart-too-few = Ei näytetä, liian vähän henkilöitä
chart-not-yet = Ei vielä lukua
chart-no-forecast = Ei ennustetta

# Kaavion omat tekstit.
chart-alt-lines = Viivakaavio: { $name }, { $from }–{ $to }
chart-alt-lines-unnamed = Viivakaavio, { $from }–{ $to }
chart-alt-number = { $name }
chart-subtitle = { $name }, { $unit }
chart-target-label = Tavoite { $period }: { $aim }
chart-target-over = Tavoite { $period }
chart-target-name = Tavoite
chart-forecast-name = Ennuste
chart-forecast-label = Ennuste { $figure }
chart-forecast-label-of = { $who }, ennuste { $figure }
chart-gap-label = { $reason } { $period }
chart-gap-written = { $period }: { $reason }

# Kuvaus niille, jotka eivät näe kaaviota.
chart-desc-span = Ensimmäinen luku: { $first }. Viimeisin luku: { $last }.
chart-desc-one = { $what }: { $figure }.
chart-desc-target = Tavoite ({ $period }): { $aim }.
chart-desc-forecast = Ennuste ({ $period }): { $figure } ({ $made }).
chart-desc-forecast-of = Ennuste ({ $period }), { $who }: { $figure } ({ $made }).
chart-desc-missing = { $reason }: { $periods }.
chart-desc-part = { $what }, { $periods }: { $reason }.
chart-desc-preliminary = Alustavat luvut: { $periods }.
chart-desc-revised = Jälkikäteen muutetut luvut: { $periods }.
chart-desc-nothing = Lukua ei ole.
chart-desc-table = Kaikki luvut ovat taulukossa.

# Kaavion alla.
chart-note-starts = Akselin alku: { $figure }.
chart-note-ends = Akselin loppu: { $figure }.
chart-note-first-on-top = Sija 1 on ylimpänä.
chart-note-up = Korkeampi on parempi.
chart-note-down = Matalampi on parempi.
chart-note-near = Mitä lähempänä tavoitetta, sitä parempi.
chart-note-target = Pisteviiva on kunkin ajanjakson tavoite.
chart-note-target-range = Pisteviivojen väli on tavoitteen alue.
chart-note-target-words = Tavoite { $period }: { $words }.
chart-note-every-other-year = Mitataan joka toinen vuosi. Välivuosilta ei ole lukua.
chart-note-break = { $period } alkaen mitataan toisella tavalla: viiva katkeaa. { $how }
chart-note-forecast = Ontto piste katkoviivan jälkeen on ennuste.
chart-note-forecast-made = Ennuste ({ $period }): { $made }.
chart-note-preliminary = Ontto piste on alustava luku.
chart-note-revised = Rengas pisteen ympärillä: lukua on muutettu jälkikäteen.
chart-note-millions = Akselin luvut ovat miljoonia.
chart-note-milliards = Akselin luvut ovat miljardeja.
chart-note-power = Kerro akselin luvut luvulla 10 potenssiin { $power }.

# Otsikko: mitä luvut kertovat.
chart-finding-none = Lukua ei löytynyt
chart-finding-one = { $latest }. Se on ainoa luku.
chart-finding-one-of-kind = { $latest }
chart-finding-rose = { $latest }, nousua. Aiempi luku: { $before }
chart-finding-fell = { $latest }, laskua. Aiempi luku: { $before }
chart-finding-same = { $latest }, sama kuin aiempi luku ({ $period })
chart-finding-rank-up = { $latest }, ylempänä kuin aiemmin: { $before }
chart-finding-rank-down = { $latest }, alempana kuin aiemmin: { $before }
chart-finding-reached = { $finding }. Tavoite on saavutettu: { $aim }.
chart-finding-near = { $finding }. Lähellä tavoitetta: { $aim }.
chart-finding-not-reached = { $finding }. Tavoitetta ei ole saavutettu: { $aim }.
chart-finding-preliminary = { $finding }. Luku on alustava.
chart-finding-preliminary-aim = { $finding }. Luku on alustava, tavoite on { $aim }.
chart-finding-forecast = Ennuste ({ $period }): { $figure }.
chart-finding-forecast-aim = Ennuste ({ $period }): { $figure }. Tavoite: { $aim }.
chart-finding-and-forecast = { $finding }. { $forecast }

# Taulukko.
chart-table-period = Ajanjakso
chart-table-difference-women = Ero naiset − miehet
chart-table-difference-girls = Ero tytöt − pojat
chart-table-difference-women-points = Ero naiset − miehet, prosenttiyksikköä
chart-table-difference-girls-points = Ero tytöt − pojat, prosenttiyksikköä
chart-table-target = Tavoite
chart-source = Lähde
chart-source-figures = Lukujen lähde
chart-source-targets = Tavoitteiden lähde
chart-no-difference = Ei voida laskea
chart-no-target = Tavoitetta ei löytynyt
chart-preliminary = alustava
chart-decided = Päätetty { $day }
chart-forecast = ennuste
chart-forecast-made = ennuste: { $made }
chart-revised = muutettu, aiemmin { $earlier }
chart-revised-bare = muutettu
chart-our-reading = tulkintamme

# Ladattavan tiedoston sarakkeet.
chart-csv-indicator = mittari
chart-csv-period = ajanjakso
chart-csv-first-day = ensimmäinen päivä
chart-csv-last-day = viimeinen päivä
chart-csv-breakdown = keitä
chart-csv-value = arvo
chart-csv-unit = yksikkö
chart-csv-reason = miksi arvo puuttuu
chart-csv-settled = kuinka varma
chart-csv-forecast-by = ennusteen tekijä
chart-csv-earlier = aiemmat arvot
chart-csv-target = tavoite
chart-csv-target-to = tavoite, yläraja
chart-csv-target-words = tavoite sanoina
chart-csv-collected = kerätty
chart-csv-source = lähde
chart-csv-url = lähteen osoite
chart-csv-note = huomautus
chart-csv-target-source = tavoitteen lähde
chart-csv-target-note = tavoitteesta
chart-csv-target-ours = tavoitteen kausi on meidän tulkintamme
chart-csv-invented = keksitty esimerkki
chart-csv-difference-women = ero naiset − miehet
chart-csv-difference-girls = ero tytöt − pojat
chart-csv-points = prosenttiyksikköä
chart-csv-told = lähteen mukaan
chart-csv-final = lopullinen
chart-yes = kyllä
chart-no = ei
compare = Vertailu
compare-of = Vertailu: { $name }
compare-ingress = Tältä luku näyttää täällä ja muissa kunnissa. Kunnilla on erilaiset edellytykset, joten ketään ei aseteta paremmuusjärjestykseen.
compare-unknown = Nämä eivät ole mukana vertailussa: { $names }. Mukana olevat kunnat on lueteltu alla. Valitse niistä.
compare-unknown-h = Kunta ei ole mukana vertailussa
compare-shape = { $place } on vinoneliö. Muut kunnat ovat renkaita.
compare-too-few = Lukuja on liian vähän piirrettäväksi.
compare-caption = Kuntien luvut, { $period }
compare-municipality = Kunta
compare-figure = Luku
compare-choose = Valitse kunnat
compare-choose-help = Valitse ne, jotka haluat nähdä. Ilman valintaa näytetään kaikki.
compare-all = Näytä kaikki kunnat
compare-none = Tälle mittarille ei löytynyt vertailua muihin kuntiin.
compare-groups = Ryhmät, joissa kunta vertaa itseään
compare-see = Vertaa muihin kuntiin
compare-beside = Muiden kuntien rinnalla, { $period }:
compare-unranked = Kunnilla on erilaiset edellytykset, eikä niitä aseteta paremmuusjärjestykseen.
compare-csv-indicator = Mittari
compare-csv-municipality = Kunta
compare-csv-period = Jakso
compare-csv-value = Arvo
compare-csv-unit = Yksikkö
compare-csv-group = Ryhmä
compare-csv-source = Lähde
compare-csv-invented = Keksitty
