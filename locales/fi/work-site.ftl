# Työtila: sivuston oma työ.

work-site = Verkkosivusto
work-notice-new = Kirjoita häiriötiedote
work-notice-change = Muuta häiriötiedotetta
work-notice-severity = Kuinka vakavaa se on?
work-notice-information = Tiedote: hyvä tietää
work-notice-warning = Häiriö: jokin ei toimi
work-notice-crisis = Kriisi: henki, terveys tai tärkeät palvelut
work-notice-title = Otsikko
work-notice-text = Mitä on tapahtunut, ja mitä pitää tehdä?
work-notice-affects = Mitä asia koskee? Yksi asia riviä kohti
work-notice-alternatives = Mitä voi tehdä sen sijaan? Yksi asia riviä kohti
work-notice-link = Lisätietojen osoite (vapaaehtoinen)
work-notice-link-words = Linkin teksti (jos sinulla on osoite)
work-notice-from = Alkaen (vapaaehtoinen)
work-notice-from-help = Jätä tyhjäksi, niin tiedote näkyy heti.
work-notice-to = Päättyen (vapaaehtoinen)
work-notice-to-help = Jätä tyhjäksi, jos et tiedä. Silloin tiedote näkyy, kunnes poistat sen.
work-notice-publish = Julkaise
work-notice-look = Katso, miltä se näyttää
work-notice-preview = Tältä se näyttää asukkaille
work-notice-stands-now = Tämä on sivustolla nyt
work-notice-changed-by-other = Joku muu muutti tiedotetta sillä aikaa kun kirjoitit. Tekstisi on tallella. Vertaa tekstejä ja julkaise uudelleen, jos sinun tekstisi on oikea.
work-notice-end = Poista tiedote
work-notice-end-help = Se poistuu sivuilta heti ja jää aiempien tiedotteiden joukkoon.
work-notice-done = Julkaistu. Tiedote on nyt kaikilla sivuilla.
work-notice-ended = Tiedote on poistettu.
work-notice-stands = näkyy nyt
work-notice-coming = tulossa
work-notice-over = ei näy enää
work-notice-untranslated = ei käännetty
work-answers = Asukkaiden vastaukset
work-answers-help = Näin he ovat vastanneet kysymykseen, auttoivatko tiedot heitä. Kukaan ei tiedä, kuka on vastannut.
work-answers-read = Lue vastaukset
work-answers-none = Kukaan ei ole vielä vastannut.
work-answers-of = Sivu auttoi { $helped } vastaajaa { $all }:sta
work-answers-yes = sivusta oli apua
work-answers-no = sivusta ei ollut apua
work-answers-older = { $count ->
    [one] Yksi vanhempi kommentti ei näy tässä.
   *[other] { $n } vanhempaa kommenttia ei näy tässä.
}
work-fault-moment = ”{ $typed }” ei ole päivä ja kellonaika. Kirjoita esimerkiksi 2026-11-30 13:00.
work-fault-lines = Rivejä on liikaa. Kirjoita enintään { $most }.
work-fault-severity = Valitse, kuinka vakavaa se on.
work-fault-title = Kirjoita otsikko ruotsiksi.
work-fault-swedish = Kirjoita se myös ruotsiksi.
work-fault-as-many = Kirjoita yhtä monta riviä kuin ruotsiksi: { $count }.
work-fault-link = Kirjoita osoite, johon linkki vie, tai poista teksti.
work-fault-link-words = Kirjoita linkin teksti.
