# Kommentarer på en plan som inte är beslutad, och på dess rader.

comments = Kommentarer
comments-of-plan = Kommentarer till planen
comments-of-row = Kommentarer till rad { $number }
comments-link = Kommentera
comments-count = { $count ->
    [one] En kommentar
   *[other] { $n } kommentarer
}
comments-erased = Kommentarer är arbetsmaterial. De raderas när planen har beslutats, och revisorerna kan inte läsa dem.
comments-erased-now = Det är beslutat, och kommentarerna är raderade.
comments-threads-plan = Om planen som helhet
comments-threads-row = Om raden
comments-none = Ingen har kommenterat än.
comments-rows = Om planens rader
comments-resolved = Klart
comments-changed = ändrad { $at }
comments-inside = Bara inom förvaltningen
comments-between = Alla som får läsa planen
comments-told = Meddelade:
comments-somebody = En tidigare medarbetare
comments-new = Skriv en kommentar
comments-field = Kommentar
comments-answer = Svara
comments-change = Ändra kommentaren
comments-send = Skicka kommentaren
comments-cancel = Avbryt
comments-remove = Ta bort
comments-resolve = Markera som klart
comments-mine = Klart för min del
comments-help = Högst { $most } tecken. Skriv @ och någons användarnamn, så får personen veta. Inga personnummer eller uppgifter om enskilda.
comments-who = Vilka ska få läsa?
comments-who-help = Det går inte att ändra efteråt. Svaren läses av samma krets.
comments-only-inside = Bara inom förvaltningen
comments-all = Alla som får läsa planen
comments-for-inside = Bara de som arbetar med planen inom förvaltningen läser det du skriver.
comments-for-all = Alla som får läsa den inlämnade planen läser det du skriver.
comments-tell = Meddela
comments-readers = { $count ->
    [one] en person
   *[other] { $n } personer
}
comments-outside = utanför förvaltningen
comments-mentioned = Någon har nämnt dig
comments-done-said = Kommentaren är skickad.
comments-done-changed = Kommentaren är ändrad.
comments-done-removed = Kommentaren är borttagen.
comments-done-resolved = Samtalet är klart. Om någon svarar öppnas det igen.
comments-done-mine = Klart. Samtalet ligger inte kvar hos dig.
comments-fault-empty = Skriv något i rutan.
comments-fault-reader-text = { $count ->
    [one] { $names } kan inte läsa kommentaren. Välj någon under Meddela, eller skriv utan @.
   *[other] De här kan inte läsa kommentaren: { $names }. Välj andra under Meddela, eller skriv utan @.
}
comments-fault-reader-told = { $count ->
    [one] { $names } kan inte läsa kommentaren. Ta bort krysset, eller välj att alla som får läsa planen ska få läsa.
   *[other] De här kan inte läsa kommentaren: { $names }. Ta bort kryssen, eller välj att alla som får läsa planen ska få läsa.
}
comments-fault-taken-back = Planen har tagits tillbaka, så bara förvaltningen kan läsa. Det du skrev står kvar.
comments-fault-taken-back-answer = Planen har tagits tillbaka, så samtalet kan inte fortsätta. Det du skrev står kvar: skicka det som en egen kommentar inom förvaltningen.
comments-fault-nothing-to-answer = Kommentaren du svarade på är borttagen. Det du skrev står kvar: skicka det som en egen kommentar.
comments-fault-answered = Någon har svarat, eller så är samtalet klart, så kommentaren står som den är.
comments-fault-changed = Du har ändrat kommentaren någon annanstans. Där står nu: { $text }
comments-late-title = Det du skrev är inte skickat
comments-late-plan = Planen beslutades medan du skrev, och kommentarerna till den är raderade. Kopiera din text om du vill ha den kvar.
comments-late-row = Raden beslutades medan du skrev, och kommentarerna till den är raderade. Kopiera din text om du vill ha den kvar.
comments-late-gone = Raden togs bort ur planen medan du skrev. Kopiera din text om du vill ha den kvar.
comments-late = Det finns inget att kommentera här. Kopiera din text om du vill ha den kvar.
