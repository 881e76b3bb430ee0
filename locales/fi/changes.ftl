# Muutokset.
changes = Muutokset
changes-ingress = Kaikki, mitä on päätetty, mitattu, arvioitu ja muutettu, päivä päivältä. Uusin on ensin.
changes-title-fault = Virhe: valitse toiset päivät
changes-fault = Näitä päiviä emme voi verrata
changes-fault-from-missing = Valitse ensimmäinen päivä. Viimeisen voit jättää tyhjäksi.
changes-fault-from-malformed = Ensimmäinen päivä ei ole päivä. Kirjoita se muodossa 2018-12-31.
changes-fault-till-malformed = Viimeinen päivä ei ole päivä. Kirjoita se muodossa 2018-12-31.
changes-fault-from-future = Ensimmäinen päivä on sivun näyttämän päivän jälkeen. Valitse se päivä tai aiempi.
changes-fault-till-future = Viimeinen päivä on sivun näyttämän päivän jälkeen. Valitse se päivä tai aiempi.
changes-fault-reversed = Ensimmäinen päivä on viimeisen jälkeen. Vaihda niiden paikkaa.
changes-compare = Mikä muuttui kahden päivän välillä?
changes-in-one = Mikä on muuttunut kohteessa
changes-from = Tilanteesta päivänä
changes-till = Päivään saakka
changes-show = Näytä muutokset
changes-all = Näytä kaikki muutokset
changes-since = Mikä on muuttunut { $day } jälkeen?
follow-goal = Seuraa tavoitetta (Atom)
follow-row = Seuraa sitoumusta (Atom)
changes-feed = Tilaa muutokset (Atom)
changes-none = Muutoksia ei löytynyt.
changes-none-between = Mikään ei muuttunut näiden päivien välillä.
changes-between = Muutokset { $from } – { $till }
changes-decisions = Päätökset
changes-without-decision = Ilman päätöstä, tai päätöstä ei löytynyt
changes-count-decisions = { $count ->
    [one] { $n } päätös
   *[other] { $n } päätöstä
}
changes-count-new = { $count ->
    [one] { $n } tuli lisää
   *[other] { $n } tuli lisää
}
changes-count-changed = { $count ->
    [one] { $n } muuttui
   *[other] { $n } muuttui
}
changes-count-ended = { $count ->
    [one] { $n } päättyi
   *[other] { $n } päättyi
}
changes-count-judged = { $count ->
    [one] { $n } arvio
   *[other] { $n } arviota
}
changes-count-measured = { $count ->
    [one] { $n } mittaustulos tai tavoitetaso
   *[other] { $n } mittaustulosta ja tavoitetasoa
}
change-new = Lisätty
change-gone = Ei enää voimassa, koska päätös on kumottu
change-reworded = Uusi sanamuoto
change-righted = Kirjoitusvirhe korjattu
change-redescribed = Uusi kuvaus
change-terms = Uusi määrä, aika tai summa
change-given = Uusi vastuutaho
change-withdrawn = Peruttu
change-closed = Päätetty loppuun
change-supplemented = Täydennetty
change-ended = Päättyi
change-moved = Uusi paikka organisaatiossa
change-judged = Arvioitu
change-measured = Uusia mittaustuloksia
change-aimed = Uusi tavoitetaso
change-checked = Tarkistettu
change-directed = Uusi omistajan ohje
change-bound = Yhtiökokous hyväksyi omistajan ohjeen
change-hours = Uudet aukioloajat
change-decided = Päätös
change-before = Ennen
change-now = Jälkeen
change-nothing = ei mitään
change-from = Luovuttaja
change-to = vastaanottaja
change-nobody = ei nimetty
change-figures = { $count ->
    [one] { $n } mittaustulos.
   *[other] { $n } mittaustulosta.
}
change-targets = { $count ->
    [one] { $n } tavoitetaso.
   *[other] { $n } tavoitetasoa.
}
change-latest = Viimeisin, { $period }: { $figure }
changes-ever = Kaikki muutokset päivä päivältä
accounts-title = Määrärahat ja toteuma lähteen mukaan
proposal-title = Ehdotus rahasta lähteen mukaan
change-unjudged = Arvio ei ole enää voimassa
change-tied = Uusi linkki punaisessa langassa
change-untied = Linkki poistettu punaisesta langasta
change-in-force = Tuli voimaan
change-to-come = Ei vielä voimassa
change-expired-but-applied = Voimassaolo päättyi, mutta sovelletaan toistaiseksi
change-perhaps-replaced = Voimassaolo päättyi; emme ole löytäneet, onko uusi korvannut sen
change-expired = Voimassaolo päättyi
change-replaced = Korvattiin
change-marked = Muita tavoitteita nimettiin
change-owned = Omistusosuus ilmoitettu
change-compared = Muiden luvut saatu
change-elected = Toimikausi ilmoitettu
change-term = { $from } – { $till }
change-granted = Rahaa myönnetty
change-cut = Rahaa vähennetty
change-revised = Uusia lukuja
change-answers = Vastaa sivusta
