# Seuranta: tasapaino, hyvä taloudenhoito, raportit. Ja sivut sivustosta.
balance = Tasapaino
balance-no-index = Tasapaino ei ole luku. Tavoitteet ja sitoumukset lasketaan tässä, mutta niitä ei koskaan lasketa yhteen arvosanaksi. Tasapainon arvioivat ihmiset, sanoin.
balance-see = Katso tasapaino
balance-judged = Näin tasapaino arvioidaan
balance-judged-none = Tasapainon arviota ei löytynyt tälle päivälle.
balance-sides = Molemmat puolet laskettuina
balance-sides-help = Tavoite voi luoda useita arvoja, ja silloin se lasketaan jokaisen kohdalla. Se, mitä kukaan ei ole arvioinut, lasketaan arvioimattomaksi.
balance-sides-none = Näkökulmia ei löytynyt tälle päivälle.
balance-goals = Strategiset tavoitteet
balance-process-goals = Prosessitavoitteet
balance-work = Sitoumukset ja toimeksiannot { $year }
balance-processes-help = Prosessit ovat päivittäistä työtä. Tässä lasketaan niiden tavoitteet ja vuoden sitoumukset.
tally-nothing = ei löytynyt
tally-none-judged = { $n }, arviota ei löytynyt
tally-goals = { $met }/{ $all } saavutetaan
tally-goals-partly = { $n } { $count ->
   *[other] osittain
}
tally-goals-not = { $n } { $count ->
   *[other] ei saavuteta
}
tally-goals-final = { $met }/{ $all } saavutettu
tally-goals-partly-final = { $n } { $count ->
   *[other] osittain saavutettu
}
tally-goals-not-final = { $n } { $count ->
   *[other] ei saavutettu
}
tally-work = { $met }/{ $all } suunnitelman mukaan
tally-work-partly = { $n } { $count ->
   *[other] vaarassa
}
tally-work-not = { $n } { $count ->
   *[other] poikkeaa
}
tally-work-final = { $met }/{ $all } valmiina
tally-work-partly-final = { $n } { $count ->
   *[other] osittain valmiina
}
tally-impossible = { $n } ei ole arvioitavissa
tally-not-judged = { $n } { $count ->
   *[other] arvioimatta
}
meaning-financial-goal = Mitä valtuusto vaatii kunnan taloudelta.
financial-management = Hyvä taloudenhoito
financial-management-of = Hyvä taloudenhoito { $year }
financial-management-ingress = Kunnan on hoidettava talouttaan niin, että myös tulevilla sukupolvilla on hyvä olla. Valtuusto asettaa taloudelle ja toiminnalle tavoitteet, ja joka vuosi arvioidaan, saavutetaanko ne.
financial-management-none = Tavoitteita tai arviota ei löytynyt tälle päivälle.
financial-management-not-judged = arviota ei löytynyt
financial-management-judged = Arvio
financial-management-judged-help = Kunta ja koko konserni arvioidaan erikseen.
financial-management-municipality = Kunta
financial-management-group = Kunta ja yhtiöt yhdessä
financial-management-judged-none = Päätettyä arviota ei löytynyt tälle päivälle.
financial-management-goals = Hyvän taloudenhoidon kannalta tärkeät tavoitteet
financial-management-goals-none = Talousarviossa nimettyjä tavoitteita ei löytynyt.
financial-management-financial = Taloudelliset tavoitteet
financial-management-operational = Toiminnan tavoitteet
financial-management-withdrawn = { $count ->
    [one] Yksi tavoite on peruttu, eikä sitä lasketa mukaan:
   *[other] { $n } tavoitetta on peruttu, eikä niitä lasketa mukaan:
}
financial-management-rule = Kunnan sääntö arviointia varten
financial-management-rule-help = Sääntö on neuvo. Arvion tekevät ihmiset, eikä ohjelma laske arvosanaa.
financial-management-result = Vuoden tulos
financial-management-result-help = Tulojen on oltava menoja suuremmat. Se on tasapainovaatimus, lain oma vaatimus, eikä sitä yhdistetä arvioon. Tulos on tässä sellaisena kuin se on painettu. Tiedoista ei selviä, miten tasapainovaatimus laskettiin.
financial-management-balanced = Tasapainovaatimuksen tulos
financial-management-balanced-none = Vuoden tasapainovaatimuksen tulosta ei löytynyt.
financial-management-balanced-to-come = Vuosi ei ole päättynyt. Tasapainovaatimuksen tulos lasketaan vuosikertomukseen.
financial-management-result-none = Koko kunnan tulosta ei löytynyt vuodelle.
financial-management-auditors = Tilintarkastajien arvio
financial-management-auditors-help = Tilintarkastajat tarkastavat valtuuston puolesta. Heidän arvionsa on kunnan oman arvion rinnalla.
financial-management-auditors-none = Tilintarkastajien arviota ei löytynyt.
reports = Raportit
reports-ingress = Jokainen raportti johtaa tilanteeseen päätöspäivänä sen mukaan, mitä tänään tiedetään.
reports-none = Päätettyä raporttia ei löytynyt tälle päivälle.
reports-own = Lautakuntien ja yhtiöiden omat raportit
reports-own-help = Niistä päättää lautakunta tai yhtiö, ja ne lähetetään kunnanhallitukselle.
reports-all = Kaikki raportit
report = Raportti
report-interim-1 = Osavuosikatsaus 1, { $year }
report-interim-2 = Osavuosikatsaus 2, { $year }
report-annual = Vuosikertomus { $year }
report-cut-off = Tilanne
report-corrected = Raportista kirjattuja tietoja korjattiin { $day }.
report-document = Itse asiakirja
report-document-none = Asiakirjan osoitetta ei löytynyt.
report-document-ask = Näin pyydät raportin kunnalta
report-state-decided = Tilanne { $day }, hyväksytty { $on }
report-state-published = Tilanne { $day }, julkaistu { $on }
report-contents = Tilanne sinä päivänä sen mukaan, mitä tänään tiedetään
report-goals = Raportin tavoitteet
report-balance = Katso tasapaino sellaisena kuin se oli silloin
report-not-yet = Raporttia ei ollut tänä päivänä. Siitä päätettiin tai se julkaistiin { $day }.
about-accessibility = Saavutettavuus
about-method = Menetelmä
about-open-data = Avoin data
about-cookies = Evästeet
about-records = Pyydä asiakirja
footer-site = Tietoa sivustosta
acc-ingress = Kaikkien pitää voida käyttää sivustoa. Tässä kerrotaan, miten se täyttää digitaalisten julkisten palvelujen saavutettavuutta koskevan Ruotsin lain ja missä on puutteita.
acc-ingress-program = Sivuston takana ei ole { $municipality }, eikä kunta ole kirjoittanut tätä. Tämä on ohjelman oma seloste: kuinka saavutettavia sivut ovat ja mitä puutteita niissä on. Se ei korvaa selostetta, jota laki vaatii kunnalta.
acc-actor = Vastuutaho
acc-actor-program = Riktning-ohjelman käyttöön ottanut taho. Se ei ole { $municipality }, eikä tässä kerrota, kuka se on.
acc-service = Palvelu
acc-service-is = Tämä sivusto, ”{ $site }”
acc-version = Ohjelma
acc-day = Selosteen päivä
acc-day-none = Kunta ei ole päivännyt selostetta.
acc-day-program = Seloste kuuluu ohjelman versioon, eikä sillä ole omaa päivää.
acc-review = Tarkistetaan viimeistään { $day }
acc-level = Kuinka saavutettava sivusto on
acc-level-is = Sivusto on rakennettu täyttämään WCAG 2.2 -ohjeiston taso AA. Se täyttää lain osittain alla mainittujen puutteiden vuoksi.
acc-level-program = Ohjelma on rakennettu täyttämään WCAG 2.2 -ohjeiston taso AA. Se ei täytä sitä kokonaan alla mainittujen puutteiden vuoksi.
acc-gaps = Tunnetut puutteet
acc-gap-language = Sitoumukset, päätökset ja arviot ovat vain ruotsiksi; tavoitteista ja visioista on se, mitä on käännetty. Ruotsinkieliset tekstit on merkitty, jotta ruudunlukija lukee ne oikein. Syy: niistä on päätetty ruotsiksi.
acc-gap-sources = Asiakirjat, joihin linkitämme, ovat muiden hallussa, ja niissä voi olla puutteita. Syy: emme päätä niistä.
acc-gap-people = Vammaiset henkilöt eivät ole kokeilleet sivustoa. Syy: siihen ei ole ollut aikaa.
acc-gap-finnish = Suomenkielistä tekstiä ei ole tarkistanut äidinkielinen lukija. Syy: siihen ei ole ollut aikaa.
acc-method = Näin olemme tarkistaneet
acc-method-program = Ohjelman tekijät ovat tarkistaneet sen itse.
acc-method-ours = Olemme tarkistaneet sivuston itse.
acc-method-is = Jokainen sivutyyppi tarkistetaan axe-työkalulla vaaleassa ja tummassa tilassa, 320 pikselin leveydellä, pelkällä näppäimistöllä, ilman skriptejä, pakotetuin värein ja tulostettuna. Julkisella sivustolla ei ole skriptejä.
acc-tell = Kerro puutteesta
acc-tell-form = Voit vastata kertomatta kuka olet ja kirjoittaa, mikä on puutteellista:
acc-tell-form-link = vastaa sivun alareunassa
acc-tell-program = Vastaus menee sivuston käyttöön ottaneelle taholle. Vastaanottaja ei ole { $municipality }.
acc-tell-us = Haluatko vastauksen tai sisällön toisessa muodossa?
acc-tell-contact = Ota yhteyttä
acc-complain = Jos et ole tyytyväinen vastaukseen
acc-complain-is = Lakia valvoo Ruotsin digitalisaatioviranomainen Digg.
acc-complain-link = Tee ilmoitus Diggille (ruotsiksi)
method-ingress = Näin sivuston tiedot syntyvät, ja näin niitä luetaan.
method-people = Ihmiset arvioivat
method-people-is = Mittarit näyttävät lukuja. Sen, saavutetaanko tavoite, arvioi lautakunta, hallitus tai valtuusto, ja arviolla on perustelu, päivä ja päätös. Ohjelma ei koskaan laske arviota.
method-indicators = Näin Riktning lajittelee mittarit
method-indicators-is = Riktning lajittelee mittarit kolmeen lajiin. Organisaatiomittarit mittaavat sitä, mihin kuntakonserni voi vaikuttaa, ja vain ne ovat tavoitteen arvion pohjana. Paikkakuntamittarit mittaavat, millaista täällä on elää. Muut ovat tunnuslukuja. Kunnalla voi olla omia lajeja enemmän; jos lähteet kuvaavat niitä, kunnan omat sanat ovat mittareiden joukossa.
method-sources = Päätös tai lähde kaikelle
method-sources-is = Jokaisesta tiedosta näkyy päätös tai lähde, johon se perustuu. Jos tunnetaan vain lähde, sivulla sanotaan, että päätöstä ei löytynyt. Jos olemme tulkinneet lähdettä, sivulla lukee ”Oma tulkintamme”.
method-days = Jokainen päivä säilyy
method-days-is = Voit lukea jokaisen sivun sellaisena kuin se oli toisena päivänä. Myöhemmin voimaan tullut ei silloin näy, eikä silloin voimassa ollutta koskaan kirjoiteta yli. Jälkikäteen selvinnyt näytetään sen päivän kohdalla.
method-missing = Puuttuva sanotaan
method-missing-is = Jos luku, arvio tai päätös puuttuu, se sanotaan sivulla. Kaavion aukkoa ei koskaan täytetä, eikä arvioimatonta koskaan lasketa saavutetuksi.
data-ingress = Voit hakea luvut tiedostoina ja käyttää niitä omissa taulukoissa ja ohjelmissa.
data-what = Mitä on saatavilla
data-indicators = { $count ->
    [one] { $n } mittarin voi hakea CSV- ja JSON-tiedostona sen omalta sivulta:
   *[other] { $n } mittaria voi hakea CSV- ja JSON-tiedostoina, kunkin omalta sivultaan:
}
data-days = Tiedoston voi hakea sellaisena kuin se oli tiettynä päivänä: avaa mittarin sivu siltä päivältä ja hae tiedosto sieltä.
data-json = CSV-tiedosto avautuu taulukkolaskentaohjelmassa. Jos JSON-tiedoston arvo on tyhjä, syy on sen vieressä.
data-licence = Ehdot
data-licence-none = Tietojen lisenssiä ei löytynyt. Tiedot ovat julkisista lähteistä. Sivuston ohjelma on vapaa ohjelmisto lisenssillä EUPL 1.2.
data-licence-invented = Kaikki on keksittyä, ja sitä saa käyttää vapaasti, kunhan sanotaan, että se on keksitty esimerkki. Sivuston ohjelma on vapaa ohjelmisto lisenssillä EUPL 1.2.
data-source = Lähde
data-source-is = Lähde on jokaisen arvon kohdalla, taulukossa ja tiedostoissa.
data-not = Mitä ei ole
data-not-is = Tavoitteita, sitoumuksia ja päätöksiä ei vielä voi hakea tiedostoina.
cookies-ingress = Julkinen sivusto ei aseta evästeitä.
cookies-nothing = Lukijan laitteelle ei tallenneta mitään
cookies-nothing-is = Sivustolla ei käytetä evästeitä, seurantatyökaluja eikä muiden sivustojen sisältöä. Siksi hyväksyttävää ruutua ei ole.
cookies-work = Kun kirjaudut työtilaan
cookies-work-is = Vain työtilaan kirjautuva saa evästeen. Se osoittaa, että olet kirjautunut, on voimassa enintään kymmenen tuntia eikä sitä käytetä mihinkään muuhun.
cookies-answers = Kun vastaat alareunan kysymykseen
cookies-answers-is = Vastaus tallennetaan ilman nimeä ja osoitetta. Tallennamme, millä sivulla olit, ja kommenttisi, jos kirjoitat sellaisen.
records-ingress = Sinulla on oikeus lukea yleisiä asiakirjoja, eikä sinun tarvitse kertoa, kuka olet tai mihin tarvitset niitä.
records-how = Toimi näin
records-how-is = Kerro, minkä asiakirjan haluat lukea. Nopeinta on ilmoittaa diaarinumero. Numero on päätöksen kohdalla jokaisella sivulla, jolla päätös näkyy.
records-number = Diaarinumero voi näyttää tältä:
records-number-none = Diaarinumeroa ei löytynyt tälle päivälle. Kerro, mitä päätös koski ja minä päivänä se tehtiin.
records-registrar = Keneltä kysyt
records-registrar-none = Kirjaajaa ei löytynyt.
records-ask = Voit myös kysyä:
records-right = Jos vastaus on kielteinen
records-right-is = Silloin voit pyytää kirjallisen päätöksen, josta voi valittaa. Oikeus perustuu Ruotsin painovapausasetukseen sekä julkisuus- ja salassapitolakiin.
group = Kuntakonserni
group-see = Katso koko konserni.
group-ingress = Kunnanvaltuusto on ylin toimielin. Se päättää koko konsernin puolesta, ja lautakunnat ja yhtiöt vastaavat sille.
group-loose = Ei löytynyt, kenelle ne vastaavat
group-loose-why = Lähteissä mainitaan toimielimet, mutta ei sanota, kenelle ne vastaavat.
process-judged = Näin sitä on arvioitu
notes-h = Tämän lähteet kertovat lisäksi
note-in-our-words = Sanamuoto on meidän, sisältö lähteen
notes-many = { $count ->
    [one] Yksi tieto
   *[other] { $n } tietoa
}
notes-help = Tiedot ovat sellaisina kuin lähde ne kertoo. Ne eivät ole päätöksiä eivätkä arvioita.
audit-notes = Lähde kertoo, mihin tarkastajat päätyivät, mutta ei miksi. Siksi se on lainaus eikä arvio.
classes-h = Erilaisia mittareita
system-level-notes = Näin lähteet kuvaavat tasoja
system-scale-notes = Muita lähteiden käyttämiä asteikkoja
calendar-h = Vuosi päivinä
calendar-help = Kokoukset, päätökset ja muu, jonka lähteet mainitsevat päivän kanssa. Kokonaan löytyneet päätökset ovat myös ne tehneen toimielimen sivulla.
share = Omistusosuus
share-owned = konserni omistaa { $percent }
share-since = { $day } alkaen
share-none = tietoa ei löytynyt
body-part-of = Osa
term = Toimikausi
term-days = { $from } – { $to }
term-none = Toimikautta ei löytynyt.
services = Palvelulupaukset
services-ingress = Tähän voit luottaa. Jokaisesta lupauksesta kerrotaan, miten sitä mitataan ja mitä tapahtuu, jos se ei täyty.
services-none = Tänä päivänä voimassa olevaa palvelulupausta ei löytynyt.
services-measure = Näin mitataan
services-measure-none = Ei löytynyt, miten sitä mitataan.
services-if-not = Jos lupaus ei täyty
services-if-not-none = Ei löytynyt, mitä silloin tapahtuu.
services-owner = Vastaa lupauksesta
services-adopted = Lupauksesta päätti
services-before = Aiemmilta kausilta
services-before-help = Ne kuuluvat päättyneisiin kausiin. Jos päätöstä ei löytynyt, lupaus voi olla yhä voimassa.
services-undated = Ilman vuotta lähteessä
services-undated-help = Lähde ei kerro, mitä vuotta lupaus koskee. Se voi olla yhä voimassa.
services-no-year = Vuotta ei löytynyt

about-is-todays = Teksti on tämän päivän, myös kun sivu näyttää toisen päivän.
about-finnish = Oikeutesi käyttää suomea
# What lag (2009:724) gives, by its sections: 3 and 5 (information, influence), 5 b (goals and guidelines), 8 (contact, an oral
# answer, translation of a decision), 9 (outside the area), 12 (hours and place, and else), 17 (preschool), 18 (care of the
# old). Read beside the pages of Eskilstuna and of Länsstyrelsen Gävleborg on 29 November 2026.
finnish-ingress = Suomen kielen hallintoalueeseen kuuluvassa kunnassa sinulla on oikeus käyttää suomea, kun asioit kunnan kanssa. Oikeudesta säädetään Ruotsin laissa kansallisista vähemmistöistä ja vähemmistökielistä.
finnish-here = Koskeeko tämä tätä kuntaa ({$municipality})?
finnish-here-none = Mikään lukemamme lähde ei kerro, kuuluuko kunta hallintoalueeseen. Kysy kunnasta.
finnish-contact = Kun otat yhteyttä
finnish-contact-is = Saat puhua ja kirjoittaa suomea asiassa, joka koskee sinua tai henkilöä, jota edustat. Kunnan on silloin vastattava sinulle suullisesti suomeksi. Jos sinulla ei ole oikeudellista avustajaa, sinulla on oikeus saada pyynnöstä päätös ja sen perustelut kirjallisesti suomeksi käännettyinä.
finnish-contact-else = Muutoinkin kunnan on pyrittävä palvelemaan sinua suomeksi. Kunta voi määrätä erityiset ajat ja erityisen paikan suomenkielisten käynneille sekä erityiset puhelinajat.
finnish-ask = Kerro soittaessasi tai käydessäsi, että haluat puhua suomea:
finnish-care = Esikoulu ja vanhustenhuolto
finnish-care-is = Kun kunta tarjoaa paikkaa esikoulussa, sen on huoltajien pyynnöstä tarjottava paikka myös toiminnassa, joka on kokonaan tai olennaiselta osin suomenkielistä. Sille, joka sitä pyytää, on tarjottava vanhustenhuollon palvelua ja hoivaa, joka annetaan kokonaan tai olennaiselta osin suomeksi. Kunnan on kerrottava tästä mahdollisuudesta.
finnish-decision = Jos olet saanut päätöksen ruotsiksi
finnish-decision-is = Pyydä käännöstä lautakunnalta, joka on tehnyt päätöksen. Päätöksessä kerrotaan, miten ja mihin mennessä siitä valitetaan; älä odota käännöstä.
finnish-influence = Vaikutusmahdollisuudet
finnish-influence-is = Kunnan on annettava vähemmistöille vaikutusvaltaa niitä koskevissa kysymyksissä ja kuultava niitä mahdollisuuksien mukaan. Sen on hyväksyttävä vähemmistöpoliittisen työnsä tavoitteet ja suuntaviivat.
finnish-all = Kaikissa kunnissa
finnish-all-is = Asuitpa missä tahansa, julkisen vallan on suojeltava ja edistettävä kansallisia vähemmistökieliä, jotka ovat suomi, jiddiš, meänkieli, romani ja saame, ja kunnan on kerrottava vähemmistöille niiden oikeuksista. Hallintoalueen ulkopuolella saat käyttää suomea asiassasi, jos henkilöstössä on suomen taitoisia.
finnish-where = Missä oikeus on voimassa
finnish-where-is = Oikeus on voimassa kunnissa, jotka lain 6 § luettelee, ja niissä, jotka ovat liittyneet hallintoalueeseen vapaaehtoisesti.
finnish-where-link = Asetus luettelee liittyneet kunnat (ruotsiksi)
finnish-law = Laki kunnan omassa luettelossa:
finnish-promises = Mitä kunta lupaa palveluistaan:
finnish-site = Näillä sivuilla
finnish-site-is = Sivujen omat sanat, yhteystiedot ja se, mitä tavoitteista on käännetty, ovat suomeksi. Valtuuston päätökset ovat ruotsiksi, ja ne on merkitty niin, että ruudunlukija lukee ne oikein.
balance-parts-not-said = Lähteet eivät kerro, mihin näistä arvoista tavoitteet vaikuttavat:
