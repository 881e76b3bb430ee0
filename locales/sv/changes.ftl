# Ändringar.
changes = Ändringar
changes-ingress = Allt som har beslutats, mätts, bedömts och ändrats, dag för dag. Det nyaste står först.
changes-title-fault = Fel: välj andra dagar
changes-fault = De här dagarna kan vi inte jämföra
changes-fault-from-missing = Välj den första dagen. Den sista kan du lämna tom.
changes-fault-from-malformed = Den första dagen är ingen dag. Skriv den som 2018-12-31.
changes-fault-till-malformed = Den sista dagen är ingen dag. Skriv den som 2018-12-31.
changes-fault-from-future = Den första dagen ligger efter dagen som sidan visar. Välj den dagen eller en tidigare.
changes-fault-till-future = Den sista dagen ligger efter dagen som sidan visar. Välj den dagen eller en tidigare.
changes-fault-reversed = Den första dagen kommer efter den sista. Byt plats på dem.
changes-compare = Vad har ändrats mellan två dagar?
changes-in-one = Vad har ändrats i
changes-from = Från och med läget den
changes-till = Till och med den
changes-show = Visa ändringar
changes-all = Visa alla ändringar
changes-since = Vad har ändrats sedan { $day }?
follow-goal = Följ målet (Atom)
follow-row = Följ åtagandet (Atom)
changes-feed = Prenumerera på ändringarna (Atom)
changes-none = Inga ändringar hittades.
changes-none-between = Inget ändrades mellan de två dagarna.
changes-between = Ändringar från { $from } till { $till }
changes-decisions = Beslut
changes-without-decision = Utan beslut, eller där beslutet inte är funnet
changes-count-decisions = { $count ->
    [one] { $n } beslut
   *[other] { $n } beslut
}
changes-count-new = { $count ->
    [one] { $n } tillkom
   *[other] { $n } tillkom
}
changes-count-changed = { $count ->
    [one] { $n } ändrades
   *[other] { $n } ändrades
}
changes-count-ended = { $count ->
    [one] { $n } upphörde
   *[other] { $n } upphörde
}
changes-count-judged = { $count ->
    [one] { $n } bedömning
   *[other] { $n } bedömningar
}
changes-count-measured = { $count ->
    [one] { $n } mätvärde eller målnivå
   *[other] { $n } mätvärden och målnivåer
}
change-new = Tillkom
change-gone = Gäller inte längre, eftersom beslutet är upphävt
change-reworded = Ny lydelse
change-righted = Skrivfel rättat
change-redescribed = Ny beskrivning
change-terms = Ny mängd, tid eller summa
change-given = Annan ansvarig
change-withdrawn = Återtaget
change-closed = Avslutat
change-supplemented = Kompletterad
change-ended = Upphörde
change-moved = Ny plats i organisationen
change-judged = Bedömd
change-measured = Nya mätvärden
change-aimed = Ny målnivå
change-checked = Kontrollerad
change-directed = Nytt ägardirektiv
change-bound = Ägardirektiv antaget av stämman
change-hours = Nya öppettider
change-decided = Beslut
change-before = Före
change-now = Efter
change-nothing = inget
change-from = Från
change-to = till
change-nobody = ingen utpekad
change-figures = { $count ->
    [one] { $n } mätvärde.
   *[other] { $n } mätvärden.
}
change-targets = { $count ->
    [one] { $n } målnivå.
   *[other] { $n } målnivåer.
}
change-latest = Senast för { $period }: { $figure }
changes-ever = Allt som har ändrats, dag för dag
accounts-title = Ramar och utfall enligt källan
proposal-title = Förslag om pengar enligt källan
change-unjudged = Bedömningen gäller inte längre
change-tied = Ny länk i den röda tråden
change-untied = Länk borttagen ur den röda tråden
change-in-force = Började gälla
change-to-come = Gäller inte än
change-expired-but-applied = Giltighetstiden gick ut, men tillämpas tills vidare
change-perhaps-replaced = Giltighetstiden gick ut; om ett nytt har ersatt det har vi inte funnit
change-expired = Slutade gälla
change-replaced = Ersattes
change-marked = Andra mål pekades ut
change-owned = Ägarandel angiven
change-compared = Andras siffror kända
change-elected = Mandatperiod angiven
change-term = { $from } till och med { $till }
change-granted = Pengar beviljade
change-cut = Pengar borttagna
change-revised = Nya siffror
change-answers = Ansvarig för sidan
