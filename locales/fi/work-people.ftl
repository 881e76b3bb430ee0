# Oma tili, henkilöt ja roolit.

account = Oma tili
account-password = Vaihda salasana
account-devices = Laitteet, joilla olet kirjautuneena
account-devices-help = Kirjautuminen päättyy, kun sitä ei ole käytetty puoleen tuntiin, ja viimeistään kymmenen tunnin kuluttua. Jos et tunnista laitetta, kirjaa se ulos ja vaihda salasana.
account-this-device = Tämä laite
account-begun = Kirjautunut { $at }
account-seen = viimeksi käytetty { $at }
account-end-others = Kirjaa ulos kaikki muut laitteet
account-ended = Laite on kirjattu ulos.

people = Henkilöt
people-help = Ketkä voivat kirjautua ja mitä he saavat tehdä. Rooli on voimassa toimielimessä tietystä päivästä alkaen ja joskus tiettyyn päivään asti.
people-name = Nimi
people-roles = Roolit
people-can = Kirjautuminen
people-can-yes = Voi kirjautua
people-can-no = Ei voi kirjautua
people-no-role = Ei roolia
people-bodies = { $count ->
    [one] yksi toimielin
   *[other] { $n } toimielintä
}
people-add = Lisää henkilö
people-login-help = Pieniä kirjaimia, numeroita ja merkkejä . - _ @
people-login-taken = Joku muu kirjautuu tällä nimellä. Valitse toinen.
people-not-a-login = Kirjoita käyttäjätunnus, jossa on kirjaimia, numeroita ja merkkejä . - _ @, enintään 100.
people-not-a-name = Kirjoita nimi, enintään 200 merkkiä.
people-from = { $from } alkaen, toistaiseksi
people-from-to = { $from } – { $to }
people-first-day = Ensimmäinen päivä
people-last-day = Viimeinen päivä
people-last-help = Jätä tyhjäksi, jos rooli on voimassa toistaiseksi. Jos henkilöllä on jo tämä rooli siellä, uudet päivät korvaavat vanhat.
people-end = Päätä
people-grant = Anna rooli
people-role = Rooli
people-body = Toimielin
people-choose = Valitse
people-not-oneself = Kukaan ei anna itselleen roolia. Pyydä toista ylläpitäjää.
people-pass = Siirrä roolit toiselle
people-pass-help = Sijaisella on roolit viimeiseen päivään asti. Pysyvästi jatkava saa kaikki roolit ja kaikki rivit, joista henkilö vastaa, ja tämän henkilön roolit päättyvät edellisenä päivänä.
people-looks-after = { $count ->
    [one] Henkilö vastaa yhdestä rivistä suunnitelmissa.
   *[other] Henkilö vastaa { $count } rivistä suunnitelmissa.
}
people-other = Kuka jatkaa?
people-pass-until-help = Jätä tyhjäksi, jos toinen jatkaa pysyvästi.
people-nothing-to-pass = Henkilöllä ei ole roolia noina päivinä, eikä hän vastaa mistään rivistä.
people-pass-later = Toinen saa jo yhden rooleista myöhemmin. Anna roolit yksi kerrallaan.
people-sign-in = Kirjautuminen
people-once = Kertakäyttöinen salasana
people-once-help = Se näytetään vain nyt. Välitä se turvallisesti. Se on käytetty ensimmäisen kirjautumisen jälkeen, ja silloin henkilö valitsee oman.
people-once-what = Kertakäyttöinen salasana päästää henkilön sisään kerran. Kaikki henkilön laitteet kirjataan ulos.
people-once-make = Tee kertakäyttöinen salasana
people-bar-what = Estetty henkilö kirjataan ulos kaikkialta, eikä hän voi kirjautua. Sähköpostiosoite poistetaan. Roolit säilyvät.
people-bar = Estä kirjautuminen
people-erase = Poista nimi
people-erase-what = Nimi, käyttäjätunnus, sähköpostiosoite ja kirjautumiset poistetaan, eikä niitä saa takaisin. Henkilön tekemät asiat säilyvät ilman nimeä.
people-erase-sure = Kyllä, poista nimi pysyvästi
people-erase-me = Et voi poistaa itseäsi. Pyydä toista ylläpitäjää.
people-bar-me = Et voi estää omaa kirjautumistasi. Pyydä toista pääkäyttäjää.
people-fault-role = Valitse rooli.
people-fault-body = Valitse toimielin.
people-fault-other = Valitse, kuka jatkaa.
people-fault-order = Viimeinen päivä on ennen ensimmäistä.
people-done-added = Henkilö on lisätty. Anna rooli ja tee kertakäyttöinen salasana.
people-done-granted = Rooli on annettu.
people-done-ended = Rooli on saanut viimeisen päivän.
people-done-passed = Roolit on siirretty.
people-done-barred = Kirjautuminen on estetty.
people-factor-what = Jos henkilö on kadottanut puhelimensa ja varakoodinsa, toinen vaihe voidaan poistaa. Varmista ensin, että pyytäjä on todella henkilö itse. Kaikki laitteet kirjataan ulos, ja henkilö saa tietää, kuka sen teki.
people-factor-take = Poista kaksivaiheinen kirjautuminen
people-factor-me = Oman kaksivaiheisen kirjautumisesi poistat käytöstä Oma tili -sivulla.
people-done-factor = Kaksivaiheinen kirjautuminen on poistettu.
people-can-once = Kirjautunut kertasalasanalla, ei vielä omaa salasanaa
