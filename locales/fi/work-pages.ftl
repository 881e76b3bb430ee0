# Työtila: omat sivut, vastuut ja mihin lukija kompastuisi.

pages-own = Sivut
pages-own-help = Kirjoita omia sivuja, sano kuka vastaa sivusta ja milloin se on tarkistettava.
pages-all = Kaikki sivut
pages-new = Kirjoita sivu
pages-due = Tarkistettavat sivut
pages-written = Omat sivut
pages-written-none = Omia sivuja ei ole vielä.
pages-down = poistettu näkyvistä
pages-others = Muiden sivujen vastuut
pages-others-help = Osoite, jonka lopussa on /, koskee kaikkia sen alla olevia sivuja, joilla ei ole omaa vastuullista.
pages-address = Sivun osoite
pages-address-help = Aloita merkillä /, esimerkiksi /kontakt tai /indikatorer/.
pages-owner = Kuka vastaa sivusta?
pages-body = Vastaava lautakunta tai yhtiö
pages-review = Tarkistettava viimeistään (vapaaehtoinen)
pages-review-help = Kuukausi ennen sitä päivää sivu mainitaan täällä sivuston sivulla.
pages-owner-saved = Tallennettu.
pages-taken-down = Sivu on poistettu näkyvistä. Teksti jää historiaan.
pages-take-down = Poista sivu näkyvistä
pages-published = Julkaistu. Sivu on nyt sivustolla.
pages-text = Teksti
pages-markdown = Kirjoita Markdown-muodossa: # otsikolle, - luettelon kohdalle, *sana* korostukselle, [sana](/kontakt) linkille. Tyhjä rivi aloittaa uuden kappaleen.
pages-nobody = ei vastuullista
pages-changed-by-other = Joku muu on muuttanut sivua kirjoittaessasi. Tekstisi on tallella. Vertaa niitä ja tallenna uudelleen, jos sinun tekstisi on oltava voimassa.
pages-fault-text = Kirjoita teksti ruotsiksi.
pages-fault-owner = Valitse vastaava tai kirjoita rooli.
pages-fault-body = Sellaista toimielintä ei ole. Valitse yksi luettelosta.
pages-fault-nowhere = Sivustolla ei ole sellaista sivua.
points-misspelt = Ei ole sanakirjassa: { $words }
points-doubled = Kappale on kahdesti: ”{ $begins }”
points-long = Pitkä lause, { $words } sanaa: ”{ $begins }”
points-dead = Linkki ei johda minnekään sivustolla: { $address }
points-links-left = Tekstistä on tarkistettu vain ensimmäiset { $most } linkkiä.
points-no-dictionary = Oikeinkirjoitusta ei ole tarkistettu: palvelimelle ei ole asennettu ruotsin sanakirjaa (paketti hunspell-sv).
points-count = { $count ->
    [one] Yksi asia on katsottava. Se ei estä mitään.
   *[other] { $n } asiaa on katsottava. Ne eivät estä mitään.
}
written-pages = Tietoa kunnalta
written-none = Sivuja ei ole vielä.
written-swedish-only = Tämä sivu on vain ruotsiksi.
written-changed = Muutettu { $day }
written-taken-down = Tämä sivu poistettiin { $day }.
written-then = Sivu sellaisena kuin se oli { $day }
written-not-yet = Tätä sivua ei vielä ollut. Se kirjoitettiin { $day }.
