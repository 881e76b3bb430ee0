# Kommentit suunnitelmasta, josta ei ole päätetty, ja sen riveistä.

comments = Kommentit
comments-of-plan = Suunnitelman kommentit
comments-of-row = Rivin { $number } kommentit
comments-link = Kommentoi
comments-count = { $count ->
    [one] Yksi kommentti
   *[other] { $n } kommenttia
}
comments-erased = Kommentit ovat työaineistoa. Ne poistetaan, kun suunnitelmasta on päätetty, eivätkä tilintarkastajat voi lukea niitä.
comments-erased-now = Asiasta on päätetty, ja kommentit on poistettu.
comments-threads-plan = Suunnitelmasta kokonaisuutena
comments-threads-row = Rivistä
comments-none = Kukaan ei ole vielä kommentoinut.
comments-rows = Suunnitelman riveistä
comments-resolved = Valmis
comments-changed = muutettu { $at }
comments-inside = Vain hallinnon sisällä
comments-between = Kaikki, jotka saavat lukea suunnitelman
comments-told = Ilmoitettu:
comments-somebody = Entinen työntekijä
comments-new = Kirjoita kommentti
comments-field = Kommentti
comments-answer = Vastaa
comments-change = Muuta kommenttia
comments-send = Lähetä kommentti
comments-cancel = Peruuta
comments-remove = Poista
comments-resolve = Valmis
comments-mine = Valmis minun osaltani
comments-help = Enintään { $most } merkkiä. Kirjoita @ ja käyttäjätunnus, niin kerrot siitä hänelle. Ei henkilötunnuksia eikä tietoja yksityishenkilöistä.
comments-who = Ketkä saavat lukea?
comments-who-help = Valintaa ei voi muuttaa jälkikäteen. Samat henkilöt lukevat vastaukset.
comments-only-inside = Vain hallinnon sisällä
comments-all = Kaikki, jotka saavat lukea suunnitelman
comments-for-inside = Vain ne, jotka työskentelevät suunnitelman parissa hallinnossa, lukevat kirjoittamasi.
comments-for-all = Kaikki, jotka saavat lukea jätetyn suunnitelman, lukevat kirjoittamasi.
comments-tell = Ilmoita
comments-readers = { $count ->
    [one] yksi henkilö
   *[other] { $n } henkilöä
}
comments-outside = hallinnon ulkopuolella
comments-mentioned = Sinut on mainittu
comments-done-said = Kommentti on lähetetty.
comments-done-changed = Kommenttia on muutettu.
comments-done-removed = Kommentti on poistettu.
comments-done-resolved = Keskustelu on valmis. Jos joku vastaa, keskustelu avautuu uudelleen.
comments-done-mine = Valmis. Keskustelu ei enää odota sinua.
comments-fault-empty = Kirjoita jotain ruutuun.
comments-fault-reader-text = { $count ->
    [one] { $names } ei voi lukea kommenttia. Valitse joku kohdasta Ilmoita tai kirjoita ilman @-merkkiä.
   *[other] Nämä eivät voi lukea kommenttia: { $names }. Valitse muita kohdasta Ilmoita tai kirjoita ilman @-merkkiä.
}
comments-fault-reader-told = { $count ->
    [one] { $names } ei voi lukea kommenttia. Poista valinta tai anna kaikkien suunnitelman lukijoiden lukea.
   *[other] Nämä eivät voi lukea kommenttia: { $names }. Poista valinnat tai anna kaikkien suunnitelman lukijoiden lukea.
}
comments-fault-taken-back = Suunnitelma on otettu takaisin, joten vain hallinto voi lukea. Kirjoittamasi on tallella.
comments-fault-taken-back-answer = Suunnitelma on otettu takaisin, joten keskustelu ei voi jatkua. Kirjoittamasi on tallella: lähetä se omana kommenttina hallinnon sisällä.
comments-fault-nothing-to-answer = Kommentti, johon vastasit, on poistettu. Kirjoittamasi on tallella: lähetä se omana kommenttina.
comments-fault-answered = Joku on vastannut, tai keskustelu on valmis, joten kommentti jää ennalleen.
comments-fault-changed = Olet muuttanut kommenttia muualla. Siellä lukee nyt: { $text }
comments-late-title = Kirjoittamaasi ei ole lähetetty
comments-late-plan = Suunnitelmasta päätettiin kirjoittaessasi, ja sen kommentit on poistettu. Kopioi tekstisi, jos haluat säilyttää sen.
comments-late-row = Rivistä päätettiin kirjoittaessasi, ja sen kommentit on poistettu. Kopioi tekstisi, jos haluat säilyttää sen.
comments-late-gone = Rivi poistettiin suunnitelmasta kirjoittaessasi. Kopioi tekstisi, jos haluat säilyttää sen.
comments-late = Täällä ei ole mitään kommentoitavaa. Kopioi tekstisi, jos haluat säilyttää sen.
