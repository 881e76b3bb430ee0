# Suunnitelman rivit: järjestys, aiempi suunnitelma ehdotuksena ja valittavien hakeminen.

arrange = Järjestä rivit
arrange-link = Järjestä rivit
arrange-help = Näin rivit ovat suunnitelmassa, päätösesityksessä ja verkkosivustolla, kun suunnitelmasta on päätetty. Siirrä riviä askel kerrallaan tai kirjoita, mille paikalle se tulee.
arrange-place = Paikka
arrange-up = Siirrä ylös
arrange-down = Siirrä alas
arrange-save = Tallenna paikat
arrange-done = Rivit on järjestetty.
arrange-decided = Suunnitelma on päätetty. Rivit ovat siinä järjestyksessä, joka niillä oli kokouksessa.
arrange-changed = Rivit ovat muuttuneet sen jälkeen, kun avasit sivun. Näin ne ovat nyt. Mitään ei siirretty.
arrange-fault-place = Nro { $row }: kirjoita paikka väliltä 1–{ $all }.
arrange-too-many = Tässä on { $rows } riviä. Kerralla voi järjestää enintään { $most }. Mitään ei siirretty.

earlier = Vuoden { $year } suunnitelma ehdotuksena
earlier-link = Ota mukaan rivejä vuoden { $year } suunnitelmasta
earlier-help = Valitse, mikä jatkuu. Siitä tulee luonnoksia samoin sanoin, ja määräpäivä siirtyy mukana. Jokainen luonnos muistaa, mitä se jatkaa. Voit muuttaa sitä jälkeenpäin.
earlier-no-plan = Ei aiempaa suunnitelmaa
earlier-no-plan-help = Aiemmilta vuosilta ei ole päätettyä suunnitelmaa, jota jatkaa.
earlier-taken-over = Suunnitelma oli seuraavien: { $bodies }.
earlier-elsewhere = { $count ->
    [one] Yhdestä rivistä vastaa nyt joku muu. Se ei ole mukana tässä.
   *[other] { $n } rivistä vastaavat nyt muut. Ne eivät ole mukana tässä.
}
earlier-choose = Mikä jatkuu?
earlier-all = Valitse kaikki
earlier-was-due = oli { $day }
earlier-beside = jos sekin rivi otetaan mukaan
earlier-left-out = Ei tule mukaan, ei enää voimassa:
earlier-unnamed = { $count ->
    [one] Kytkentä johonkin, mitä et saa lukea, ei siirry mukana.
   *[other] { $n } kytkentää johonkin, mitä et saa lukea, ei siirry mukana.
}
earlier-go-on = Ota valitut mukaan
earlier-nothing-left = Mukaan otettavaa ei ole enää.
earlier-others = Ei voi ottaa mukaan
earlier-withdrawn = Kumottu päätöksellä.
earlier-closed = Päätetty loppuun päätöksellä.
earlier-already = Jo suunnitelmassa.
earlier-no-level = Tällaisia rivejä ei kirjoiteta suunnitelmaan tänä vuonna.
earlier-nobody-left = Niitä, joita se koski, ei enää ole.
earlier-none-chosen = Valitse vähintään yksi rivi.
earlier-too-many = Valitsit { $rows } riviä. Valitse kerralla enintään { $most }. Mitään ei tallennettu.
earlier-row = Nro { $number }:
earlier-changed = Jotain valitsemaasi ei voi enää ottaa mukaan, tai se on jo suunnitelmassa. Mitään ei tallennettu. Käy valinnat läpi ja yritä uudelleen.
earlier-done = Valitut rivit ovat suunnitelmassa luonnoksina.
earlier-continues = Jatkaa nroa { $number } vuodelta { $year }

choose-search = Hae valittavien joukosta
choose-search-help = Kirjoita yksi tai muutama sana. Se, mitä olet kirjoittanut ja valinnut, säilyy.
choose-look = Hae
choose-all = Näytä kaikki
choose-none = Mikään ei vastaa sitä, mitä haet.
choose-found = { $count ->
    [one] Yksi osuma.
   *[other] { $n } osumaa.
}
choose-shown = näytetään { $count } / { $all }
