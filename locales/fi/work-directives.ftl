# Työtila: omistajan ohjeet.

directives-own = Omistajan ohjeet
directives-own-help = Mikä sitoo yhtiöitä, mitä valtuusto on päättänyt ja mitä on ehdotettu. Valtuusto päättää omistajan ohjeesta, ja se sitoo yhtiötä, kun yhtiökokous on hyväksynyt sen.
directives-new = Kirjoita omistajan ohje
directives-other-words = Kirjoita omistajan ohje uudelleen
directives-none = Millään yhtiöllä ei ole täällä omistajan ohjetta.
directives-to-decide = Päätöstä odottavat omistajan ohjeet
directives-of-council = odottaa valtuustoa
directives-of-meeting = odottaa yhtiökokousta
directives-binds-from = Sitonut yhtiötä { $day } alkaen
directives-decided-from = Valtuusto päätti { $day }
directives-found-from = Lähteen mukaan { $day } alkaen
directives-proposed-from = Ehdotettu { $day }
directives-write-help = Ehdotuksen lukevat vain kirjoittajat, kunnes jätät sen päätettäväksi. Silloin sitä voivat lukea valtuuston päätösten kirjaaja ja valtuuston jäsenet. Se tulee julkiseksi, kun valtuusto on päättänyt, ja sitoo yhtiötä, kun yhtiökokous on hyväksynyt sen.
directives-not-sent = Ei jätetty päätettäväksi
directives-decided-help = Tässä oleva on päätetty. Jos tallennat muutoksen, siitä tulee ehdotus sen rinnalle, ja päätetty on voimassa, kunnes valtuusto päättää toisin.
directives-company = Yhtiö tai säätiö
directives-orders = Mitä yhtiön on tehtävä
directives-orders-help = Kirjoita yksi asia riville.
directives-goals = Mihin tavoitteisiin se perustuu (vapaaehtoinen)
directives-decided = Päätös on kirjattu ja näkyy yhtiön sivulla. Se sitoo yhtiötä vasta, kun yhtiökokous on hyväksynyt sen.
directives-bound = Päätös on kirjattu. Omistajan ohje sitoo yhtiötä.
directives-decide = Kirjaa valtuuston päätös
directives-decide-help = Juuri tämä päätetään. Se tulee heti julkiseksi: päätetty mutta ei sitova.
directives-bind = Kirjaa yhtiökokouksen päätös
directives-bind-help = Yhtiökokous hyväksyy juuri tämän. Se sitoo yhtiötä kokouspäivästä alkaen.
directives-decided-on = Valtuusto päätti sen { $day }. Yhtiökokous ei ole voinut hyväksyä sitä ennen sitä päivää.
directives-binds-until = Tämä sitoo yhtiötä siihen asti
directives-changed = Sanamuoto on muuttunut sivun avaamisen jälkeen. Lue nykyinen ja kirjaa päätös sitten.
directives-fault-company = Valitse, mille yhtiölle se on.
directives-fault-title = Kirjoita omistajan ohjeen nimi.
directives-fault-orders = Kirjoita ainakin yksi asia, joka yhtiön on tehtävä.
directives-not-binding = { $count ->
    [one] yksi on päätetty mutta ei sitova
   *[other] { $n } on päätetty mutta ei sitovia
}
directives-all-bind = mikään ei odota yhtiökokousta
