# Työtila: mitä asukkaat vastasivat.

answers-note = Muutettu:
answers-note-write = Kirjoita mitä muutettiin
answers-note-change = Muuta mitä muutettiin
answers-note-field = Mitä muutettiin vastauksen takia? Jätä tyhjäksi poistaaksesi sen.
answers-note-saved = Tallennettu.
answers-note-changed = Joku muu on kirjoittanut vastauksesta kirjoittaessasi. Se on yllä. Tallenna uudelleen, jos sinun tekstisi on oltava voimassa.
answers-erase = Hävitä vastauksia
answers-erase-one = Hävitä tämä vastaus
answers-erase-help = Vastauksia poistetaan vain hävittämispäätöksen nojalla. Päätös ja vastausten määrä sivua kohti jäävät historiaan, mutta ei sanaakaan siitä, mitä joku kirjoitti.
answers-which = Mitkä vastaukset?
answers-which-one = Vain valitsemasi vastaus
answers-which-before = Kaikki ennen päivää annetut
answers-before = Ennen päivää
answers-which-page = Kaikki yhdestä sivusta
answers-page = Sivu
answers-choose = Valitse
answers-disposal = Hävittämispäätös
answers-disposal-help = Kirjoita päätös, jonka mukaan vastaukset saa poistaa.
answers-decision = Päätöksen nimi
answers-decided = Päätöspäivä
answers-number = Asianumero
answers-show = Näytä mitä poistetaan
answers-show-again = Näytä uudelleen
answers-shown = Tämä poistetaan
answers-erase-warning = Vastaukset poistetaan pysyvästi. Niitä ei saa takaisin.
answers-erase-do = Poista vastaukset
answers-erased-done = Vastaukset on poistettu. Päätös ja määrä jäävät.
answers-erased = Hävitetty
answers-decided-on = päätetty { $day }
answers-fault-which = Valitse poistettavat vastaukset.
answers-fault-page = Valitse sivu.
answers-fault-future = Sitä päivää ei ole vielä ollut.
answers-fault-none = Sellaisia vastauksia ei ole.
answers-fault-other = Poistettava ei ole enää se, mitä näytettiin. Katso läpi se, mitä nyt on.
answers-fault-decision = Kirjoita hävittämispäätöksen nimi.
answers-fault-number = Kirjoita päätöksen asianumero.
answers-erased-of = { $count ->
    [one] yksi vastaus, { $comments } kommentin kanssa
   *[other] { $count } vastausta, { $comments } kommentin kanssa
}
