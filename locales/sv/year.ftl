# Året: åtaganden, årsplan, pengar, balans.
number = nummer
not-called-commitment = Källan kallar det inte åtagande.
commitment-over = Det gällde { $period }. Perioden är över.
commitment-to-come = Det gäller { $period }. Perioden har inte börjat.
commitment-not-judged = Ingen beslutad uppföljning har hittats för den här dagen.
not-yet-commitment = Den { $day } var det inte beslutat än.
owner-as-source = så skriver källan
owner-not-found = Källan säger inte vem
addressed-to = Riktat till
addressed-to-all = Alla nämnder och bolag
given-away-by = Överfört till ett annat organ genom beslut av
to-reach = Ska nås
to-reach-not-found = Varken mängd eller villkor hittades.
at-least = minst { $quantity }
amount = Belopp
due-day = Klart senast
due-not-found = Ingen dag hittades.
origin = Ursprung
origin-own = Eget
origin-not-said = Källan säger inte om det är eget eller tilldelat
origin-order-not-public = Svar på ett uppdrag som inte är offentligt än
origin-assigned = Tilldelat, med uppdragets egna ord:
origin-interpreted = Tilldelat, med egna ord. Uppdraget:
findings = Så är det formulerat
finding-yes = Ja
finding-no = Nej
finding-person = Bedöms av en människa
finding-anyway = Tydligt ändå:
thread-both-ways = Tråden går upp på två vägar: genom ett mål och genom en process.
thread-of-two-ways = Tråden kan gå upp på två vägar: genom ett mål och genom en process. Här hittades inte båda.
strategic-goal = Strategiskt mål
process-goal = Processmål
no-goal = Inget mål
no-goal-why = Det är vanligt och ingen lucka.
gap-process-goal = Hittades inte
gap-process-goal-why = Det är en lucka. Modellen kräver det.
gap-process-goal-source = Källorna visar inget sådant.
gap-activities-source = Källorna visar inget mer konkret arbete.
gap-activities-none = Under det här planeras inget mer konkret arbete.
given-by = Gett av
answers = Så svarar nämnder och bolag
answers-help = Uppdraget går till flera. Var och en svarar med egna ord.
answers-lacking = Inget publicerat svar från:
verdicts-table = Tidigare bedömningar
deeds = Beslut, från det första till det senaste
deed-adopted = Antaget
deed-reworded = Ny lydelse
deed-transferred = Överfört till
deed-withdrawn = Återtaget
deed-closed = Avslutat
righted = Rättade skrivfel
righted-on = Rättat { $day }.
body-given-away = Överfört till andra
annual-plans = Årsplaner
annual-plans-help = Varje år beslutar kommunfullmäktige en årsplan utifrån inriktningen och processerna.
annual-plan-ingress = Vad som har beslutats för året, av vem, och vilka mål och processer det stöder.
annual-plan-nothing = Inget beslut för året hittades för den här dagen.
plans-decided = Beslutade planer
plans-none = Ingen beslutad plan för året hittades.
plan-adopted = Antagen av
plan-supplemented = Antagen och sedan kompletterad. Antagen av
plan-closed = Avslutad. Antagen av
plan-closed-by = Avslutad av
plan-until-election = Antagen före valet, av det fullmäktige som satt till och med { $day }. Det nyvalda fullmäktige fastställer budgeten.
supplement = Komplettering
supplement-new-council = av det nyvalda fullmäktige
supplement-reworded = Ny lydelse:
plan-ways = Två vägar uppåt
plan-by-perspective = Genom ett mål
plan-by-process = Genom en process
plan-without-goal = Utan mål
plan-without-process = Utan process
plan-by-body = Det här ska göras, nämnd för nämnd
other-years = Andra år
annual-plan-count = { $count ->
    [one] { $n } punkt har hittats för året.
   *[other] { $n } punkter har hittats för året.
}
annual-plan-activities = { $count ->
    [one] { $n } aktivitet stöder dem.
   *[other] { $n } aktiviteter stöder dem.
}
plan-held-not-found = Vad den innehöll, punkt för punkt, har inte hittats. Det som källorna säger om året står längre ner.
plan-held = { $count ->
    [one] Den innehöll { $n } punkt.
   *[other] Den innehöll { $n } punkter.
}
money-h = Pengar
money-help = Riktning är inget budgetsystem. Här visas pengarna bredvid det som ska göras.
money-none = Inga ramar eller utfall hittades för året.
money-whose = Vem
money-year = År
money-kind = Vad
money-whole = Hela kommunen
money-budget = Budget eller krav
money-outcome = Utfall
money-proposed = Föreslaget
money-forecast = prognos
money-deviation-printed = Avvikelse, som det står i källan
money-deviation-computed = Avvikelse, uträknad
money-not-given = anges inte
money-not-reckoned = går inte att räkna ut
money-percent-of-printed = { $percent }, räknat på källans avvikelse
money-round = ungefär
money-by-revenue = lever på intäkter: mer är bättre
money-sum-printed = Summa, som det står i källan
money-sum-computed = Summa, uträknad av raderna
money-sum-wrong = Stämmer inte med källan
money-turned = Vänder man tecknet på de rader där avvikelse och procent pekar åt olika håll blir summan av avvikelserna { $sum }.
money-result-target = Målet för resultatet är { $percent } av skatter och bidrag.
money-as-source = Att veta:
money-table = Tabell { $number }. Ramar och utfall { $period }
money-proposal = Förslag { $number }. { $period }
money-own-table = Ramar och utfall
money-in-mnkr = Miljoner kronor
money-printed-h = Så står det i källorna
money-printed-help = Siffrorna visas som de är tryckta. Det som inte går ihop är märkt och inte rättat.
proposals-h = Förslag som ingen beslutat
proposals-help = Det här har någon föreslagit, enligt källan. Att det blev beslutat har vi inte funnit. Beloppen är inga ramar och räknas inte med någonstans.
frames-h = Beslutade ramar
frames-table = Beslutade ramar
frames-sum = Summa
frame = Ram
frame-entries = Så blev ramen till
account-operating = driftram
account-investment = investering
account-result = resultat
account-turnover = omslutning
account-total = hela budgeten
doubt-sign-lost = Tecknet verkar ha fallit bort
doubt-deviation = Inte skillnaden mellan ram och utfall
doubt-percent = Procenten stämmer inte
plan-activities = Aktiviteter
plan-activities-help = Aktiviteter är det konkreta arbete som stöder det som ska göras. De står här med det de stöder.
plan-controls = Intern kontroll
plan-controls-help = Det här ska den som det gäller kontrollera under året, så att arbetet går rätt till. Kontrollmomenten räknas inte in bland det som ska göras.
plan-activity-supports = Stöder
quashed-since = En domstol har upphävt beslutet om det här. Det gäller inte längre från och med den { $day }.
quashed-as-it-was = Visa sidan som den var innan
quashed-whole = En domstol har upphävt ett beslut. Det som beslutades gäller inte längre från och med den { $day }.
quashed-plans = Planer som inte längre gäller:
quashed-items = { $count ->
    [one] En beslutad punkt gäller inte längre.
   *[other] { $count } beslutade punkter gäller inte längre.
}
quashed-goals = { $count ->
    [one] Ett mål gäller inte längre.
   *[other] { $count } mål gäller inte längre.
}
perspective-gone = Inga mål gäller i det här perspektivet.
sys-goals-gone = En domstol har upphävt beslutet om målen.
topic-over = Det här har upphört. Sista dagen var den { $day }. Det som stod här då står kvar, och inget nytt läggs hit.
