# Kunnan omien tekstien käännökset.

translations = Käännökset
translations-help = Se, mistä on päätetty ja mikä on julkaistu, on kirjoitettu ruotsiksi. Tästä näet, mitä ei ole suomeksi tai englanniksi, ja voit kääntää sen. Käännös ei ole osa päätöstä.
translations-open = Katso, mistä puuttuu käännös
translations-nothing = Mitään ei ole vielä julkaistu.
translations-kind = Laji
translations-things = Määrä
translations-lack-finnish = Ei suomeksi
translations-lack-english = Ei englanniksi
translations-none-lacking = ei mitään
translations-elsewhere = Häiriötiedotteet, omat sivut ja palvelukeskus kirjoitetaan kaikilla kielillä omilla lomakkeillaan.
translations-without-finnish = { $kind }: ei suomeksi
translations-without-english = { $kind }: ei englanniksi
translations-all-done = Kaikki on käännetty.
translations-texts-lacking = { $count ->
    [one] yksi teksti käännettävänä
   *[other] { $count } tekstiä käännettävänä
}
translations-title-done = otsikko on käännetty
translations-saved = Käännös on tallennettu ja näkyy sivustolla.
translations-of = Käännä: { $name }
translations-form-help = Jätä kenttä tyhjäksi, jos tekstiä ei käännetä. Silloin sivulla näkyy ruotsinkielinen teksti.
translations-meaning = Mitä se tarkoittaa
translations-why = Miksi se on tärkeää
translations-role = Vastuullinen rooli
translations-condition = Milloin se on saavutettu
translations-if-not-kept = Jos lupausta ei pidetä
translations-order = Omistajan toimeksianto
translations-text = Teksti
translations-judgement = Arviointi, tilanne { $day }
translations-own = Tämä nimi on kirjoitettu tällä kielellä siellä, missä asia kuvataan, ja sitä muutetaan siellä.
translations-by = Kuka on kääntänyt?
translations-by-help = Rooli, yksikkö tai ohjelma, esimerkiksi Kommunens översättare. Se näkyy jokaisella tämänkielisellä sivulla. Älä kirjoita kenenkään nimeä. Kirjoita ruotsiksi.
translations-save = Tallenna käännös
translations-fault-by = Kirjoita, kuka on kääntänyt, esimerkiksi Kommunens översättare.
translations-changed-by-other = Jokin tästä on muuttunut, kun kirjoitit. Kirjoittamasi on tallella. Vertaa ja tallenna uudelleen, jos omasi on voimassa.
translations-stands-now = Näin joku muu on kääntänyt sen, kun kirjoitit:
translations-gone = Sanat ovat muuttuneet
translations-gone-help = Nämä sanat eivät enää ole siinä, joten niiden käännöstä ei tallennettu. Kopioi, mitä tarvitset.
