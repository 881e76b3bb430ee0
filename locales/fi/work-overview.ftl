overview-of = Yleiskuva: { $round }
overview-none = Mitään ei ole vielä saapunut: { $round }
overview-begun = { $round } on alkanut saapua
overview-quarter = { $round } on saapunut neljännekseltään
overview-half = { $round } on saapunut puoliksi
overview-three-quarters = { $round } on saapunut kolmelta neljännekseltä
overview-nearly = { $round } on melkein saapunut
overview-all = { $round } on saapunut
overview-lead = { $sent } riviä { $all } rivistä on lähetetty.
overview-nobody-late = Kukaan ei ole myöhässä.
overview-some-late = { $count ->
    [one] Yksi on myöhässä.
   *[other] { $n } on myöhässä.
}
overview-next-day = { $count ->
    [one] Seuraava viimeinen päivä on { $day }. Yksi lautakunta tai yhtiö puuttuu.
   *[other] Seuraava viimeinen päivä on { $day }. { $n } lautakuntaa ja yhtiötä puuttuu.
}
overview-who = Kuka on lähettänyt mitä?
overview-counts-help = Luvut ovat rivejä kaikista riveistä. Teksti näkyy vasta, kun se on lähetetty.
overview-table = Taulukko: kuka on lähettänyt mitä
overview-body = Lautakunta tai yhtiö
overview-written = Kirjoitettu
overview-done = valmis
overview-going-on = kesken
overview-not-begun = ei aloitettu
overview-late = myöhässä
overview-is-due = Viimeinen päivä on { $day }
overview-was-due = Olisi pitänyt saapua { $day } mennessä
remind = Muistuta puuttuvia
remind-help = Jokainen saa viestin, joka johtaa omille riveille. Viesti lähtee heti, kun ei ole yö.
remind-no-mail = Tästä järjestelmästä ei lähetetä postia. Ylläpitäjä ottaa sen käyttöön.
remind-nobody = Kenelläkään, jolla on rivejä jäljellä, ei ole osoitetta.
remind-whom = Nämä saavat viestin
remind-line = { $count ->
    [one] { $name }, { $body }: yksi rivi jäljellä
   *[other] { $name }, { $body }: { $n } riviä jäljellä
}
remind-unreached = Täältä puuttuu rivejä, mutta ketään raportoijaa ei tavoiteta viestillä
remind-letter = Näin viesti alkaa
remind-send = { $count ->
    [one] Lähetä yksi muistutus
   *[other] Lähetä { $n } muistutusta
}
remind-done = { $count ->
    [one] Yksi muistutus on matkalla.
   *[other] { $n } muistutusta on matkalla.
}
desk-overview-help = Kuka on lähettänyt mitä, ja muistutukset
matter-law = Lain määräpäivä
matter-law-meeting = Aseta päivä valtuustolle
law-day-interim = Kuntalain mukaan osavuosikatsauksen on oltava valtuustolla ja tarkastajilla viimeistään { $day }.
law-day-annual = Kuntalain mukaan tilinpäätöksen on oltava valtuustolla ja tarkastajilla viimeistään { $day }.
matter-action = Toimenpide puuttuu
matter-action-says = { $body }: { $row } poikkeaa. Toimenpiteestä olisi pitänyt päättää viimeistään { $day }.
