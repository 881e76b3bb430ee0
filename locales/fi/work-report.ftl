report-left = { $count ->
    [one] Yksi rivi raportoimatta
   *[other] { $n } riviä raportoimatta
}
report-none-left = Kaikki on raportoitu
report-help = Kerro, miten päätetyt asiat etenevät. Kommentti tarvitaan vain, jos jokin ei etene suunnitellusti. Voit lopettaa milloin haluat: tallenna ja jatka myöhemmin.
report-last-day = Viimeinen päivä on { $day }, { $left }.
report-late = Olisi pitänyt saapua { $day } mennessä. Raportoida voi edelleen.
report-told = { $told }/{ $all } valmiina
report-progress = Raportoidut rivit
report-done = Valmiit
report-change = Muuta
report-status = Tilanne
report-why = Miksi, ja mitä teette asialle?
report-asked = Tätä on täydennettävä:
report-stands = Nyt siinä lukee:
report-save = Tallenna ja jatka myöhemmin
report-send = Lähetä tarkastettavaksi
report-send-help = Hallinto tarkastaa lähettämäsi, ja lautakunta tai yhtiö päättää siitä. Sitä ennen kukaan ulkopuolinen ei lue sitä.
report-saved = Tallennettu. Mitään ei ole vielä lähetetty.
report-sent = Lähetetty tarkastettavaksi.
report-nothing-to-send = Lähetettävää ei ole. Valitse tilanne vähintään yhdellä rivillä.
report-fault-status = Valitse tilanne.
report-fault-why = Kerro, miksi, ja mitä teette asialle.
report-changed = Joku muu on muuttanut tätä riviä. Kirjoittamasi on edelleen kentissä. Tallenna uudelleen, jos sinun tekstisi jää voimaan.
report-state-draft = Luonnos
report-state-sent-back = Palautettu
report-state-handed-in = Lähetetty
report-state-reviewed = Tarkastettu
report-state-approved = Hyväksytty
report-state-decided = Päätetty
review-rows = { $count ->
    [one] Yksi rivi tarkastettavana
   *[other] { $n } riviä tarkastettavana
}
review-none = Ei tarkastettavaa
review-help = Hyväksy lähetetyt tai palauta rivi kirjoittamalla, mitä siihen tarvitaan.
review-back = Palauta: mitä on täydennettävä?
review-approve = Valmis
review-approve-help = Rivit, joihin et ole kirjoittanut mitään, hyväksytään. Muut palautetaan kirjoittajalle.
review-done = Hyväksytyt rivit odottavat päätöstä. Ne, joista kirjoitit, on palautettu.
review-changed = Joku on muuttanut riviä sen jälkeen, kun avasit sivun. Tässä on nykyinen sisältö. Kirjoittamasi on edelleen kentissä.
report-decision-help = Päätetty on heti julkista.
report-decision-items = Tästä päätetään
report-decision-left = { $count ->
    [one] Yhtä riviä ei ole vielä hyväksytty, eikä siitä päätetä nyt.
   *[other] { $n } riviä ei ole vielä hyväksytty, eikä niistä päätetä nyt.
}
report-decision-changed = Rivit ovat muuttuneet sen jälkeen, kun avasit sivun. Tässä on nykyinen sisältö.
desk-reports = Seuranta
desk-report-left = { $count ->
    [one] Yksi rivi jäljellä
   *[other] { $n } riviä jäljellä
}
desk-review = Tarkasta { $round }
desk-review-rows = { $count ->
    [one] Yksi rivi odottaa
   *[other] { $n } riviä odottaa
}
desk-report-decide = { $count ->
    [one] Yksi rivi odottaa päätöstä
   *[other] { $n } riviä odottaa päätöstä
}
