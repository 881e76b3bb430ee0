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
