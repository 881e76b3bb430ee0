report-left = { $count ->
    [one] Yksi rivi raportoimatta
   *[other] { $n } riviä raportoimatta
}
report-none-left = Kaikki on raportoitu
report-help = Kerro, miten päätetyt asiat etenevät. Kommentti tarvitaan vain, jos jokin ei etene suunnitellusti. Kirjoittamasi säilyy kirjoittaessasi, ja voit jatkaa myöhemmin.
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
report-fault-status = { $row }: valitse tilanne.
report-fault-why = { $row }: kirjoita, miksi ja mitä teette asialle.
report-changed = { $row }: rivi on muuttunut sen jälkeen, kun avasit sivun. Kirjoittamasi on yhä kentissä. Lue, mitä nyt lukee, ja tallenna uudelleen, jos omasi jää voimaan.
report-fault-kept = Näille riveille kirjoittamaasi ei ole tallennettu. Kopioi se, mitä tarvitset.
report-kept = Rivit, joille ei voi enää kirjoittaa
report-row = Rivi { $number }
report-keys = Numeronäppäimet valitsevat rivin tilanteen. Ctrl ja Enter lähettävät.
report-verdict = Arvio vuodelle { $year }
report-year = Koko vuosi
report-same = Sama kuin nyt
report-same-as-year = Sama kuin vuodelle
report-comment = Kommentti (vapaaehtoinen)
report-last-time = Hae edellinen kommentti
report-analysis = Analyysi: mitä on tapahtunut, miksi ja mitä teette nyt?
report-next = Seuraava kerta on { $round }, alkaen { $day }.
report-others = { $count ->
    [one] Yksi rivi, josta työtoveri huolehtii
   *[other] { $n } riviä, joista työtoverit huolehtivat
}
report-step-draft = Luonnos
report-step-sent-back = Palautettu
report-step-handed-in = Lähetetty
report-step-reviewed = Tarkastettu
report-step-approved = Hyväksytty
report-step-decided = Päätetty
review-rows = { $count ->
    [one] Yksi rivi tarkastettavana
   *[other] { $n } riviä tarkastettavana
}
review-none = Ei tarkastettavaa
review-help = Hyväksy lähetetyt tai palauta rivi kirjoittamalla, mitä siihen tarvitaan.
review-back = Palauta: mitä on täydennettävä?
review-returned = Tätä pyydettiin täydentämään:
review-before = Silloin luki:
review-wait = Jätä odottamaan
review-nothing = Yhtään riviä ei ole hyväksytty tai palautettu. Kaikki odottavat.
review-kept = Tämän kirjoitit riveistä, jotka joku muu on tarkastanut
review-approved = { $count ->
    [one] Yksi hyväksytty rivi odottaa päätöstä
   *[other] { $n } hyväksyttyä riviä odottaa päätöstä
}
review-back-help = Rivi, josta kirjoitat jotain, palautetaan kirjoittajalle. Muut pysyvät hyväksyttyinä.
review-approve = Valmis
review-approve-help = Rivit, joista et ole kirjoittanut mitään ja jotka eivät odota, hyväksytään. Ne, joista olet kirjoittanut, palautetaan kirjoittajalle.
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
link-yours = Vain sinulle
link-help = Pääset omille riveillesi ilman salasanaa. Kirjoittamasi on sinun nimissäsi.
link-go-on = Siirry riveilleni
link-not-you = Eikö linkki ole sinun? Sulje sivu. Mitään ei ole tapahtunut.
link-over = Linkki ei ole enää voimassa
link-over-why = Rivit on lähetetty, aika on päättynyt tai olet saanut uudemman linkin. Kirjaudu sisään päästäksesi raportointiin.
report-why-judged = Miksi? Kirjoita, mihin arvio perustuu.
report-proposes = Luvut ja osat viittaavat tähän: { $value }.
report-proposes-nothing = Luvut ja osat eivät vielä riitä ehdotukseen.
report-proposed = Luvut ja osat viittasivat tähän: { $value }.
report-outcome-reaches = Toteuma yltää luvattuun.
report-outcome-short = Toteuma ei yllä luvattuun.
report-indicators = { $met }/{ $all } mittaria saavuttaa tavoitteen.
report-indicators-lacking = { $met }/{ $all } mittaria saavuttaa tavoitteen; arvo tai tavoite puuttuu: { $lacking }.
report-parts-silent = { $count ->
    [one] Ainoaa tähän vaikuttavaa ei ole vielä raportoitu.
   *[other] Yhtäkään { $n } vaikuttavasta ei ole vielä raportoitu.
}
report-parts = Tähän vaikuttavat: { $tally }.
report-action-by = Toimenpiteestä on päätettävä viimeistään { $day }.
report-correct = Oikaise päätetty arvio
report-correction = Miksi arviota oikaistaan?
report-corrects = Oikaisee päätetyn arvion:
report-fault-correction = { $row }: kirjoita, miksi arviota oikaistaan.
report-fault-why-judged = { $row }: kirjoita miksi. Se koskee kaikkia tavoitteiden ja kokonaisuuden arvioita.
