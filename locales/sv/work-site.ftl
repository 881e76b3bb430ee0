# Arbetsytan: webbplatsens eget arbete.

work-site = Webbplatsen
work-notice-new = Skriv ett driftmeddelande
work-notice-change = Ändra driftmeddelandet
work-notice-severity = Hur allvarligt är det?
work-notice-information = Information: bra att veta
work-notice-warning = Störning: något fungerar inte
work-notice-crisis = Kris: liv, hälsa eller viktiga tjänster
work-notice-title = Rubrik
work-notice-text = Vad har hänt, och vad ska man göra?
work-notice-affects = Vad berörs? En sak på varje rad
work-notice-alternatives = Vad kan man göra i stället? En sak på varje rad
work-notice-link = Adress till mer information (frivilligt)
work-notice-link-words = Vad länken ska heta (om du har en adress)
work-notice-from = Från (frivilligt)
work-notice-from-help = Lämna tomt för att visa det nu.
work-notice-to = Till (frivilligt)
work-notice-to-help = Lämna tomt om du inte vet. Då står det kvar tills du tar ner det.
work-notice-publish = Publicera
work-notice-look = Visa hur det blir
work-notice-preview = Så här ser det ut för invånarna
work-notice-stands-now = Det här står på webbplatsen nu
work-notice-changed-by-other = Någon annan har ändrat meddelandet medan du skrev. Din text står kvar. Jämför dem, och publicera igen om din ska gälla.
work-notice-end = Ta ner meddelandet
work-notice-end-help = Det försvinner från sidorna genast och står kvar bland tidigare meddelanden.
work-notice-done = Publicerat. Meddelandet står nu på alla sidor.
work-notice-ended = Meddelandet är nedtaget.
work-notice-stands = visas nu
work-notice-coming = kommer
work-notice-over = visas inte längre
work-notice-untranslated = inte översatt
work-answers = Svar från invånarna
work-answers-help = Det här har de svarat på frågan om informationen hjälpte dem. Ingen vet vem som har svarat.
work-answers-read = Läs svaren
work-answers-none = Ingen har svarat än.
work-answers-of = { $helped } av { $all } fick hjälp av sidan
work-answers-yes = sidan hjälpte
work-answers-no = sidan hjälpte inte
work-answers-older = { $count ->
    [one] En äldre kommentar visas inte här.
   *[other] { $n } äldre kommentarer visas inte här.
}
work-fault-moment = ”{ $typed }” är ingen dag med klockslag. Skriv till exempel 2026-11-30 13:00.
work-fault-lines = Det är för många rader. Skriv högst { $most }.
work-fault-severity = Välj hur allvarligt det är.
work-fault-title = Skriv en rubrik på svenska.
work-fault-swedish = Skriv det på svenska också.
work-fault-as-many = Skriv lika många rader som på svenska: { $count }.
work-fault-link = Skriv adressen som länken ska gå till, eller ta bort texten.
work-fault-link-words = Skriv vad länken ska heta.
