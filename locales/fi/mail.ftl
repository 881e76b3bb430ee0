# Kirjeet: se, mikä lähetetään sähköpostitse.

mail-greeting = Hei { $name }!
mail-foot-from = Tämä viesti tulee ohjausjärjestelmästä: { $town }.
mail-foot-digest = Saat enintään yhden tällaisen viestin päivässä. Voit poistaa ne käytöstä tililläsi.
mail-account = Oma tilisi
mail-digest-subject = { $count ->
    [one] Yksi ilmoitus ohjausjärjestelmästä: { $town }
   *[other] { $n } ilmoitusta ohjausjärjestelmästä: { $town }
}
mail-digest-lead = Tätä on tapahtunut tai on tulossa toimielimissä, joissa sinulla on rooli.
mail-invitation-subject = Voit kirjautua ohjausjärjestelmään: { $town }
mail-invitation-lead = Sinulle on annettu tili ohjausjärjestelmään ({ $town }). Siellä työ suunnitellaan ja sitä seurataan.
mail-login = Käyttäjätunnuksesi on { $login }.
mail-invitation-password = Salasanoja ei koskaan lähetetä sähköpostitse. Jos tarvitset kertakäyttöisen salasanan, saat sen muulla tavalla siltä, joka antoi sinulle tilin.
mail-new-password-subject = Sinulla on uusi kertakäyttöinen salasana: { $town }
mail-new-password-lead = Ylläpitäjä on tehnyt sinulle uuden kertakäyttöisen salasanan. Sinut on kirjattu ulos kaikkialta.
mail-password-changed-subject = Salasanasi on vaihdettu: { $town }
mail-password-changed-lead = Olet valinnut uuden salasanan ohjausjärjestelmään. Muut laitteesi on kirjattu ulos.
mail-passkeys-changed-subject = Tilisi pääsyavaimia on muutettu: { $town }
mail-passkeys-changed-lead = Tilisi pääsyavain ohjausjärjestelmään on lisätty tai poistettu. Sillä kirjaudutaan ilman salasanaa. Muut laitteet on kirjattu ulos.
mail-not-you = Etkö se ollut sinä? Ota yhteyttä ylläpitäjään tänään.
mail-sign-in-where = Tässä kirjaudut sisään.
mail-sign-in = Kirjaudu sisään
mail-handed-in = { $body } jätti suunnitelmansa vuodelle { $year }, { $day }. Se odottaa päätöstä.
mail-referred = { $body } pyytää teiltä lausuntoa suunnitelmastaan { $year } viimeistään { $day }.
mail-revise = { $title } on arvioitava uudelleen viimeistään { $day }. Siihen mennessä on päätettävä uudesta tai jatkettava nykyisen voimassaoloa.
mail-remind-referral = { $body } odottaa lausuntoanne suunnitelmastaan { $year }. Viimeinen päivä on { $day }.
mail-remind = { $count ->
    [one] { $body } ei ole jättänyt suunnitelmaansa vuodelle { $year }. Viimeinen päivä on huomenna, { $day }.
   *[other] { $body } ei ole jättänyt suunnitelmaansa vuodelle { $year }. Viimeinen päivä on { $day }, { $n } päivän kuluttua.
}
mail-mentioned = Sinut on mainittu kommentissa, joka koskee suunnitelmaa { $year }: { $body }.
mail-remind-today = { $body } ei ole jättänyt suunnitelmaansa vuodelle { $year }. Viimeinen päivä on tänään, { $day }.
mail-decided = { $body } on tehnyt päätöksen, { $day }.
mail-decided-paragraph = { $body } on tehnyt päätöksen, { $day }, § { $paragraph }.
mail-titled = Se koskee asiaa ”{ $title }”.
mail-desk = Oma työni
mail-plan = Suunnitelma vuodelle { $year }, { $body }
mail-report = { $count ->
    [one] { $round }: yksi rivi odottaa sinua, { $body }. Viimeinen päivä on { $day }.
   *[other] { $round }: { $n } riviä odottaa sinua, { $body }. Viimeinen päivä on { $day }.
}
mail-report-late = { $count ->
    [one] { $round }: yhden rivin, { $body }, piti tulla { $day }. Raportoida voi edelleen.
   *[other] { $round }: { $n } rivin, { $body }, piti tulla { $day }. Raportoida voi edelleen.
}
mail-missing = { $count ->
    [one] { $body }: yksi rivi on lähettämättä ({ $round }). Viimeinen päivä oli { $day }.
   *[other] { $body }: { $n } riviä on lähettämättä ({ $round }). Viimeinen päivä oli { $day }.
}
mail-missing-link = Katso rivit
mail-report-link = Raportoi { $round }
mail-report-link-is-yours = Linkki on omasi ja johtaa riveillesi ilman salasanaa. Älä lähetä sitä eteenpäin.
mail-asked-subject = { $round }: sinulla on raportoitavaa, { $town }
mail-asked = { $count ->
    [one] { $round }: yksi rivi odottaa sinua.
   *[other] { $round }: { $n } riviä odottaa sinua.
}
mail-asked-last = Viimeinen päivä on { $day }.
mail-asked-was = Viimeinen päivä oli { $day }. Raportoida voi edelleen.
