report-left = { $count ->
    [one] En rad kvar att rapportera
   *[other] { $n } rader kvar att rapportera
}
report-none-left = Inget kvar att rapportera
report-help = Säg hur det går med det som är beslutat. Kommentar behövs bara där något inte går som planerat. Det du skriver sparas medan du skriver, och du kan fortsätta senare.
report-last-day = Sista dagen är den { $day }, { $left }.
report-late = Skulle ha kommit den { $day }. Det går fortfarande att rapportera.
report-told = { $told } av { $all } klara
report-progress = Rapporterade rader
report-done = Klara
report-change = Ändra
report-status = Läge
report-why = Varför, och vad gör ni?
report-asked = Det här behöver kompletteras:
report-stands = Nu står:
report-save = Spara och fortsätt senare
report-send = Skicka in till granskning
report-send-help = Det du skickar in granskas av förvaltningen, och nämnden eller bolaget beslutar. Innan dess läser ingen utanför det.
report-saved = Sparat. Inget är inskickat än.
report-sent = Inskickat till granskning.
report-nothing-to-send = Det finns inget att skicka in. Välj läge i minst en rad.
report-fault-status = { $row }: välj hur det går.
report-fault-why = { $row }: skriv varför, och vad ni gör åt det.
report-changed = { $row }: raden har ändrats sedan du öppnade sidan. Ditt står kvar i fälten. Läs vad som står nu, och spara igen om ditt ska gälla.
report-fault-kept = Det du skrev i de här raderna är inte sparat. Kopiera det du behöver.
report-kept = Rader som inte längre går att skriva i
report-row = Rad { $number }
report-keys = Siffertangenterna väljer läge i en rad. Ctrl och Enter skickar in.
report-verdict = Bedömning för { $year }
report-year = Hela året
report-same = Samma som nu
report-same-as-year = Samma som för året
report-comment = Kommentar (frivillig)
report-last-time = Hämta förra kommentaren
report-analysis = Analys: vad har hänt, varför och vad gör ni nu?
report-next = Nästa gång är { $round }, från den { $day }.
report-others = { $count ->
    [one] En rad som en kollega ser efter
   *[other] { $n } rader som kollegor ser efter
}
report-step-draft = Utkast
report-step-sent-back = Skickad tillbaka
report-step-handed-in = Inskickad
report-step-reviewed = Granskad
report-step-approved = Godkänd
report-step-decided = Beslutad
review-rows = { $count ->
    [one] En rad att granska
   *[other] { $n } rader att granska
}
review-none = Inget att granska
review-help = Godkänn det som är inskickat, eller skicka tillbaka en rad genom att skriva vad som behöver kompletteras.
review-back = Skicka tillbaka: vad behöver kompletteras?
review-returned = Det här skulle kompletteras:
review-before = Då stod det:
review-wait = Låt vänta
review-nothing = Ingen rad är godkänd eller tillbakaskickad. Alla väntar.
review-kept = Det här skrev du om rader som någon annan har granskat
review-approved = { $count ->
    [one] En godkänd rad väntar på beslut
   *[other] { $n } godkända rader väntar på beslut
}
review-back-help = En rad där du skriver något skickas tillbaka till den som skrev den. De andra står kvar som godkända.
review-approve = Klart
review-approve-help = Rader där du inte har skrivit något, och som inte väntar, godkänns. De du har skrivit om skickas tillbaka till den som skrev dem.
review-done = Godkända rader väntar på beslut. De som du skrev något om är tillbakaskickade.
review-changed = Någon har ändrat en rad sedan du öppnade sidan. Här är det som står nu. Ditt står kvar i fälten.
report-decision-help = Det som beslutas är offentligt genast.
report-decision-items = Det här beslutas
report-decision-left = { $count ->
    [one] En rad är inte godkänd än, och beslutas inte nu.
   *[other] { $n } rader är inte godkända än, och beslutas inte nu.
}
report-decision-changed = Raderna har ändrats sedan du öppnade sidan. Här är det som står nu.
desk-reports = Uppföljning
desk-report-left = { $count ->
    [one] En rad kvar
   *[other] { $n } rader kvar
}
desk-review = Granska { $round }
desk-review-rows = { $count ->
    [one] En rad väntar
   *[other] { $n } rader väntar
}
desk-report-decide = { $count ->
    [one] En rad väntar på beslut
   *[other] { $n } rader väntar på beslut
}
link-yours = Bara till dig
link-help = Du kommer till dina egna rader, utan lösenord. Det du skriver står i ditt namn.
link-go-on = Gå till mina rader
link-not-you = Är det inte din länk? Stäng sidan. Inget har hänt.
link-over = Länken gäller inte längre
link-over-why = Raderna är inskickade, tiden är över eller så har du fått en nyare länk. Logga in för att komma till rapporteringen.
report-why-judged = Varför? Skriv det som bär bedömningen.
report-proposes = Siffror och delar pekar på: { $value }.
report-proposes-nothing = Siffror och delar räcker inte för ett förslag än.
report-proposed = Siffror och delar pekade på: { $value }.
report-outcome-reaches = Utfallet når det som är lovat.
report-outcome-short = Utfallet når inte det som är lovat.
report-indicators = { $met } av { $all } indikatorer når målet.
report-indicators-lacking = { $met } av { $all } indikatorer når målet, { $lacking } saknar värde eller mål.
report-parts-silent = { $count ->
    [one] Det enda som bidrar är inte rapporterat än.
   *[other] Inget av de { $n } som bidrar är rapporterat än.
}
report-parts = Det som bidrar: { $tally }.
report-action-by = Åtgärden ska vara beslutad senast den { $day }.
report-correct = Rätta det som är beslutat
report-correction = Varför rättas bedömningen?
report-corrects = Rättar det som är beslutat:
report-fault-correction = { $row }: skriv varför bedömningen rättas.
report-fault-why-judged = { $row }: skriv varför. Det gäller alla bedömningar av mål och av helheten.
