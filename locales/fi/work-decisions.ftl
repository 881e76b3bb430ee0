# Päätökset: luettelo, yksi päätös ja mitä siitä on tullut, ja uusi päätös voimassa olevasta.

decisions = Päätökset
decisions-help = Tässä ovat päätökset, jotka sinä kirjaat. Kun pöytäkirja on tarkastettu tai päätöksestä on valitettu, kerro se päätöksen sivulla. Silloin myös asukkaat näkevät sen.
decisions-new = Uusi päätös voimassa olevasta asiasta
decisions-new-help = Valitse, kuka on päättänyt. Uudesta suunnitelmasta päätetään sen omalla sivulla.
decisions-awaiting = Pöytäkirja odottaa tarkastusta
decisions-all = { $count ->
    [one] Yksi päätös
   *[other] Kaikki { $count } päätöstä
  }
decisions-none = Yhtään päätöstä ei ole vielä kirjattu.
decisions-of-day = Päätös { $day }
decisions-delegation = delegointipäätös { $number }
decisions-marked-approved = Pöytäkirja tarkastettiin { $day }
decisions-marked-appealed = Päätöksestä valitettiin { $day }
decisions-marked-quashed = Tuomioistuin kumosi päätöksen { $day }. Se ei ole enää voimassa.
decisions-done = Tallennettu.
decisions-did = Tämän päätös teki
decisions-did-nothing = Mitään siitä, mitä päätös koski, ei ole täällä.
decisions-deed-adopted = Hyväksyttiin
decisions-deed-withdrew = Peruttiin
decisions-deed-closed = Päätettiin loppuneeksi
decisions-deed-supplemented = Täydennettiin
decisions-deed-gave = Siirtyi: { $body }
decisions-deed-founded = Perustettiin
decisions-deed-renamed = Nimeksi tuli { $whom } { $day } alkaen
decisions-deed-moved = Vastaa { $day } alkaen toimielimelle: { $whom }
decisions-deed-moved-alone = Ei vastaa { $day } alkaen kenellekään
decisions-deed-ended = Lakkaa, viimeinen päivä { $day }. Jatkaa: { $whom }
decisions-deed-ended-alone = Lakkaa, viimeinen päivä { $day }. Kukaan ei jatka
decisions-mark = Mitä päätökselle on tapahtunut sen jälkeen?
decisions-mark-what = Tämä on tapahtunut
decisions-mark-day = Minä päivänä?
decisions-mark-save = Tallenna
decisions-stage-justerat = Pöytäkirja on tarkastettu
decisions-stage-justerat-help = Sivuilla ei enää sanota, että pöytäkirjaa ei ole tarkastettu.
decisions-stage-overklagat = Päätöksestä on valitettu
decisions-stage-overklagat-help = Se on voimassa, ja sivuilla kerrotaan valituksesta.
decisions-stage-upphavt = Tuomioistuin on kumonnut päätöksen
decisions-stage-upphavt-help = Se, minkä päätös teki, ei ole voimassa siitä päivästä alkaen. Tätä ei voi perua.
decisions-organised-quashed = Toimielimet pysyvät ennallaan, ja sivuilla kerrotaan, että päätös on kumottu. Sitä ei voi perua.
decisions-fault-stage = Valitse, mitä päätökselle on tapahtunut.
decisions-new-of = Uusi päätös: { $body }
decisions-over-help = Päätös koskee sitä, minkä valitset alta, eikä mitään muuta. Asukkaat näkevät sen heti, samoin kuka päätti ja milloin.
decisions-over-rows = Mitä päätös koskee
decisions-over-none = Täällä ei ole mitään, mitä voisi perua, lopettaa tai siirtää.
decisions-over-older = { $count ->
    [one] Näytä myös se, jonka aika on ohi
   *[other] Näytä myös { $count }, joiden aika on ohi
  }
decisions-over-stands = On voimassa kuten ennen
decisions-over-withdraw = Perutaan
decisions-over-close = Lopetetaan
decisions-over-give = Siirtyy: { $body }
decisions-over-save = Kirjaa päätös
decisions-fault-changed = Jokin valitsemasi on muuttunut sen jälkeen kun sivu näytettiin. Katso, mikä nyt on voimassa, ja valitse uudelleen.
decisions-fault-nothing = Valitse, mitä päätös koskee: mikä perutaan, lopetetaan tai siirtyy jollekin toiselle.
decisions-more-awaiting = { $count ->
    [one] Ja yksi muu alempana luettelossa.
   *[other] Ja { $count } muuta alempana luettelossa.
  }
decisions-later = Myöhemmät päätökset samasta asiasta
decisions-later-help = Ne ovat voimassa, vaikka tämä päätös kumotaan.
decisions-earlier = Aiemmat päätökset samasta asiasta
decisions-more-beside = { $count ->
    [one] Ja yksi muu.
   *[other] Ja { $count } muuta.
  }
decisions-over-ended = Toimielintä ei enää ole. Se on voinut tehdä päätöksiä viimeistään { $day }.
decisions-over-saved = Katso tallennettu päätös
decisions-over-was = Kun valitsit, siinä luki:
decisions-over-now = Nyt siinä lukee:
decisions-fault-row = { $number }: { $why }
decisions-fault-reworded = Kohdan { $number } sanamuoto on muuttunut sen jälkeen kun sivu näytettiin. Lue se ja valitse uudelleen.
decisions-fault-gone = Kohtaa { $numbers } ei voi enää valita: joku muu on päättänyt siitä, tai se on päättynyt. Käy loput läpi ja kirjaa uudelleen.
decisions-fault-taker = Kohta { $number } ei voi siirtyä sinne. Valitse uudelleen.
decisions-fault-twice = Olet valinnut kaksi asiaa kohdalle { $number }. Valitse yksi.
decisions-fault-already = Tämä lomake on jo tallennettu, eri sisällöllä. Sitä, minkä lähetit nyt, ei ole tallennettu.
decisions-until = { $day } asti
