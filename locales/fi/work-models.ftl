# Ohjausmalli: tasot, asteikot ja aiheet, strategin tekemänä ja ilman koodia.

models = Ohjausmalli
models-help = Tässä päätät, mitä tasoja suunnitelmassa on, miten ne liittyvät toisiinsa ja miten niitä arvioidaan. Uusi malli on luonnos, kunnes otat sen käyttöön. Aiemmat jaksot säilyttävät mallinsa.
models-there = Mallit
models-none = Mallia ei vielä ole. Aloita uusi alla.
model-begin = Aloita uusi malli
model-begin-help = Valitse lähtökohta. Siitä tulee luonnos, jonka vain strategi näkee, ja voit muuttaa siinä kaikkea.
model-from = Lähtökohta
model-copy-of = Kopio mallista { $name }
model-name-help = Esimerkiksi Strateginen suunta 2028–2031. Nimi näkyy verkkosivustolla.
model-first-year = Ensimmäinen vuosi
model-last-year = Viimeinen vuosi
model-begin-go = Aloita
model-done-thrown = Luonnos on hylätty.
model-done-saved = Muutos on tallennettu.
model-done-force = Päivä on asetettu. Malli on voimassa siitä alkaen.
model-stage-draft = Luonnos. Vain strategi näkee sen.
model-stage-coming = Tulee voimaan { $day }.
model-stage-in-force = Voimassa { $day } alkaen.
model-stage-over = Jakso on päättynyt. Malli säilyy sellaisena kuin se oli.
model-public-help = Malli on voimassa. Ennen muutosta näet, mitä se tekee. Sen jälkeen se on voimassa tästä päivästä, ja aiempia päiviä näyttävät sivut säilyvät ennallaan.
model-lacks = Tämä puuttuu. Voit silti ottaa mallin käyttöön.
model-lacks-planned = Mitään tasoa ei kirjoiteta vuosisuunnitelmiin, joten kukaan ei voi suunnitella mallin mukaan.
model-lacks-goal = Mikään taso ei ole valtuuston tavoite.
model-lacks-translation = { $count ->
    [one] Yksi nimi puuttuu englanniksi tai suomeksi.
   *[other] { $n } nimeä puuttuu englanniksi tai suomeksi.
}
model-levels = Tasot
model-stands = Täällä on { $what }.
model-use-decided = { $count ->
    [one] yksi päätetty rivi
   *[other] { $n } päätettyä riviä
}
model-use-in-hand = { $count ->
    [one] yksi päättämätön suunnitelmarivi
   *[other] { $n } päättämätöntä suunnitelmariviä
}
model-use-taken-back = { $count ->
    [one] yksi poistettu luonnos
   *[other] { $n } poistettua luonnosta
}
model-must-support = Täytyy tukea: { $what }.
model-may-support = Voi tukea: { $what }.
model-owned-by = Omistaja: { $who }.
model-decided-by = Päättäjä: { $who }.
model-judged-by = Arvioidaan asteikolla { $scale }.
model-is-measured = Mitataan mittareilla.
model-closed-by-decision = Päätetään vain päätöksellä.
model-has-criteria = Sanamuotoa verrataan: { $criteria }.
model-has-limit = Enintään { $most } kullekin toimielimelle.
model-season = { $month }: { $what }.
model-up = Siirrä ylös
model-down = Siirrä alas
model-level-add = Lisää taso
model-level-new = Uusi taso
model-scales = Asteikot
model-scales-none = Mallissa ei ole asteikkoa. Silloin mitään ei arvioida.
model-scale-add = Lisää asteikko
model-scale-new = Uusi asteikko
model-itself = Nimi ja jakso
model-period-stays = Jakso on { $period }. Se on sivujen osoitteissa, eikä sitä voi muuttaa.
model-follows = Seuraa mallia
model-follows-none = Ei aiempaa mallia
model-dimensions = Mitä malli käyttää
model-dimensions-help = Tasot voi sijoittaa tässä valittujen alle. Niiden sisällön päätät sivulla
model-throw = Hylkää luonnos
model-throw-help = Luonnos katoaa ja jakso vapautuu. Tätä ei voi perua.
model-throw-go = Hylkää
model-look = Katso, mitä muutos tekee
model-beside = Eroaa siitä, mikä on nyt tallennettu
model-effect = Näin tapahtuu
model-waits = Tavoitteita ja suunnitelmia voi kirjoittaa mallin mukaan heti, kun olet sanonut päivän. Asukkaat näkevät mallin ja sen mukaan päätetyn { $day } alkaen.
model-effect-help = Mitään ei ole vielä tehty. Muutos on voimassa tästä päivästä.
model-effect-model = Mallissa
model-effect-plan = Suunnitelmissa ja verkkosivustolla
model-effect-nothing = Mikään olemassa oleva ei muutu.
model-effect-past = Aiempaa päivää näyttävät sivut ja aiemmat jaksot säilyvät ennallaan.
model-effect-stands = { $name }: täällä on { $what }. Muutos koskee niitä.
model-effect-lacking = { $count ->
    [one] Yhtä riviä ei voi päättää, ennen kuin sillä on mallin silloin vaatima linkki.
   *[other] { $n } riviä ei voi päättää, ennen kuin niillä on mallin silloin vaatima linkki.
}
model-effect-misplaced = { $count ->
    [one] Yhden rivin omistaa toimielin, joka ei silloin voi omistaa sitä.
   *[other] { $n } riviä omistavat toimielimet, jotka eivät silloin voi omistaa niitä.
}
model-differs-name = Mallin nimi on { $name }.
model-differs-frame = Jakso, edeltäjä tai aiheet ovat toiset.
model-differs-level-new = Uusi taso: { $name }.
model-differs-level-gone = Tasoa { $name } ei ole.
model-differs-level-name = Tason { $name } nimi on { $new }.
model-differs-level = Taso { $name } on toisenlainen: { $parts }.
model-differs-order = Tasot ovat toisessa järjestyksessä.
model-differs-scale-new = Uusi asteikko: { $name }.
model-differs-scale-gone = Asteikkoa { $name } ei ole.
model-differs-scale = Asteikko { $name } on toisenlainen.
model-differs-from = Eroaa mallista { $name }
model-differs-nothing = Mikään ei eroa.
model-part-purpose = mihin se on tarkoitettu
model-part-many = monikon nimi
model-part-supports = mitä se tukee
model-part-owners = kuka omistaa
model-part-deciders = kuka päättää
model-part-measured = mitataanko sitä
model-part-scale = asteikko
model-part-closed = miten se päätetään
model-part-criteria = kriteerit
model-part-seasons = paikka vuodessa
model-part-limit = raja
model-called = Miksi sitä kutsutaan
model-one = Yhden nimi
model-one-en = Yhden nimi englanniksi
model-one-fi = Yhden nimi suomeksi
model-many = Usean nimi
model-many-en = Usean nimi englanniksi
model-many-fi = Usean nimi suomeksi
model-purpose = Mihin se on tarkoitettu
model-purpose-help = Sivut noudattavat tätä, kutsuittepa tasoa miksi tahansa.
model-purpose-stays = Tarkoitus: { $purpose }. Sitä ei voi muuttaa, kun tasolla on jotain, sillä sivujen osoitteet perustuvat siihen.
model-choose = Valitse
model-purpose-goal = Valtuuston tavoite
model-purpose-process-goal = Prosessin tavoite
model-purpose-commitment = Lautakunnan tai yhtiön lupaus yhdeksi vuodeksi
model-purpose-activity = Yksikön toimenpide
model-purpose-assignment = Poliittisen toimielimen toimeksianto
model-purpose-service = Palvelulupaus
model-purpose-control = Sisäisen valvonnan kohde
model-purpose-action = Toimenpide poikkeamaan
model-purpose-financial = Taloudellinen tavoite
model-purpose-other = Muu, joka kirjoitetaan vuosisuunnitelmaan
model-supports = Mitä se tukee
model-supports-help = Punainen lanka ylöspäin. Ilman pakollista riviä ei voi päättää.
model-support-no = Ei tue
model-support-may = Voi tukea
model-support-must = Täytyy tukea
model-upward-vision = Visio
model-whose = Kuka omistaa ja päättää
model-whose-help = Jätä sarake tyhjäksi, jos kaikki lajit saavat.
model-owns = Omistaa
model-decides = Päättää
model-owns-which = { $kind } omistaa
model-decides-which = { $kind } päättää
model-judging = Seuranta
model-scale = Arvioidaan asteikolla
model-scale-none = Ei arvioida
model-measured = Mitataan mittareilla
model-closed = Päätetään vain päätöksellä
model-limit = Enintään näin monta toimielintä kohden
model-limit-help = Raja näytetään ennen päätöstä. Se ei estä ketään.
model-criteria = Sanamuodon kriteerit
model-criteria-help = Esimerkiksi TAKT: selkeä, vastuutettu, mitattava, aikataulutettu. Kriteeri näytetään kirjoittaessa, eikä se estä luonnosta.
model-criterion = Kriteeri { $number }
model-check = Mitä luetaan
model-check-clear = Ihminen lukee lauseen
model-check-assigned = Toimielin ja rooli on täytetty
model-check-quantifiable = Määrä tai ehto on täytetty
model-check-timed = Määräpäivä on jaksossa
model-vague = Sanat, joista kysytään
model-vague-help = Yksi kullekin riville, esimerkiksi työskennellä. Kirjoittajalta kysytään, mitä silloin pitäisi näkyä.
model-seasons = Paikka vuodessa
model-seasons-help = Mitä tehdään missäkin kuussa, esimerkiksi että valtuusto päättää marraskuussa ensi vuoden valvontakohteista.
model-season-row = Ajankohta { $number }
model-month = Kuukausi
model-season-what = Mitä tehdään
model-season-en = Englanniksi
model-season-fi = Suomeksi
model-level-remove = Poista taso
model-level-in-use = Tasolla on jotain. Siksi sitä ei voi poistaa.
model-level-remove-help = Tasolla ei ole mitään. Myös linkit siihen poistetaan.
model-level-remove-go = Poista taso
model-scale-help = Asteikossa on arvo kullekin arvioinnille. Laskentatapa ratkaisee, miten se lasketaan sivuilla, kutsuittepa sitä miksi tahansa.
model-scale-in-use = Asteikolla on arvioitu jotain. Käytetyt arvot voi nimetä uudelleen, mutta niitä ei voi poistaa.
model-scale-called = Asteikon nimi
model-values = Arvot
model-values-help = Paras ensin. Tyhjennä nimi poistaaksesi arvon.
model-value = Arvo { $number }
model-value-name = Nimi, kun vuosi on päättynyt
model-forecast = Nimi vuoden aikana
model-forecast-en = Vuoden aikana englanniksi
model-forecast-fi = Vuoden aikana suomeksi
model-shape = Merkki
model-shapes = Merkit
model-shape-good = Täysi ympyrä ja väkänen
model-shape-partly = Puoliksi täysi vinoneliö
model-shape-bad = Täysi neliö ja rasti
model-shape-unclear = Katkoviivaympyrä
model-shape-done = Lippu
model-shape-not-begun = Tyhjä ympyrä
model-counts = Lasketaan
model-counts-as = lasketaan { $what }
model-counts-met = Saavutetuksi
model-counts-partly = Osittain saavutetuksi
model-counts-not-met = Ei saavutetuksi
model-counts-unknown = Tuntemattomaksi
model-place = Paikka
model-scale-remove = Poista asteikko
model-scale-remove-help = Asteikolla ei ole arvioitu mitään. Sillä arvioitavat tasot jäävät ilman.
model-scale-remove-go = Poista asteikko
model-force = Ota malli käyttöön
model-force-other = Muuta päivää
model-force-help = Kun päivä on sanottu, koko jakson tavoitteet voi kirjoittaa heti, ja vuodet, jotka alkavat sinä päivänä tai sen jälkeen, suunnitellaan mallin mukaan. Siitä päivästä malli näkyy verkkosivustolla. Mitään ei ole vielä tehty.
model-force-from = Voimassa alkaen
model-force-from-help = Valitse viimeistään päivä, jona suunta päätetään: sitä ennen päätöstä ei voi kirjata. Siihen päivään asti voit valita toisen.
model-force-look = Katso, mitä sinä päivänä tapahtuu
model-force-go = Ota käyttöön { $day }
model-becomes-public = Malli on verkkosivustolla { $day } alkaen, ja jakson { $period } tavoitteet, kun ne on päätetty.
model-stays = { $count ->
    [one] Mallissa { $name } säilyy yksi rivi malleineen.
   *[other] Mallissa { $name } säilyy { $count } riviä malleineen.
}
model-takes-over = Vuoden { $year } suunnittelu siirtyy mallista { $from }.
model-takes-over-plan = { $count ->
    [one] Toimielimellä { $name } on työn alla suunnitelma, jossa on yksi rivi sen mallin mukaan. Siihen ei voi lisätä uusia rivejä.
   *[other] Toimielimellä { $name } on työn alla suunnitelma, jossa on { $count } riviä sen mallin mukaan. Siihen ei voi lisätä uusia rivejä.
}
model-takes-over-rounds = Sen mallin mukaan avatut kierrokset: { $rounds }.
model-fault-origin = Valitse mallin lähtökohta.
model-fault-year = Kirjoita vuosi neljällä numerolla, esimerkiksi 2028.
model-fault-years = Viimeisen vuoden on oltava sama kuin ensimmäinen tai myöhempi, enintään kahdenkymmenen vuoden päässä.
model-fault-gone = Valintaasi ei enää ole. Valitse jotain muuta.
model-fault-changed = Joku muu on muuttanut tätä sen jälkeen, kun avasit sivun. Lue, mitä on nyt tallennettu, ennen kuin tallennat omasi.
model-fault-purpose = Valitse, mihin taso on tarkoitettu.
model-fault-limit = Kirjoita kokonaisluku väliltä 1–1 000 tai jätä tyhjäksi.
model-fault-check = Valitse, mitä kriteeri lukee.
model-fault-vague = Sanat kuuluvat kriteeriin, jonka ihminen lukee. Lisää sellainen tai tyhjennä kenttä.
model-fault-month = Valitse kuukausi.
model-fault-circle = Tasot tukevat toisiaan kehässä: { $way }. Poista yksi askelista.
model-fault-values = Kirjoita vähintään yksi arvo.
model-fault-shape = Valitse merkki.
model-fault-counts = Valitse, miksi arvo lasketaan.
model-fault-past = Päivä on jo mennyt. Valitse tämä päivä tai tuleva päivä.
model-dimension-perspective = Näkökulmat
model-dimension-value = Luotava arvo
model-dimension-process = Prosessit
model-dimension-target-group = Kohderyhmät
model-dimension-core-value = Organisaation arvot
model-dimension-agenda = Agenda 2030
model-dimension-area = Maantieteelliset alueet
core-values-change = Muuta arvoja tai lisää uusi
model-month-1 = Tammikuu
model-month-2 = Helmikuu
model-month-3 = Maaliskuu
model-month-4 = Huhtikuu
model-month-5 = Toukokuu
model-month-6 = Kesäkuu
model-month-7 = Heinäkuu
model-month-8 = Elokuu
model-month-9 = Syyskuu
model-month-10 = Lokakuu
model-month-11 = Marraskuu
model-month-12 = Joulukuu
topics = Näkökulmat, prosessit ja muut aiheet
topics-help = Minkä alle tasot sijoitetaan. Aiheet elävät mallia pidempään: uusi nimi on tästä päivästä kaikkien jaksojen sivuilla. Jos aiemman jakson on säilytettävä nimensä, lisää sen sijaan uusi aihe.
topics-none = Ei vielä mitään.
topic-add = Lisää
topic-new = Uusi: { $dimension }
topic-done = Aihe on tallennettu.
topic-help = Tallentamasi on verkkosivustolla tästä päivästä.
topic-part-of = Osa: { $name }.
topic-owner-is = Omistaja: { $name }.
topic-meaning = Mitä se tarkoittaa
topic-parent = Osa
topic-parent-none = Itsenäinen
topic-direction = Mihin näkökulma katsoo
topic-direction-none = Ei kerrottu
topic-outward = Ulospäin: mitä saavutamme muille
topic-inward = Sisäänpäin: miten työ tehdään
topic-owner = Omistaja
topic-owner-none = Ei omistajaa
topic-order = Paikka muiden joukossa
topic-fault-order = Kirjoita kokonaisluku, esimerkiksi 3.
topic-fault-changed = Joku muu on muuttanut aihetta sen jälkeen, kun avasit sivun. Sen nimi on nyt { $name }. Tallenna uudelleen, jos omasi on tarkoitus jäädä voimaan.
model-yearly = Vuoden kierrokset
model-yearly-none = Malli ei kerro, milloin suunnitelmat ja raportit jätetään. Silloin ensimmäisen vuoden kierrokset avataan yksi kerrallaan.
model-yearly-add = Lisää kierros
model-yearly-new = Uusi vuosittainen kierros
model-yearly-help = Kierros, joka on joka vuosi, ja sen päivät. Vuosi, jota ennen ei ole mitään, suunnitellaan mallin mukaan. Muut vuodet suunnitellaan edellisen mukaan: lisää kierros sinnekin.
model-yearly-name-help = Ilman vuosilukua, esimerkiksi Osavuosikatsaus 2.
model-yearly-cut-off-help = Päivä, jota tiedot koskevat, esimerkiksi 31. elokuuta. Suunnittelussa: jokin päivä suunniteltavana vuonna, esimerkiksi 1. tammikuuta.
model-yearly-opens-help = Esimerkiksi 1. syyskuuta. Jätä tyhjäksi, jos se on aina auki.
model-yearly-deadlines-help = Päivä ja kuukausi, esimerkiksi 15. syyskuuta. Jätä tyhjäksi niiltä, joilta ei pyydetä mitään.
model-yearly-about = Tilanne { $day }
model-yearly-remove = Poista kierros mallista
model-yearly-remove-help = Jo avatut kierrokset pysyvät.
model-fault-day = Kirjoita päivä ja kuukausi, esimerkiksi 15. syyskuuta. Päivän on oltava joka vuosi.
model-fault-deadlines = Kirjoita viimeinen päivä vähintään yhdelle toimielinten lajille.
model-differs-yearly-new = Uusi vuosittainen kierros: { $name }.
model-differs-yearly-gone = Kierrosta { $name } ei enää pidetä joka vuosi.
model-differs-yearly = Kierroksella { $name } on toiset päivät tai toinen sisältö.
model-yearly-remove-go = Poista kierros
model-fault-year-in-name = Kirjoita nimi ilman vuosilukua: vuosi lisätään, kun kierros avataan.
model-fault-opens-late = Viimeinen päivä on ennen päivää, jona kierros avautuu.
topic-last-day = Päättyy, viimeinen päivä
topic-last-day-help = Jätä tyhjäksi niin kauan kuin aihe on voimassa. Sen alla oleva pysyy siinä; myöhemmin alkavaa ei voi enää sijoittaa sen alle.
topic-stands = { $count ->
    [one] Yksi voimassa oleva tavoite tai sitoumus on sen alla.
   *[other] { $count } voimassa olevaa tavoitetta ja sitoumusta on sen alla.
}
topic-stands-none = Yksikään voimassa oleva tavoite tai sitoumus ei ole sen alla.
model-is-decided-within = { $count ->
    [one] Toimenpiteestä päätetään yhden päivän kuluessa.
   *[other] Toimenpiteestä päätetään { $n } päivän kuluessa.
}
model-part-decided-within = milloin toimenpiteestä on päätettävä
model-within = Kuinka monen päivän kuluessa toimenpiteestä on päätettävä?
model-within-help = Laskettuna päätöksestä, jonka mukaan jokin poikkeaa. Jätä tyhjäksi, jos aikaa ei ole asetettu.
model-fault-within = Kirjoita päivien määrä, 1–366.
