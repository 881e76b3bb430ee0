# Luckor och styrtyngd.

work-state-of-all = Läget
gaps = Luckor
gaps-none = Inga luckor
gaps-count = { $count ->
    [one] En lucka
   *[other] { $n } luckor
}
gaps-help-all = Det som saknas eller blivit kvar, i det som gäller och i det som är inlämnat. Det mesta lagas i ett steg, här på raden.
gaps-help-own = Det som saknas eller blivit kvar hos er. Det mesta lagas i ett steg, här på raden.
gaps-choose = Välj luckor
gaps-kind = Vad
gaps-all-kinds = Alla luckor
gaps-show-all = { $count ->
    [one] Visa den enda luckan
   *[other] Visa alla { $n } luckor
}
gaps-unsent = I planer som inte är inlämnade
gaps-unsent-help = Före inlämningen syns bara hur många åtaganden som saknar sin koppling, aldrig vad som står i dem.
gaps-unsent-count = { $count ->
    [one] ett utan koppling
   *[other] { $n } utan koppling
}
gap-kind-mal = Mål utan åtaganden
gap-kind-koppling = Åtagande utan mål uppåt
gap-kind-ansvarig = Indikator utan ansvarig
gap-kind-varde = Indikator utan årets värde
gap-kind-upphort = Ansvarigt organ har upphört
gap-kind-likt = Liknande lydelse två gånger
gap-kind-dokument = Styrdokument som har gått ut
gap-kind-slutat = Ansvarig person har slutat
gap-since = sedan { $day }
gap-waits-applied = Ett förslag som skrevs { $day } väntar på beslut: dokumentet tillämpas tills det ersätts.
gap-waits-responsible = Ett förslag som skrevs { $day } väntar på beslut: { $body } tar över dokumentet.
gap-waits-more = Ett förslag som skrevs { $day } väntar på beslut, och det säger mer än som får plats här: läs det i dokumentets historik.
gap-says-goal = Inget åtagande eller uppdrag för { $year } eller { $next } leder till målet.
gap-says-link = Åtagandet leder inte till något { $level }. Utan det kan planen inte lämnas in.
gap-says-link-any = Åtagandet saknar en koppling som modellen kräver.
gap-says-responsible = Inget organ svarar för indikatorn.
gap-says-value = Det finns inget utfall för { $period }.
gap-says-value-any = Det finns inget utfall.
gap-says-ended = { $body } har upphört och står kvar som ansvarig.
gap-says-similar = Nästan samma sak står redan hos { $body }:
gap-says-similar-any = Nästan samma sak står redan på ett annat ställe:
gap-says-expired = Sista dagen har passerat, och ingen har sagt vad som gäller nu.
gap-says-left = { $name } står som ansvarig och har ingen roll kvar.
gap-says-left-erased = Den som står som ansvarig har ingen roll kvar.
gap-choose = Välj
gap-choose-link = Leder till
gap-choose-person = Ny ansvarig person
gap-choose-body = Ansvarigt organ
gap-save = Spara
gap-hand-over = Lämna över till { $name }
gap-lead-to = Låt det leda till { $name }
gap-decision-of = För in beslutet i { $body }
gap-figure = Utfall
gap-figure-help = Invånare ser värdet när uppföljningen är beslutad.
gap-propose = Föreslå att det tillämpas tills det ersätts
gap-propose-help = Det gäller när det är beslutat.
gap-order = Ge ett uppdrag
gap-write = Skriv ett åtagande
gap-change = Ändra raden
gap-person = Lämna över personens ansvar
gap-hand-over-first = Lämna först över ansvaret till ett organ som finns.
gap-ask = Den som skriver hos { $body } kan åtgärda det.
gap-ask-strategist = Strategen kan åtgärda det.
gap-ask-registrar = Det kräver ett beslut. Registratorn för in det.
gap-fault-choice = Välj i listan.
gap-fault-otherwise = Någon annan har lagat luckan på ett annat sätt. Det du skickade är inte sparat: { $sent }
gap-fault-otherwise-any = Någon annan har lagat luckan på ett annat sätt. Det du skickade är inte sparat.
gap-sent-meeting = { $day }, § { $paragraph }
gap-fault-figure = Skriv utfallet som ett tal.
gap-fault-paragraph = Skriv paragrafen i protokollet.
gap-done-mended = Luckan är lagad.
gap-done-reported = Värdet är sparat. Invånare ser det när uppföljningen är beslutad.
gap-done-proposed = Förslaget är sparat och väntar på beslut.

load = Styrtyngd
load-short = Hur mycket varje organ ska göra och redovisa
load-heading = { $count ->
    [one] Ungefär en timme om året går till att redovisa
   *[other] Ungefär { $n } timmar om året går till att redovisa
}
load-help = Så mycket har varje organ på sitt bord i dag. Det lilla talet är ändringen sedan { $day }.
load-none = Inget organ har något på sitt bord än.
load-minutes = Minuter om året
load-goals = Mål
load-indicators = Indikatorer
load-commitments = Åtaganden
load-assignments = Uppdrag
load-documents = Styrdokument
load-proposed = Obeslutade rader { $year }
load-proposed-unknown = Ett streck i den sista spalten betyder att planen inte är inlämnad eller inte är din att läsa. Den räknas inte med.
load-unknown = inte din att läsa
load-new = Fanns inte för ett år sedan.
load-total = Alla tillsammans
load-how = Så är minuterna räknade
load-reckoned = Minuterna är en tumregel och ingen mätning. Året följs upp { $times } gånger. Varje gång tar ett mål { $goal } minuter och ett åtagande eller uppdrag { $row }. Ett värde till en indikator tar { $figure } minuter varje gång det lämnas. Ett styrdokument tar { $document } minuter om året.
load-what = Mål, åtaganden och uppdrag är de beslutade. Ett uppdrag räknas tills ett beslut avslutar det. Indikatorer och styrdokument räknas hos det organ som svarar för dem.
load-limits = Gränser i styrmodellen
load-limits-none = Styrmodellen sätter ingen gräns för hur mycket ett organ får ha.
load-at-most = { $count ->
    [one] högst ett för varje organ
   *[other] högst { $n } för varje organ
}
load-over = { $count } { $many }, och modellen säger högst { $most }.
load-coming = Vad beslutet lägger på bordet
load-coming-help = Först { $now } som det är i dag, sedan { $year } när planen är beslutad. Det som beslutet inte rör räknas som i dag.
load-becomes = , blir
