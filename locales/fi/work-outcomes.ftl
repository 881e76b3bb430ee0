odd-outside = { $figure } ei ole välillä { $low }–{ $high }. Onko luku oikein?
odd-sign = Viimeksi luku oli { $last } ja nyt { $figure }. Onko miinusmerkki oikein?
odd-large = { $figure } on noin { $times } kertaa niin paljon kuin viimeksi, { $last }. Onko pilkku oikeassa paikassa?
odd-small = Viimeksi luku oli { $last }, noin { $times } kertaa niin paljon kuin { $figure }. Onko pilkku oikeassa paikassa?
odd-leap = { $figure } on kaukana viime kerrasta, { $last }. Onko luku oikein?
odd-sure = Kyllä, { $figure } on oikein
report-outcome = Toteuma
report-outcome-aim = Tavoitetaso { $aim }
report-outcome-last = edellinen toteuma { $last }
reached-of = Saavutettu: { $figure }. Tavoitetaso: { $aim }
outcomes = Toteumat { $year }
outcomes-help = Kirjoita, mitä on mitattu. Tallentamasi näkyy vain omassa toimielimessäsi. Lautakunta tai yhtiö päättää siitä seurannan yhteydessä, ja silloin se tulee julkiseksi.
outcomes-left = { $count ->
    [one] Yksi rivi ilman toteumaa
   *[other] { $n } riviä ilman toteumaa
}
outcomes-none = Tältä vuodelta ei ole toteumia raportoitavana.
outcomes-group = Koko kunta
outcomes-all = Näytä kaikki rivit
outcomes-pasted = { $count ->
    [one] Yksi rivi luettelostasi
   *[other] { $n } riviä luettelostasi
}
outcomes-pasted-help = Mitään ei ole vielä tallennettu. Korjaa korjattavat ja tallenna.
outcomes-paste = Liitä taulukkolaskennasta
outcomes-list = Luettelosi
outcomes-list-help = Mittari, ajanjakso ja sitten arvo kullekin: kaikki, naiset, miehet. Ensimmäisellä rivillä voivat olla sarakkeiden nimet.
outcomes-put-in = Lisää riveille
outcomes-list-left = Nämä rivit eivät ole mukana alla. Lisää ne tai poista ne.
outcomes-list-empty = Liitä ensin luettelo.
outcomes-too-many = Luettelossa on { $rows } riviä. Liitä kerralla enintään { $most }.
outcomes-row-unknown = Rivi { $row }: et raportoi mittaria nimeltä ”{ $typed }”.
outcomes-row-body = Rivi { $row }: mittaria ei mitata toimielimelle ”{ $typed }”.
outcomes-row-which-body = Rivi { $row }: ”{ $typed }” mitataan usealle. Kirjoita Toimielin-sarakkeeseen, mille.
outcomes-row-period = Rivi { $row }: ”{ $typed }” ei ole ajanjakso. Kirjoita esimerkiksi 2026, 2025/26 tai 2026T2.
outcomes-row-people = Rivi { $row }: ”{ $typed }” on sarakkeessa, jota mittari ei mittaa.
outcomes-column-indicator = mittari, nimi
outcomes-column-period = ajanjakso, vuosi, lukuvuosi
outcomes-column-body = toimielin, lautakunta, yhtiö
outcomes-column-all = kaikki, yhteensä, arvo, toteuma
outcomes-column-women = naiset
outcomes-column-men = miehet
outcomes-column-girls = tytöt
outcomes-column-boys = pojat
outcomes-save = Tallenna toteumat
outcomes-save-help = Kaikki tallennetaan, tai ei mitään, jos jotain on korjattava.
outcomes-saved = { $count ->
    [one] Yksi arvo on tallennettu.
   *[other] { $n } arvoa on tallennettu.
}
outcomes-settled = Vahvistettu
outcomes-waits = odottaa päätöstä
outcomes-why = Miksi arvo puuttuu?
outcomes-why-not-measured = ei mitattu
outcomes-why-too-few = liian vähän henkilöitä
outcomes-why-not-yet = ei vielä saatavilla
outcomes-why-not-stated = tieto puuttuu
outcomes-taken-away = Raportoitua arvoa ei poisteta. Kirjoita oikea arvo tai syy, miksi se puuttuu.
outcomes-not-yours = { $row }: et raportoi tätä riviä.
outcomes-changed = { $row }: joku muu on muuttanut arvoa sen jälkeen, kun avasit sivun. Omasi on edelleen tässä. Tallenna uudelleen, jos sinun arvosi on voimassa.
outcomes-decided = Toteumat
desk-outcomes = Toteumat { $year }
desk-outcomes-left = { $count ->
    [one] Yksi rivi jäljellä
   *[other] { $n } riviä jäljellä
}
outcomes-row-twice = Rivi { $row }: sama mittari ja ajanjakso on jo ylemmällä rivillä.
report-action = Toimenpide:
report-action-waits = (ei vielä päätetty)
report-action-write = Kirjoita korjaava toimenpide, vastuuhenkilö ja päivä
outcomes-decided-help = Poista valinta toteumilta, jotka tulivat kokouksen jälkeen. Ne odottavat seuraavaa päätöstä.
outcomes-why-unused = Riviltä ei puutu arvoa. Poista tähän kirjoittamasi tai arvo.
outcomes-settled-stays = Vahvistettu ei muutu enää alustavaksi. Kirjoita toinen arvo, jos se on väärä.
outcomes-expected = ennuste { $figure }
outcomes-row-frequency = Rivi { $row }: mittaria ei mitata ajalta ”{ $typed }”.
outcomes-too-many-rows = Lomakkeella on enemmän rivejä kuin kerralla voi tallentaa. Mitään ei ole tallennettu. Liitä vähemmän rivejä kerralla.
outcomes-saved-none = Mitään ei ollut muutettu.
