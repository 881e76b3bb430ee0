# Työtila: kirjautuminen, suunnitelmat, päätökset.

work-area = Tavoitteiden ja tulosten työtila
work-desk = Oma työni
work-nav-plans = Suunnitelmat
work-nav-public = Julkinen sivusto
work-title-fault = Virhe: { $title }
work-waits-none = Hei { $name }. Mikään ei odota sinua.
work-waits = { $count ->
    [one] Hei { $name }. Yksi asia odottaa sinua.
   *[other] Hei { $name }. { $n } asiaa odottaa sinua.
}
work-to-decide = Kirjattavat päätökset
work-own-plans = Omat suunnitelmasi
work-nothing = Sinulla ei ole kirjoitettavaa suunnitelmaa eikä kirjattavaa päätöstä.
work-roles = Omat roolisi
work-items-none = suunnitelmassa ei ole vielä mitään
work-items = { $count ->
    [one] yksi rivi
   *[other] { $n } riviä
}
work-unanswered = { $count ->
    [one] Yksi toimeksianto odottaa vastausta
   *[other] { $n } toimeksiantoa odottaa vastausta
}
work-unanswered-one = Ei vielä vastattu
work-answered-before = Toimeksiannon aiempi saaja tai toinen seuraaja on jo vastannut.
work-answered = { $count ->
    [one] Yksi vastaus
   *[other] { $n } vastausta
}
work-plan = Suunnitelma { $year }
work-plans = Suunnitelmat { $year }
work-handed-in-none = Yksikään { $all } toimielimestä ei ole vielä jättänyt suunnitelmaa
work-handed-in-of = { $count ->
    [one] Yksi { $all } toimielimestä on jättänyt suunnitelman
   *[other] Suunnitelman on jättänyt { $count }/{ $all } toimielintä
}
work-plans-help = Jätettyä suunnitelmaa lukevat toimielin itse, siitä päättävät, ne, joilta pyydetään lausuntoa, strategi, controller ja tilintarkastajat. Sitä ennen näkyy vain, kuinka paljon siinä on, ei koskaan mitä.
work-body = Lautakunta tai yhtiö
work-state = Tilanne
work-count = Rivejä
work-handed-in-on = Jätetty
work-not-yet = ei vielä
work-not-yet-by = ei vielä, viimeistään { $day }
work-plan-late = Myöhässä: määräaika oli { $day }
work-plan-late-count = { $count ->
    [one] Yksi lautakunta tai yhtiö on myöhässä suunnitelmastaan.
   *[other] { $n } lautakuntaa tai yhtiötä on myöhässä suunnitelmistaan.
}
work-handed-in = jätetty { $day }
work-stage-none = Ei aloitettu
work-stage-draft = Luonnos
work-stage-proposed = Jätetty, odottaa päätöstä
work-stage-adopted = Päätetty
work-stage-supplemented = Päätetty ja täydennetty
work-stage-closed = Päättynyt
work-supplement = Täydennys: { $stage }
work-standing-draft = luonnos
work-standing-sent = lähetetty
work-standing-handed-in = jätetty
work-standing-adopted = päätetty
work-standing-proposal = ehdotus uudeksi sanamuodoksi
work-body-ended = ei ole enää olemassa
work-plan-ended = Tätä toimielintä ei enää ole. Sen tilalle tulleet päättävät siitä, mitä tässä on.
work-orders-to-body = Toimeksiannot: { $body }
work-approver-hands-in = Suunnitelman jättää se, joka hyväksyy toimielimen puolesta.
work-plan-handed-in = Suunnitelma on jätetty { $day }, eikä siitä ole vielä päätetty. Tallentamasi on osa sitä, mitä kokous saa.
work-plan-referred = Se on lausunnolla { $day } asti: ne, joilta pyydetään lausuntoa, lukevat muutoksesi.
work-decision-referred = Suunnitelma on lausunnolla.
work-orders = Teille annetut toimeksiannot
work-our-answers = Vastauksenne:
work-answer = Vastaa sitoumuksella
work-answer-more = Vastaa vielä yhdellä sitoumuksella
work-in-plan = Suunnitelman sisältö
work-plan-empty = Suunnitelma on tyhjä. Kirjoita ensimmäinen rivi.
work-from-order = Vastaus toimeksiantoon
work-lacks-link = Yhteys, joka tarvitaan ennen päätöstä, puuttuu.
work-order-reworded = Toimeksiantoa muutettiin { $day } vastauksen kirjoittamisen jälkeen. Lue se uudelleen.
work-order-undecided = Toimeksiannosta ei ole vielä päätetty.
work-supports = Edistää:
work-placed-under = Kuuluu:
work-row-number = Nro { $number }
work-hand-in-lacking = { $count ->
    [one] Suunnitelmaa ei voi vielä jättää. Yhdeltä riviltä puuttuu yhteys, joka tarvitaan ennen päätöstä:
   *[other] Suunnitelmaa ei voi vielä jättää. { $count } riviltä puuttuu yhteys, joka tarvitaan ennen päätöstä:
}
work-role-named = Onko rooli henkilön nimi? Kirjoita rooli, älä nimeä: se tulee julkiseksi, kun suunnitelmasta on päätetty.
work-fault-role-name = Tämä on sellaisen henkilön nimi, jolla on täällä tili. Kirjoita rooli, esimerkiksi talouspäällikkö: se tulee julkiseksi.
work-fault-choice = Jotain valitsemaasi ei enää ole. Käy valinnat läpi ja tallenna uudelleen.
work-decision-already = Joku muu on jo kirjannut suunnitelmasta päätöksen. Sinun päätöstäsi ei ole kirjattu. Päätetyt asiat ovat alla.
work-due = valmis { $day }
work-no-due = aikaa ei ole annettu
work-goes-to = Saajat:
work-change = Muuta
work-public-page = Avaa sivu
work-write = Kirjoita:
work-write-new = Uusi: { $level }
work-write-change = Muuta: { $level }
work-hand-in = Jätä suunnitelma
work-hand-in-help = Kun suunnitelma on jätetty, kunnan johto voi lukea sen ja sihteeri voi kirjata päätöksen. Voitte muuttaa sitä, kunnes päätös on tehty.
work-order-unanswered = Toimeksiantoon { $number } ei ole vastattu
work-decision-unanswered = Toimielin ei ole vastannut tähän. Päätöksen voi silti kirjata, jos se on tehty niin.
work-hand-in-anyway = Jätetäänkö suunnitelma silti?
work-send-orders = Lähetä toimeksiannot
work-send-orders-help = Kun toimeksiannot on lähetetty, ne lautakunnat ja yhtiöt, joita ne koskevat, voivat lukea ne ja vastata niihin.
work-plan-changed = Suunnitelma on muuttunut sen jälkeen, kun avasit sivun. Lue se ja jätä se sitten.
work-take-back = Ota suunnitelma takaisin
work-take-back-orders = Peru toimeksiannot
work-take-back-orders-help = Toimeksiannot muuttuvat takaisin luonnoksiksi, eivätkä ne, joita ne koskevat, voi enää lukea niitä.
work-take-back-help = Suunnitelmasta tulee taas luonnos. Kunnan johto ei silloin voi lukea sitä, eikä päätöstä voi kirjata ennen kuin se jätetään uudelleen.
work-done-taken-back = Otettu takaisin. Suunnitelma on taas luonnos.
work-remove = Poista luonnos
work-remove-help = Rivi poistuu suunnitelmasta, eikä sitä voi palauttaa. Sen sisältö säilyy historiassa.
work-done-removed = Poistettu: { $text }
work-due-outside = Päivä ei ole vuonna { $year }. Onko se oikein?
work-done-saved = Tallennettu.
work-done-handed-in = Jätetty.
work-done-sent = Toimeksiannot on lähetetty.
work-done-decided = Päätös on kirjattu. Päätetty on nyt julkisella sivustolla.
work-the-order = Toimeksianto
work-the-order-help = Jätä teksti sellaisenaan tai kirjoita omin sanoin. Molemmat säilyvät rinnakkain.
work-save-next = Tallenna ja kirjoita seuraava
work-done-and-next = Rivi { $number } on tallennettu. Kirjoita seuraava.
work-saved-now = Tämä on tallennettu nyt
work-saved-others = Toinen on tallentanut tämän toisin kuin sinä kirjoitit. Sinun tekstisi on kentissä; se, mitä vain toinen on muuttanut, on jo mukana.
work-saved-nothing = ei mitään
work-saved-before = Lomake on jo tallennettu riviksi. Muuta sitä riviä tai tallenna tämä uutena.
work-same-row = Sama lause on jo suunnitelmassa rivillä { $number }. Muuta sitä riviä tai tallenna vielä yksi rivi.
work-same-row-anyway = Tallenna vielä yksi rivi
work-saved-change = Muuta riviä { $number }
work-text = Mitä lupaatte?
work-text-help = Yksi virke, yksi lupaus. Enintään 300 merkkiä.
work-choice-vision = Visio
work-text-order = Mitä pitää tehdä?
work-text-goal = Mikä tavoite?
work-text-goal-help = Lause siitä, minkä pitää olla totta vuosien päätyttyä. Enintään 300 merkkiä.
work-goals-of = Tavoitteet { $years }
work-goals-of-help = Useamman vuoden tavoitteet kirjoitetaan erikseen.
work-goals-beside = Jo päätetyt tavoitteet
work-propose = Ehdota muutosta
work-propose-change = Ehdota muutosta: { $level }
work-stands-decided = Tämä on päätetty
work-stands-decided-help = Se on voimassa, kunnes uusi päätös on tehty. Tallentamasi on ehdotus sen rinnalla, suunnitelman täydennyksessä, myös kun valitset toisen tavoitteen tai alueen.
work-take-back-proposal = Peru ehdotus
work-take-back-proposal-help = Päätetty säilyy ennallaan. Ehdotus jää historiaan.
work-see-proposal = Katso ehdotus uudeksi sanamuodoksi
work-done-taken-back-proposal = Ehdotus on peruttu. Päätetty säilyy.
work-stage-beside = Tavoitteet on päätetty
work-description = Mitä se tarkoittaa? (vapaaehtoinen)
work-required = tarvitaan ennen päätöstä
work-no-choice = Valittavaa ei ole.
work-addressed = Kuka tekee sen?
work-addressed-all = Kaikki lautakunnat ja yhtiöt
work-role = Kuka vastaa? (vapaaehtoinen)
work-role-help = Rooli eikä nimi, esimerkiksi yksikön päällikkö.
work-person = Kuka henkilö hoitaa asiaa? (vapaaehtoinen)
work-person-help = Työtoveri. Nimen näette vain te, jotka kirjoitatte täällä, eivät koskaan asukkaat.
work-person-none = Ei ketään erityistä
work-person-row = Hoitaa asiaa:
work-fault-person = Valitse joku, joka työskentelee suunnitelman parissa, tai ei ketään erityistä.
work-more = Raha, kohderyhmä ja muuta (vapaaehtoinen)
work-money = Mukana seuraava raha
work-money-help = Vain summa, esimerkiksi 800. Se tulee julkiseksi, kun suunnitelmasta on päätetty.
work-money-unit = Tuhansina vai miljoonina kruunuina
work-money-tkr = tuhatta kruunua
work-money-mnkr = miljoonaa kruunua
work-why = Miksi se on tärkeää? (vapaaehtoinen)
work-why-row = Miksi:
work-if-not-kept = Mitä tapahtuu, jos lupausta ei pidetä? (vapaaehtoinen)
work-if-not-kept-help = Esimerkiksi: Soita meille, niin saat vastauksen kahdessa päivässä.
work-if-not-kept-row = Jos lupausta ei pidetä:
work-quantity = Kuinka paljon? (vapaaehtoinen)
work-quantity-help = Määrä tai jotain, minkä voi tarkistaa.
work-quantity-least = Vähintään näin paljon
work-amount = Määrä
work-unit = Yksikkö, esimerkiksi paikkaa
work-condition = Tai: mistä tiedätte, että se on tehty?
work-condition-help = Esimerkiksi: Kaikilla kouluilla on toimintasuunnitelma.
work-try = Kokeile sanoja tallentamatta
work-clear-anyway = Silti selkeä? Kerro miksi
work-clear-anyway-help = Jätä tyhjäksi, jos lause kertoo, mitä saadaan tehdyksi. Ohjelma osoittaa sanoja ja kysyy; sinä arvioit.
work-due-field = Milloin sen on oltava valmis? (vapaaehtoinen)
work-due-help = Kirjoita päivä, 2027-08-31, kuukausi, 2027-08, tai vuosi.
work-at-least = vähintään { $quantity }
work-save = Tallenna
work-cancel = Peruuta
work-finding-yes = täyttyy
work-finding-no = puuttuu
work-finding-outside = päivä on kauden ulkopuolella
work-finding-person = ihminen arvioi
work-finding-anyway = Silti selkeä:
work-point-vague = ”{ $words }”: mitä saadaan tehdyksi?
work-point-second = ”{ $words }”: onko se toinen lupaus? Kirjoita se silloin erikseen.
work-decision = Kirjaa päätös
work-decision-help = Juuri nämä sanamuodot päätetään. Kun olet kirjannut päätöksen, ne ovat julkisia, paitsi ne, joihin on merkitty, kuka saa lukea ne.
work-decision-items = Tämä päätetään
work-decided-by = Kuka on päättänyt?
work-meeting = Kokouspäivä
work-paragraph = Pöytäkirjan pykälä
work-delegation = Tai numero delegointijärjestyksessä
work-delegation-help = Vain, jos päätös tehtiin delegoituna.
work-case-number = Diaarinumero (vapaaehtoinen)
work-decision-title = Asia (vapaaehtoinen)
work-decision-save = Kirjaa päätös ja julkaise
work-decision-changed = Suunnitelma on muuttunut sen jälkeen, kun avasit sivun. Tässä se on nyt. Lue se ennen kuin kirjaat päätöksen.
work-faults = { $count ->
    [one] Yksi asia on korjattava
   *[other] { $n } asiaa on korjattava
}
work-fault = Virhe:
work-fault-text = Kirjoita virke siitä, mitä lupaatte.
work-fault-text-goal = Kirjoita lause siitä, minkä pitää olla totta kauden päättyessä.
work-fault-too-long = Tekstissä on { $characters } merkkiä. Siinä saa olla enintään { $most }.
work-fault-figure = ”{ $typed }” ei ole luku. Kirjoita esimerkiksi 12 tai 3,5.
work-fault-day = ”{ $typed }” ei ole päivä. Kirjoita esimerkiksi 2027-08-31.
work-fault-no-day = Kirjoita päivä, esimerkiksi 2027-08-31.
work-fault-unit = Kirjoita, missä määrä lasketaan, esimerkiksi paikkaa.
work-fault-amount = Kirjoita kuinka monta tai poista yksikkö.
work-fault-addressed = Valitse vähintään yksi lautakunta tai yhtiö, tai kaikki.
work-fault-form = Lomake ei ole kokonainen. Avaa sivu uudelleen. Tekstisi on yhä tässä alla.
work-fault-paragraph = Kirjoita pöytäkirjan pykälä tai numero delegointijärjestyksessä.
work-fault-both = Kirjoita joko pykälä tai numero delegointijärjestyksessä, ei molempia.
work-fault-body = Valitse, kuka on päättänyt.

sign-in = Kirjaudu sisään
sign-in-login = Käyttäjätunnus
sign-in-password = Salasana
sign-in-help = Oletko unohtanut salasanasi? Pyydä kertakäyttöinen salasana käyttöoikeuksista vastaavalta.
sign-in-wrong = Kirjautuminen ei onnistunut: käyttäjätunnus ja salasana eivät kuulu yhteen, tai pääsyavain ei kelpaa täällä. Kertakäyttöistä salasanaa voi käyttää vain kerran.
sign-in-wait = { $count ->
    [one] Liian monta yritystä. Odota minuutti ja yritä uudelleen.
   *[other] Liian monta yritystä. Odota { $n } minuuttia ja yritä uudelleen.
}
sign-in-https = Täällä voi kirjautua vain https-yhteydellä.
sign-in-ended = Kirjautumisesi on päättynyt. Kirjaudu uudelleen.
sign-in-kept = Kirjoittamasi on tallessa.
sign-in-resume = Olet taas kirjautunut
sign-in-resume-text = Kirjoittamaasi ei ole vielä tallennettu. Tallenna se nyt.
sign-in-resume-save = Tallenna kirjoittamani
sign-out = Kirjaudu ulos
password = Salasanasi
password-lacking = Kirjauduit kertakäyttöisellä salasanalla, ja se on nyt käytetty.
password-choose = Valitse oma salasana
password-help = Vähintään 15 merkkiä. Monta sanaa peräkkäin on helppo muistaa ja vaikea arvata.
password-present = Nykyinen salasanasi
password-not-yours = Se ei ole nykyinen salasanasi.
password-new = Uusi salasana
password-again = Sama salasana vielä kerran
password-save = Vaihda salasana
password-done = Salasana on vaihdettu. Olet kirjautunut ulos muista laitteista.
password-differs = Salasanat ovat erilaiset.
password-short = Salasana on liian lyhyt. Siinä on oltava vähintään { $fewest } merkkiä.
password-long = Salasana on liian pitkä. Siinä saa olla enintään { $most } merkkiä.
password-repeated = Samat merkit toistuvat. Valitse useita erilaisia.
password-name = Salasana on lähes pelkkä nimesi tai kunnan nimi. Valitse jotain muuta.
password-common = Tämä salasana on helppo arvata. Valitse esimerkiksi neljä sanaa, jotka eivät liity toisiinsa.

role-reader = Lukija
role-contributor = Raportoija
role-approver = Tarkastaja
role-process-owner = Prosessin omistaja
role-controller = Controller
role-strategist = Strategi
role-registrar = Kirjaaja
role-editor = Verkkotoimittaja
role-auditor = Tilintarkastaja
role-administrator = Ylläpitäjä
work-meeting-help = Päätös koskee niitä sanamuotoja, jotka olivat voimassa tuona päivänä.
work-decision-look = Näytä tuon päivän sanamuodot
work-decision-as-of = Näin ne kuuluivat { $day }:
work-decision-since = { $count ->
    [one] Yksi rivi on lisätty tuon päivän jälkeen, eikä se kuulu päätökseen.
   *[other] { $count } riviä on lisätty tuon päivän jälkeen, eivätkä ne kuulu päätökseen.
}
work-decision-empty = Tuona päivänä suunnitelmassa ei ollut mitään.
work-decision-later = Myöhempi ehdotus:
work-decision-later-help = Se kirjoitettiin kokouksen jälkeen, eikä siitä päätetä nyt. Se jää ehdotukseksi uudeksi sanamuodoksi.
work-decision-other-day = { $day } rivit kuuluivat toisin kuin luit. Tässä ne ovat sellaisina kuin ne silloin olivat. Lue ne ennen kuin kirjaat päätöksen.
work-late = Tähän ei voi enää tallentaa
work-late-help = Mitään kirjoittamaasi ei ole tallennettu, mutta kaikki on tallella alla. Kopioi se ennen kuin jatkat.
work-late-decided = Rivistä päätettiin kirjoittaessasi
work-late-decided-help = Päätettyä muutetaan vain uudella päätöksellä. Mitään kirjoittamaasi ei ole tallennettu, mutta kaikki on tallella alla.
work-late-stands = Tämä on päätetty
work-late-yours = Kirjoittamasi
work-late-text = Teksti
work-late-again = Tallenna uutena rivinä
work-late-again-help = Tekstistäsi tulee rivi päätetyn rinnalle. Sen voi jättää ja siitä voi päättää täydennyksenä.
work-late-to-plan = Suunnitelmaan
work-accept = Ota tehtävä vastaan sellaisenaan
work-interpret = Kirjoita omin sanoin
work-done-accepted = Tehtävä on otettu vastaan. Valitse, mitä se tukee, ennen kuin jätätte suunnitelman.
work-done-list = Luettelo on tallennettu.
work-orders-of = Tehtävät { $year } ja mitä niistä tuli
work-orders-help = Jokainen tehtävä, kuka sen on ottanut ja millä sanoin. Ennen kuin suunnitelma on jätetty, näkyy vain, että joku kirjoittaa.
work-orders-none = Tälle vuodelle ei ole lähetetty tehtäviä.
work-untaken = { $count ->
    [one] Yksi ei ole vastannut.
   *[other] { $count } ei ole vastannut.
}
work-taken = Mitä siitä tuli
work-own-words = Omin sanoin
work-taken-nobody = Ei vielä vastausta
work-taken-draft = Kirjoittaa, ei jätetty
work-taken-accepted = Otettu vastaan sellaisenaan
work-taken-interpreted = Tulkittu
work-taken-same = samat sanat
work-before = Päätetty sanamuoto:
work-part-first = Päätetty { $day }
work-part-supplement = Täydennys, päätetty { $day }
work-part-in-hand = Ei vielä päätetty
work-part-waits = Täydennys, joka odottaa suunnitelmaa
work-paste-link = Liitä luettelo:
work-paste = Liitä luettelo: { $level }
work-paste-help = Kopioi Wordista tai Excelistä. Näet lopputuloksen ennen tallennusta. Joko kaikki rivit tallennetaan tai ei yhtäkään.
work-list = Luettelosi
work-list-help = Yksi lupaus joka rivillä. Excelistä seuraavat sarakkeet voivat olla vastuussa oleva, valmistumispäivä ja se, mistä tiedätte sen tehdyksi: määrä (vähintään 12 prosenttia) tai jotain, minkä voi tarkistaa. Enintään 200 riviä.
work-list-help-goals = Yksi tavoite joka rivillä. Excelistä seuraavat sarakkeet voivat olla vastuussa oleva, päivä, johon mennessä tavoite saavutetaan, ja se, mistä tiedätte sen saavutetuksi. Enintään 200 riviä.
work-list-look = Näytä lopputulos
work-list-becomes = Tällainen siitä tulee
work-list-number = Rivi
work-list-role = Vastuussa
work-list-due = Valmis
work-list-measure = Mistä sen tietää
work-list-headings = teksti, lupaus, sitoumus, tavoite, toimenpide, toimeksianto, vastuuhenkilö, vastaa, rooli, valmis, päivä, päivämäärä, milloin, mittari, määrä
work-list-has-headings = Ensimmäinen rivi kertoo sarakkeiden nimet, eikä siitä tule riviä.
work-list-save = { $count ->
    [one] Tallenna yksi rivi
   *[other] Tallenna { $count } riviä
}
work-list-twin = Sama lause on jo suunnitelmassa, rivillä { $number }.
work-list-again = Sama lause on myös luettelon rivillä { $row }.
work-list-row = Rivi { $row }:
work-list-too-many = Luettelossa on { $rows } riviä. Liitä enintään { $most } kerrallaan. Mitään ei ole tallennettu.
work-list-empty = Liitä vähintään yksi rivi.
work-list-columns = Rivillä on yli neljä saraketta. Neljä ensimmäistä luetaan: lupaus, kuka vastaa, milloin se on valmis ja mistä tiedätte sen tehdyksi. Poista loput.
work-list-changed = Luettelo on jo tallennettu toisin sanoin. Avaa suunnitelma ja katso, mitä siinä on.
work-decision-supplements = Tämä täydentää jo päätettyä suunnitelmaa. Se on sen rinnalla, oman päätöksensä kera.

# The memorandum to the meeting.
memorandum = Viranhaltijaesitys
memorandum-open = Viranhaltijaesitys kokoukselle
memorandum-help = Kirjoitettu ruotsiksi siitä, mitä suunnitelmassa on juuri nyt. Kopioi se asiaan. Jos suunnitelma muuttuu, muuttuu myös tämä teksti.
memorandum-as-text = Pelkkänä tekstinä
memorandum-subject = Viranhaltijaesitys: { $body }, suunnitelma { $year }
memorandum-proposal = Päätösehdotus
memorandum-adopt = { $count ->
    [one] { $body } hyväksyy suunnitelman { $year } ja siinä alla olevan kohdan.
   *[other] { $body } hyväksyy suunnitelman { $year } ja siinä alla olevat { $count } kohtaa.
}
memorandum-supplement = { $count ->
    [one] { $body } täydentää suunnitelmaa { $year } alla olevalla kohdalla.
   *[other] { $body } täydentää suunnitelmaa { $year } alla olevilla { $count } kohdalla.
}
memorandum-send = Päätös lähetetään: { $to }.
memorandum-summary = Tiivistelmä
memorandum-holds = { $count ->
    [one] Ehdotuksessa on { $n } kohta.
   *[other] Ehdotuksessa on { $n } kohtaa.
}
memorandum-answers-none = { $all ->
    [one] Toimeksiantoon ei ole vastattu.
   *[other] Yhteenkään { $all } toimeksiannosta ei ole vastattu.
}
memorandum-answers-all = { $all ->
    [one] Toimeksiantoon on vastattu.
   *[other] Kaikkiin { $all } toimeksiantoon on vastattu.
}
memorandum-answers = Vastattuja toimeksiantoja on { $count } / { $all }.
memorandum-unlinked = { $count ->
    [one] Yhdestä kohdasta puuttuu yhteys, joka tarvitaan ennen päätöstä.
   *[other] { $n } kohdasta puuttuu yhteys, joka tarvitaan ennen päätöstä.
}
memorandum-rows = Kohdat
memorandum-orders = Toimeksiannot
memorandum-order-answered = { $order } (vastattu)
memorandum-order-open = { $order } (ei vastattu)
memorandum-asked = Suunnitelmasta on pyydetty lausuntoja.
memorandum-referral = Lausuntopyyntö
memorandum-sent-to = Päätös lähetetään
memorandum-row-before = Korvaa
memorandum-row-changed = Muuttuu: { $field }, ennen { $before }, nyt { $after }
memorandum-row-nothing = ei mitään
memorandum-row-means = Tarkoittaa
memorandum-row-clear = Silti selkeä
memorandum-row-supports = Tukee
memorandum-row-order = Vastaus toimeksiantoon
memorandum-row-role = Vastuussa
memorandum-row-why = Miksi
memorandum-row-money = Raha
memorandum-row-if-not-kept = Jos lupausta ei pidetä
memorandum-row-measure = Mittari
memorandum-row-due = Valmiina
memorandum-row-lacks = Puuttuu

work-draft-left = Tähän kirjoittamasi on yhä täällä
work-draft-left-at = Se on kirjoitettu { $at } ja odottaa vielä tallentamista. Se on nyt kentissä.
work-draft-throw = Hylkää se
work-draft-kept = Tähän asti kirjoittamasi on tallessa, klo { $time }.
work-draft-signed-out = Et ole enää kirjautunut sisään. Tallenna silti: kirjaudut uudelleen, eikä mitään katoa.
work-draft-failed = Kirjoittamaasi ei voi juuri nyt pitää tallessa. Tallenna ennen kuin poistut sivulta.
work-draft-no-net = Tallentaminen ei onnistunut: palvelin ei vastaa. Kirjoittamasi on yhä tässä. Tallenna uudelleen, kun verkko taas toimii.
work-drafts = Aloitettu ja tallentamatta
work-draft-too-long = Lomakkeessa on liikaa tekstiä. Lyhennä sitä, muuten sitä ei voi tallentaa.
readers = Kuka saa lukea
readers-done = Tallennettu: kuka saa lukea rivin.
readers-help = Päätetty on julkista, ellei tässä sanota muuta. Salattu pysyy salattuna kaikkina päivinä, myös historiassa.
readers-who = Kuka saa lukea rivin?
readers-everybody = Kaikki
readers-employed = Vain täällä työskentelevät ja luottamushenkilöt
readers-secret = Vain oma hallinto ja tarkastajat, lain nojalla. Luottamushenkilöt eivät lue sitä täällä.
readers-ground = Säännös, jos rivi on salassa pidettävä
readers-ground-help = Esimerkiksi: 18 luku 8 § OSL.
readers-until = Päivään (vapaaehtoinen)
readers-until-help = Sen päivän jälkeen sen lukevat täällä työskentelevät. Julkiseksi rivi tulee vasta, kun joku niin sanoo.
readers-now-everybody = Kaikki saavat lukea sen, kun se on päätetty.
readers-now-employed = Näkyy vain täällä työskenteleville ja luottamushenkilöille.
readers-now-secret = Salassapito: { $ground }.
readers-now-secret-until = Salassapito { $day } asti: { $ground }.
readers-fault-who = Valitse, kuka saa lukea.
readers-fault-ground = Kirjoita, mihin säännökseen salassapito perustuu, esimerkiksi 18 luku 8 § OSL.
readers-changed-by-other = Joku muu on sanonut muuta sen jälkeen, kun avasit sivun. Se on yllä. Tallenna uudelleen, jos sinun valintasi pätee.
righting = Korjaa kirjoitusvirhe
righting-help = Päätettyä muuttaa vain uusi päätös. Ilmeisen kirjoitusvirheen saat korjata, jos lauseen merkitys ei muutu (förvaltningslagen 36 §). Molemmat sanamuodot näkyvät kaikille, samoin päivä ja mikä virhe oli. Aiempina päivinä näkyy vanha sanamuoto.
righting-now = Näin siinä lukee nyt
righting-text = Näin siinä pitää lukea
righting-text-help = Muuta vain se, mikä on kirjoitettu väärin.
righting-reason = Mikä oli väärin?
righting-reason-help = Esimerkiksi: Pöytäkirjassa lukee ”neljäkymmentä paikkaa”, tässä luki ”neljäkymentä paikkaa”. Se näkyy kaikille.
righting-do = Korjaa
righting-done = Kirjoitusvirhe on korjattu. Molemmat sanamuodot näkyvät avoimella sivulla.
righting-fault-reason = Kirjoita, mikä virhe oli.
righting-fault-same = Siinä lukee jo niin. Korjaa lause tai peruuta.
righting-changed-by-other = Joku muu on korjannut rivin sen jälkeen, kun avasit sivun. Yllä näkyy, mitä siinä nyt lukee. Tallenna uudelleen, jos kirjoittamasi on oikein.
closing = Päätä suunnitelma
closing-help = Päätettyä suunnitelmaa ei enää täydennetä, eikä siihen ehdoteta muutoksia. Siinä päätetty näkyy edelleen avoimella sivustolla.
closing-held = Suunnitelmaa ei voi vielä päättää
closing-title = Suunnitelman { $year } päättäminen
closing-do = Kirjaa päätös
closing-done = Suunnitelma on päätetty.
closing-stands = Siihen ei enää kirjoiteta.
proposal = Ehdotus verrattuna voimassa olevaan
proposal-against-decided = Verrattuna vuoden { $year } suunnitelmaan, josta on päätetty.
proposal-against-earlier = Verrattuna vuoden { $year } suunnitelmaan, joka on nyt voimassa.
proposal-against-nothing = Mistään aiemmasta suunnitelmasta ei ole päätetty. Kaikki on uutta.
proposal-changed = { $count ->
    [one] Yksi rivi muuttuu
   *[other] { $n } riviä muuttuu
}
proposal-new = { $count ->
    [one] Yksi rivi on uusi
   *[other] { $n } riviä on uusia
}
proposal-falls = { $count ->
    [one] Yksi rivi ei jatku
   *[other] { $n } riviä ei jatku
}
proposal-kept = { $count ->
    [one] Yksi rivi säilyy ennallaan
   *[other] { $n } riviä säilyy ennallaan
}
proposal-whole = Koko suunnitelma
work-to-read = Luettavaksi ennen päätöstä

missing = Täällä ei ole mitään luettavaa
missing-help = Osoitteessa voi olla kirjoitusvirhe, sisältö voi olla poistettu tai se ei ole sinun luettavissasi.
missing-no-role = Sinulla ei ole täällä vielä roolia. Sen antaa se, joka hoitaa henkilöt ja roolit.
missing-sent = Sitä, mihin lomake kuului, ei enää ole, tai se ei ole sinun kirjoitettavissasi. Mitään ei tallennettu. Kopioi, mitä haluat säilyttää.
