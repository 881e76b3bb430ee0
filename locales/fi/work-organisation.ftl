# Organisaatio: toimielimet, jotka perustetaan, nimetään uudelleen, siirretään ja lakkautetaan.

organisation = Organisaatio
organisation-help = Mitä lautakuntia, hallituksia, yhtiöitä ja hallintoja on ja kenelle ne vastaavat. Muutos on voimassa tietystä päivästä. Mennyt säilyy sellaisena kuin se oli.
organisation-change = Muuta organisaatiota
organisation-change-help = Jaa, yhdistä tai perusta. Ensin näet, mitä muutos tekee ja mitä jonkun muun on otettava hoitaakseen. Mitään ei tallenneta ennen kuin valitset Tee muutos.
organisation-done = Muutos on tehty.
organisation-now = Nyt
organisation-under-way = Tulossa
organisation-ended = Lakannut
organisation-kind = Laji
organisation-above = Vastaa toimielimelle
organisation-answers = Vastaa toimielimelle: { $above }.
organisation-last-day = Lakkaa. Viimeinen päivä on { $day }.
organisation-next = Jatkaa: { $next }.
organisation-last-day-was = Lakkasi. Viimeinen päivä oli { $day }.
organisation-next-did = Jatkoi: { $next }.
organisation-first-day = Alkaa { $day }.
organisation-was-called = Nimi oli { $name } ennen päivää { $day }.
organisation-carries = Tästä toimielin vastaa
organisation-carries-nothing = Toimielin ei vastaa mistään, mikä on kaikille avointa.
organisation-elements = { $count ->
    [one] Yksi tavoite, sitoumus tai toimeksianto, joka ei ole päättynyt
   *[other] { $n } tavoitetta, sitoumusta ja toimeksiantoa, jotka eivät ole päättyneet
}
organisation-processes = { $count ->
    [one] Omistaa yhden prosessin:
   *[other] Omistaa { $n } prosessia:
}
organisation-indicators = { $count ->
    [one] Vastaa yhdestä mittarista
   *[other] Vastaa { $n } mittarista
}
organisation-documents = { $count ->
    [one] Vastaa yhdestä ohjausasiakirjasta
   *[other] Vastaa { $n } ohjausasiakirjasta
}
organisation-granted = Sai { $money } vuodelle { $year } ({ $account }).
organisation-below = { $count ->
    [one] Yksi toimielin vastaa sille:
   *[other] { $n } toimielintä vastaa sille:
}
organisation-undecided = { $count ->
    [one] Yhdestä suunnitelman rivistä ei ole päätetty.
   *[other] { $n } suunnitelmien rivistä ei ole päätetty.
}
organisation-people = { $count ->
    [one] Yhdellä henkilöllä on siellä rooli.
   *[other] { $n } henkilöllä on siellä rooli.
}
organisation-end = Lakkautus
organisation-end-help = Toimielin saa viimeisen päivän, ja sinä valitset, kuka jatkaa. Sen historia säilyy sen sivulla.
organisation-end-go = Anna viimeinen päivä
organisation-rename = Uusi nimi
organisation-move = Vastaa muille
organisation-from = Alkaen
organisation-name = Nimi
organisation-name-en = Nimi englanniksi
organisation-name-fi = Nimi suomeksi
organisation-look = Katso mitä tapahtuu
organisation-ends-which = Mikä lakkaa?
organisation-new = Mitä perustetaan?
organisation-new-help = Jätä tyhjäksi, jos mitään uutta ei perusteta. Uudet jatkavat lakkaavan jälkeen.
organisation-new-row = Uusi toimielin { $number }
organisation-more = Yksi rivi lisää
organisation-same = Kuten lakkaava
organisation-begins-help = Jätä tyhjäksi, jos uudet alkavat viimeistä päivää seuraavana päivänä. Ne voivat alkaa aiemmin, jotta ne ehtivät suunnitella ja ottaa vastaan.
organisation-takers = Jatkaako jokin jo olemassa oleva?
organisation-takers-help = Valitse yksi tai useampia. Näin toimielimiä yhdistetään tai yhden asiat siirretään toiselle.
organisation-follows = Se, mikä vastaa lakkaavalle toimielimelle, vastaa sitten jatkajille
organisation-rehearsal = Näin tapahtuu
organisation-rehearsal-help = Mitään ei ole vielä tehty.
organisation-has-changed = Jokin on muuttunut sen jälkeen kun katsoit. Nyt tilanne on tämä.
organisation-founds = { $name } ({ $kind }) perustetaan { $day }. Vastaa toimielimelle: { $above }.
organisation-founds-alone = { $name } ({ $kind }) perustetaan { $day }.
organisation-moves = { $name } vastaa { $day } alkaen toimielimelle: { $above }.
organisation-moves-alone = { $name } ei vastaa { $day } alkaen kenellekään.
organisation-ends = { $name } lakkaa. Viimeinen päivä on { $day }. Jatkaa: { $next }.
organisation-ends-alone = { $name } lakkaa. Viimeinen päivä on { $day }. Kukaan ei jatka.
organisation-renames = { $name } on { $day } alkaen nimeltään { $new }. Osoitteen loppu on { $address }, ja vanha johtaa siihen.
organisation-left = Jonkun on otettava tämä hoitaakseen: { $name }
organisation-left-help = Päätetyt asiat siirretään päätöksellä: toimielin itse viimeistään viimeisenä päivänään tai seuraaja seuraavasta päivästä alkaen. Prosessit, mittarit ja ohjausasiakirjat, joita kukaan ei ole ottanut, näkyvät puutteina seuraavasta päivästä. Rahat, rivit joista ei ole päätetty ja toimielimet jotka vastaavat tälle eivät näy siellä: hoida ne ennen viimeistä päivää. Roolit antaa se, joka hoitaa henkilöt.
organisation-left-nothing = Mitään kaikille avointa ei jää viimeisen päivän jälkeen.
organisation-make = Tee muutos
organisation-back = Takaisin lomakkeelle
organisation-already = Näin on jo. Muuta jotakin tai palaa takaisin.
organisation-made-otherwise = Muutos on jo tehty toisilla tiedoilla. Mene Organisaatio-sivulle ja aloita siitä uudelleen.
organisation-fault-name = Kirjoita nimi ruotsiksi, kirjaimin.
organisation-fault-twice = Kahdella uudella on sama nimi. Anna niille eri nimet.
organisation-fault-kind = Valitse, millainen toimielin se on.
organisation-fault-above = Valitse, kenelle uudet vastaavat.
organisation-fault-both = Lakkaava ei voi jatkaa itsensä jälkeen. Valitse toinen niistä.
organisation-fault-nothing = Valitse, mikä lakkaa, tai kirjoita perustettavan nimi.
organisation-fault-gone = Yhtä toimielimistä ei voi enää valita. Valitse uudelleen.
organisation-renames-there = { $name } on { $day } alkaen nimeltään { $new }. Osoite pysyy samana.
organisation-fault-nobody-ends = Mikään ei lakkaa, joten kukaan ei voi jatkaa. Valitse, mikä lakkaa, tai poista rastit tästä.
organisation-fault-above-ends = Se lakkaa samassa muutoksessa. Valitse toimielin, joka jää.
organisation-fault-between = Silloin välissä ei ole toimielintä. Valitse viimeistään viimeistä päivää seuraava päivä.
organisation-has-been = Viimeinen päivä on jo ollut. Sitä ei voi jälkikäteen siirtää eikä perua.
organisation-coming-name = Nimi on { $name } { $day } alkaen.
organisation-coming-link = Vastaa { $day } alkaen toimielimelle: { $above }.
organisation-fault-taken = Olemassa olevalla toimielimellä on jo tämä nimi. Kirjoita toinen nimi.
organisation-instead = Tämä korvaa aiemman: viimeinen päivä { $day }, jatkaa { $next }.
organisation-instead-alone = Tämä korvaa aiemman: viimeinen päivä { $day }, kukaan ei jatka.
organisation-end-move = Muuta viimeistä päivää
organisation-renames-alone = { $name } on { $day } alkaen nimeltään { $new }.
organisation-decision = Muutoksen taustalla oleva päätös (vapaaehtoinen)
organisation-decision-help = Täytä, kun pöytäkirja on olemassa. Jos jätät kohdan tyhjäksi, sivulla kerrotaan, ettei päätöstä ole ilmoitettu, ja voit ilmoittaa sen jälkeenpäin.
organisation-meeting-help = Kokous on voinut olla ennen muutoksen ensimmäistä päivää, mutta ei sen jälkeen.
organisation-title-both = Perustetaan { $founded }, lakkautetaan { $ended }
organisation-title-founded = Perustetaan { $founded }
organisation-title-ended = Lakkaa { $ended }
organisation-title-renamed = { $name }: uusi nimi { $other }
organisation-title-moved = { $name } vastaa toimielimelle: { $other }
organisation-told = Muutokset ja päätökset
organisation-undecided-one = Päätöstä ei ole ilmoitettu.
organisation-undecided-count = { $count ->
    [one] { $n } muutos ilman ilmoitettua päätöstä
   *[other] { $n } muutosta ilman ilmoitettua päätöstä
}
organisation-decide = Ilmoita päätös
organisation-organised = Organisaatiota koskeva päätös
organisation-organised-help = Jo tehdyt muutokset, joille ei ole ilmoitettu päätöstä. Valitse ne, joita sama päätös koskee.
organisation-organised-which = Mitä muutoksia päätös koskee?
organisation-organised-none = Mikään muutos ei odota päätöksen ilmoittamista.
organisation-organised-older = { $count ->
    [one] Näytä myös { $n } vanhempi
   *[other] Näytä myös { $n } vanhempaa
}
organisation-done-decision = Päätös on kirjattu.
organisation-fault-decider = Valitse, kuka on päättänyt.
organisation-fault-choose = Valitse vähintään yksi muutos, jota päätös koskee.
organisation-fault-changed = Jokin muutoksista on muuttunut tai saanut päätöksen sivun näyttämisen jälkeen. Valitse uudelleen.
organisation-fault-recorded = Lomake on jo kirjannut päätöksen muilla tiedoilla. Se päätös jää voimaan.
organisation-fault-nobody = Mikään toimielin, jonka päätöksiä kirjaat, ei ole voinut päättää siitä, mikä on jäljellä, tai päätös on jo kirjattu. Mitään ei muutettu.
organisation-title-alone = { $name } ei enää vastaa kenellekään
