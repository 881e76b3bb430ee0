# Tietotiedostojen tuonti.
import-fault-too-large = Tiedosto on liian suuri. Tosiasiatiedostossa saa olla enintään 32 miljoonaa merkkiä, sivuston tiedostossa enintään miljoona.
import-fault-not-json = Tiedosto ei ole JSON: virhe rivillä { $line }, merkki { $column }.
import-fault-not-an-object = Tässä pitää olla tietue aaltosulkeissa.
import-fault-not-a-list = Tässä pitää olla luettelo.
import-fault-not-a-text = Tässä pitää olla teksti, joka ei ole tyhjä.
import-fault-not-a-number = Tässä pitää olla tarkka luku, esimerkiksi 84.5.
import-fault-not-a-year = Tässä pitää olla vuosi väliltä 1600–2999.
import-fault-not-a-date = Tässä pitää olla päivä, esimerkiksi 2018-10-25, 2018-10 tai 2018.
import-fault-not-a-period = Tässä pitää olla kausi, esimerkiksi 2018, 2017/18, 2018-12 tai 2018 D1.
import-fault-not-an-address = Osoitteen on alettava https:// tai http://, siinä on oltava palvelimen nimi, eikä siinä saa olla välilyöntejä, piilomerkkejä tai käyttäjänimeä.
import-fault-not-among = Sana ei ole niitä, joita tässä saa olla: { $allowed }.
import-fault-unknown-reference = Tietueen viittaamaa kohdetta ei ole tiedostossa.
import-fault-twice = Toisella tietueella on jo sama tunnus tai sama kausi.
import-fault-key-twice = Kenttä on samassa tietueessa kahdesti. Säilytä niistä yksi.
import-fault-not-a-municipality-code = Kunnan koodi on neljä numeroa, esimerkiksi 0484.
import-fault-control-character = Tekstissä tai kentän nimessä on ohjausmerkki tai merkki, joka kääntää lukusuunnan. Poista se.
import-fault-too-long = Teksti on liian pitkä. Nimissä, otsikoissa ja tunnuksissa saa olla enintään 500 merkkiä, muissa teksteissä enintään 20 000.
import-reason-no-place = tässä versiossa ei ole sille paikkaa
import-reason-of-the-page = kertoo, miten luettu sivu on tehty, eikä mitään kunnasta
import-reason-of-the-file = kertoo, miten tiedosto on tehty, eikä mitään kunnasta
import-reason-no-source = lähde puuttuu
import-reason-not-yet = koskee aikaa, joka ei ole vielä ollut
import-reason-not-in-the-file = tietueen kohdetta ei ole tiedostossa
import-reason-conflict = toinen tietue sanoo samasta asiasta muuta
import-reason-repeated = toinen tietue on jo kertonut sen
import-reason-no-reason = arviota ilman perustelua ei näytetä
import-reason-no-year = päätöstä ilman vuotta ei näytetä
import-summary = { $taken } tietuetta otettiin ja { $reported } raportoidaan. { $events } tapahtumaa kirjoitettiin.
import-nothing = Kaikki tiedostossa oli jo olemassa. Mikään ei muuttunut.
import-faulty = { $count ->
    [one] Tiedostossa on yksi virhe. Mitään ei otettu.
   *[other] Tiedostossa on { $n } virhettä. Mitään ei otettu.
}
import-more-faults = Vielä { $n } virhettä ei näytetä.
