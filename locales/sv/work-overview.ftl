overview-of = Översikt: { $round }
overview-none = Inget är inne till { $round } än
overview-begun = { $round } har börjat komma in
overview-quarter = { $round } är till en fjärdedel inne
overview-half = { $round } är till hälften inne
overview-three-quarters = { $round } är till tre fjärdedelar inne
overview-nearly = { $round } är nästan inne
overview-all = { $round } är inne
overview-lead = { $sent } av { $all } rader är inskickade.
overview-nobody-late = Ingen är försenad.
overview-some-late = { $count ->
    [one] En är försenad.
   *[other] { $n } är försenade.
}
overview-next-day = { $count ->
    [one] Nästa sista dag är den { $day }. Då saknas en nämnd eller ett bolag.
   *[other] Nästa sista dag är den { $day }. Då saknas { $n } nämnder och bolag.
}
overview-who = Vem har lämnat vad?
overview-counts-help = Siffrorna är rader av alla rader. Texten syns först när den är inskickad.
overview-table = Tabell: vem har lämnat vad
overview-body = Nämnd eller bolag
overview-written = Skrivet
overview-done = klart
overview-going-on = pågår
overview-not-begun = inte påbörjat
overview-late = försenat
overview-is-due = Sista dagen är den { $day }
overview-was-due = Skulle ha kommit den { $day }
remind = Påminn dem som saknas
remind-help = Var och en får ett brev som leder till de egna raderna. Brevet går så snart det inte är natt.
remind-no-mail = Ingen post skickas från det här systemet. Den som driver det ställer in det.
remind-nobody = Ingen som har rader kvar har en adress att skriva till.
remind-whom = De här får ett brev
remind-line = { $count ->
    [one] { $name }, { $body }: en rad kvar
   *[other] { $name }, { $body }: { $n } rader kvar
}
remind-unreached = Här saknas rader, men ingen som rapporterar kan nås med ett brev
remind-letter = Så börjar brevet
remind-send = { $count ->
    [one] Skicka en påminnelse
   *[other] Skicka { $n } påminnelser
}
remind-done = { $count ->
    [one] En påminnelse är på väg.
   *[other] { $n } påminnelser är på väg.
}
desk-overview-help = Vem har lämnat vad, och påminnelser
matter-law = Lagens dag
matter-law-meeting = Sätt en dag för fullmäktige
law-day-interim = Enligt kommunallagen ska delårsrapporten vara hos fullmäktige och revisorerna senast den { $day }.
law-day-annual = Enligt kommunallagen ska årsredovisningen vara hos fullmäktige och revisorerna senast den { $day }.
matter-action = Åtgärd saknas
matter-action-says = { $body }: { $row } avviker. En åtgärd skulle ha varit beslutad senast den { $day }.
