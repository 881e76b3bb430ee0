# Planens rader: ordning, förra planen som förslag, och att leta bland det som går att välja.

arrange = Ordna raderna
arrange-link = Ordna raderna
arrange-help = Så här står raderna i planen, i tjänsteskrivelsen och på webbplatsen när planen är beslutad. Flytta en rad ett steg, eller skriv vilken plats den ska ha.
arrange-place = Plats
arrange-up = Flytta upp
arrange-down = Flytta ned
arrange-save = Spara platserna
arrange-done = Raderna är ordnade.
arrange-decided = Planen är beslutad. Raderna står i den ordning som de hade vid mötet.
arrange-changed = Raderna har ändrats sedan du öppnade sidan. Så här står de nu. Inget är flyttat.
arrange-fault-place = Nr { $row }: skriv en plats från 1 till { $all }.
arrange-too-many = Här är { $rows } rader. Högst { $most } går att ordna på en gång. Inget är flyttat.

earlier = Planen för { $year } som förslag
earlier-link = Ta med rader från planen för { $year }
earlier-help = Välj det som ska fortsätta. Det blir utkast med samma ord, och dagen när det ska vara klart flyttas med. Varje utkast minns vad det fortsätter. Du kan ändra det efteråt.
earlier-no-plan = Ingen tidigare plan
earlier-no-plan-help = Det finns ingen beslutad plan från ett tidigare år att fortsätta på.
earlier-taken-over = Planen gällde { $bodies }.
earlier-elsewhere = { $count ->
    [one] En rad ansvarar någon annan för nu. Den är inte med här.
   *[other] { $n } rader ansvarar andra för nu. De är inte med här.
}
earlier-choose = Vad ska fortsätta?
earlier-all = Markera alla
earlier-was-due = var { $day }
earlier-beside = om den raden också tas med
earlier-left-out = Följer inte med, gäller inte längre:
earlier-unnamed = { $count ->
    [one] En koppling till något som du inte får läsa följer inte med.
   *[other] { $n } kopplingar till något som du inte får läsa följer inte med.
}
earlier-go-on = Ta med de valda
earlier-nothing-left = Det finns inget kvar att ta med.
earlier-others = Kan inte tas med
earlier-withdrawn = Upphävt genom beslut.
earlier-closed = Avslutat genom beslut.
earlier-already = Redan med i planen.
earlier-no-level = Sådana rader skrivs inte i planen det här året.
earlier-nobody-left = De som det gällde finns inte längre.
earlier-none-chosen = Välj minst en rad.
earlier-too-many = Du valde { $rows } rader. Välj högst { $most } åt gången. Inget är sparat.
earlier-row = Nr { $number }:
earlier-changed = Något av det du valde går inte längre att ta med, eller är redan med. Inget är sparat. Titta igenom valen och försök igen.
earlier-done = De valda raderna är med i planen som utkast.
earlier-continues = Fortsätter nr { $number } från { $year }

choose-search = Leta bland det som går att välja
choose-search-help = Skriv ett eller några ord. Det du har skrivit och valt står kvar.
choose-look = Leta
choose-all = Visa alla
choose-none = Inget stämmer med det du letar efter.
choose-found = { $count ->
    [one] En träff.
   *[other] { $n } träffar.
}
choose-shown = visar { $count } av { $all }
