# Kaksivaiheinen kirjautuminen.

second = Kaksivaiheinen kirjautuminen
second-what = Salasanan jälkeen kirjoitat koodin puhelimen sovelluksesta. Salasanasi haltuunsa saanut ei silloin pääse sisään.
second-now = Tilanne nyt
second-off = Pois käytöstä.
second-new = Aloitettu. Se on voimassa vasta, kun olet kirjoittanut ensimmäisen koodin.
second-on = { $count ->
    [one] Käytössä. Yksi varakoodi on jäljellä.
   *[other] Käytössä. { $n } varakoodia on jäljellä.
}
second-on-none = Käytössä. Varakoodeja ei ole jäljellä. Tee uudet.
second-on-few = { $count ->
    [one] Käytössä. Vain yksi varakoodi on jäljellä. Tee uudet ennen kuin ne loppuvat.
   *[other] Käytössä. Vain { $n } varakoodia on jäljellä. Tee uudet ennen kuin ne loppuvat.
}
second-taken = Pois käytöstä. Ohjelman ylläpitäjä poisti sen { $at }. Oliko se odottamatonta? Vaihda salasana ja ota yhteyttä käyttöoikeuksista vastaavaan.
second-taken-by = Pois käytöstä. { $name } poisti sen { $at }. Oliko se odottamatonta? Vaihda salasana ja ota yhteyttä käyttöoikeuksista vastaavaan.
second-owed = Roolisi edellyttää kaksivaiheista kirjautumista. Ota se käyttöön, niin pääset eteenpäin.
second-manage = Muuta kaksivaiheista kirjautumista
second-begin = Ota käyttöön
second-own-first = Valitse ensin oma salasana.
second-scan = 1. Lisää avain puhelimeen
second-scan-help = Avaa kirjautumiskoodeja näyttävä sovellus ja lue kuva. Jos se ei onnistu, kirjoita avain käsin.
second-qr = QR-koodi, jossa on avain; sama avain on tekstinä kuvan jälkeen
second-key = Avain
second-first = 2. Kirjoita sovelluksen näyttämä koodi
second-code = Koodi
second-code-help = Kuusi numeroa. Sovellus näyttää uuden koodin kolmenkymmenen sekunnin välein.
second-leave = Peruuta
second-codes = Varakoodisi
second-codes-help = Käytössä. Kirjoita koodit muistiin ja säilytä ne niin, että vain sinä pääset niihin: ne näytetään vain nyt. Jos puhelin ei ole mukana, kirjaudut yhdellä niistä. Kutakin koodia voi käyttää kerran.
second-codes-kept = Olen kirjoittanut koodit muistiin
second-change = Muuta
second-change-help = Kirjoita salasanasi ja sovelluksen näyttämä koodi tai varakoodi.
second-new-codes = Tee uudet varakoodit
second-turn-off = Poista käytöstä
second-wrong = Koodi ei täsmää tai se on jo käytetty. Odota, kunnes sovellus näyttää uuden.
second-over = Siihen kului liian kauan. Kirjoita käyttäjätunnus ja salasana uudelleen.
second-done-off = Kaksivaiheinen kirjautuminen on poistettu käytöstä.
second-step-code = Kirjoita koodi
second-step-help = Kuusi numeroa puhelimen sovelluksesta tai yksi varakoodeistasi.
second-step-lost = Eikö sinulla ole puhelinta eikä varakoodeja? Pyydä käyttöoikeuksista vastaavaa poistamaan toinen vaihe.
