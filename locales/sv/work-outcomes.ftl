odd-outside = { $figure } ligger utanför { $low } till { $high }. Stämmer det?
odd-sign = Förra gången var det { $last }, och nu { $figure }. Står minustecknet rätt?
odd-large = { $figure } är ungefär { $times } gånger så mycket som förra gången, { $last }. Står kommat rätt?
odd-small = Förra gången var det { $last }, ungefär { $times } gånger så mycket som { $figure }. Står kommat rätt?
odd-leap = { $figure } är långt från förra gången, { $last }. Stämmer det?
odd-sure = Ja, { $figure } stämmer
report-outcome = Utfall
report-outcome-aim = Målnivå { $aim }
report-outcome-last = förra utfallet { $last }
reached-of = Uppnått: { $figure }. Målnivå: { $aim }
outcomes = Utfall { $year }
outcomes-help = Skriv det som är mätt. Det du sparar syns bara hos er. Nämnden eller bolaget beslutar det med sin uppföljning, och då blir det offentligt.
outcomes-left = { $count ->
    [one] En rad utan utfall
   *[other] { $n } rader utan utfall
}
outcomes-none = Det finns inget utfall att rapportera för det här året.
outcomes-group = Hela kommunen
outcomes-all = Visa alla rader
outcomes-pasted = { $count ->
    [one] En rad ur din lista
   *[other] { $n } rader ur din lista
}
outcomes-pasted-help = Inget är sparat än. Rätta det som behöver rättas, och spara.
outcomes-paste = Klistra in från Excel
outcomes-list = Din lista
outcomes-list-help = Indikator, period och sedan ett värde för var och en: alla, kvinnor, män. Kolumnerna får heta så på första raden.
outcomes-put-in = Lägg in i raderna
outcomes-list-left = Här står rader som inte är med nedanför. Lägg in dem, eller ta bort dem.
outcomes-list-empty = Klistra in en lista först.
outcomes-too-many = Listan har { $rows } rader. Klistra in högst { $most } åt gången.
outcomes-row-unknown = Rad { $row }: du rapporterar ingen indikator som heter ”{ $typed }”.
outcomes-row-body = Rad { $row }: indikatorn mäts inte för ”{ $typed }”.
outcomes-row-which-body = Rad { $row }: ”{ $typed }” mäts för flera. Skriv i en kolumn som heter Organ vilken det gäller.
outcomes-row-period = Rad { $row }: ”{ $typed }” är ingen period. Skriv till exempel 2026, 2025/26 eller 2026T2.
outcomes-row-people = Rad { $row }: ”{ $typed }” står i en kolumn som indikatorn inte mäts för.
outcomes-column-indicator = indikator, mått, namn
outcomes-column-period = period, år, läsår
outcomes-column-body = organ, nämnd, bolag
outcomes-column-all = alla, totalt, värde, utfall
outcomes-column-women = kvinnor
outcomes-column-men = män
outcomes-column-girls = flickor
outcomes-column-boys = pojkar
outcomes-save = Spara utfallen
outcomes-save-help = Allt sparas, eller inget om något behöver rättas.
outcomes-saved = { $count ->
    [one] Ett värde är sparat.
   *[other] { $n } värden är sparade.
}
outcomes-settled = Fastställt
outcomes-waits = väntar på beslut
outcomes-why = Varför saknas ett värde?
outcomes-why-not-measured = ingen mätning
outcomes-why-too-few = för få personer
outcomes-why-not-yet = finns inte än
outcomes-why-not-stated = uppgift saknas
outcomes-taken-away = Ett rapporterat värde tas inte bort. Skriv det rätta värdet, eller varför det saknas.
outcomes-not-yours = { $row }: du rapporterar inte den här raden.
outcomes-changed = { $row }: någon annan har ändrat värdet sedan du öppnade sidan. Ditt står kvar. Spara igen om ditt ska gälla.
outcomes-decided = Utfall
desk-outcomes = Utfall { $year }
desk-outcomes-left = { $count ->
    [one] En rad kvar
   *[other] { $n } rader kvar
}
outcomes-row-twice = Rad { $row }: samma indikator och period står på en rad ovanför.
report-action = Åtgärd:
report-action-waits = (inte beslutad än)
report-action-write = Skriv en åtgärd, med ansvarig och dag
outcomes-decided-help = Kryssa ur det som kom efter mötet. Det väntar på nästa beslut.
outcomes-why-unused = Inget värde saknas i raden. Ta bort det du skrev här, eller värdet.
outcomes-settled-stays = Det som är fastställt blir inte preliminärt igen. Skriv ett annat värde om det är fel.
outcomes-expected = prognos { $figure }
outcomes-row-frequency = Rad { $row }: indikatorn mäts inte för ”{ $typed }”.
outcomes-too-many-rows = Formuläret har fler rader än som går att spara på en gång. Inget är sparat. Klistra in färre rader åt gången.
outcomes-saved-none = Inget var ändrat.
