# Arbetsytan: vad invånarna svarade.

answers-note = Ändrat:
answers-note-write = Skriv vad som ändrades
answers-note-change = Ändra vad som ändrades
answers-note-field = Vad ändrades på grund av svaret? Lämna tomt för att ta bort det.
answers-note-saved = Sparat.
answers-note-changed = Någon annan har skrivit något om svaret medan du skrev. Det står här ovanför. Spara igen om ditt ska gälla.
answers-erase = Gallra svar
answers-erase-one = Gallra det här svaret
answers-erase-help = Svar tas bort bara enligt ett gallringsbeslut. Vilket beslut och hur många svar om varje sida står kvar i historiken, men inte ett ord av vad någon skrev.
answers-which = Vilka svar?
answers-which-one = Bara svaret som du valde
answers-which-before = Alla från före en dag
answers-before = Före dagen
answers-which-page = Alla om en sida
answers-page = Sidan
answers-choose = Välj
answers-disposal = Gallringsbeslutet
answers-disposal-help = Skriv det beslut som säger att svaren får tas bort.
answers-decision = Vad beslutet heter
answers-decided = Beslutsdag
answers-number = Diarienummer
answers-show = Visa vad som tas bort
answers-show-again = Visa igen
answers-shown = Det här tas bort
answers-erase-warning = Svaren tas bort för gott. De går inte att få tillbaka.
answers-erase-do = Ta bort svaren
answers-erased-done = Svaren är borttagna. Beslutet och antalet står kvar.
answers-erased = Gallrat
answers-decided-on = beslutat { $day }
answers-fault-which = Välj vilka svar som ska tas bort.
answers-fault-page = Välj en sida.
answers-fault-future = Dagen har inte varit än.
answers-fault-none = Det finns inga sådana svar.
answers-fault-other = Det som tas bort är inte längre det som visades. Titta igenom det som står nu.
answers-fault-decision = Skriv vad gallringsbeslutet heter.
answers-fault-number = Skriv beslutets diarienummer.
answers-erased-of = { $count ->
    [one] ett svar, { $comments } med kommentar
   *[other] { $count } svar, { $comments } med kommentar
}
