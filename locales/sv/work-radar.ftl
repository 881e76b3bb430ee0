# Översikten: balansen, det som behöver ett beslut, och ett organs rader.
matters = Behöver ditt beslut
matters-count = { $count ->
    [one] En sak behöver ditt beslut.
   *[other] { $n } saker behöver ditt beslut.
}
matters-none = Inget behöver ditt beslut just nu.
matter-against = Bedömning och utfall pekar åt olika håll
matter-against-worse = { $body } har bedömt ”{ $row }” som ”{ $mark }”, men utfallet är sämre än målet: { $indicators }.
matter-against-better = { $body } har bedömt ”{ $row }” som ”{ $mark }”, men utfallet når målet: { $indicators }.
matter-read = Läs bedömningen
matter-odd = Värdet är ovanligt
matter-odd-says = { $indicator } gick från { $before } ({ $earlier }) till { $latest } ({ $period }). Stämmer det, eller är det ett skrivfel?
matter-odd-of = { $body }: { $indicator } gick från { $before } ({ $earlier }) till { $latest } ({ $period }). Stämmer det, eller är det ett skrivfel?
matter-see-indicator = Se indikatorn
matter-nothing-in = Inget har kommit in
matter-nothing-in-says = { $body } har inte skickat in något. Sista dagen var den { $day }.
matter-see-rows = Se raderna
matter-links = { $count ->
    [one] Ett åtagande saknar mål uppåt
   *[other] { $n } åtaganden saknar mål uppåt
}
matter-links-says = Styrmodellen säger vilket mål ett åtagande ska leda till. Utan det går planen inte att lämna in.
matter-tie = Koppla
overview-balance = Balansen mellan perspektiven
overview-balance-help = Här räknas det som är beslutat i omgången, och det som är inskickat och som du får läsa. Det som ingen har bedömt i omgången räknas som inte bedömt.
overview-cells-help = Välj en ruta för att se raderna.
body-rows-none = { $body } har inte skickat in något än
body-rows-some = { $sent } av { $all } rader är inskickade
body-rows-all = Alla rader är inskickade
body-rows-written = Något är skrivet på { $written } av { $all } rader.
body-rows-help = Texten syns först när raden är inskickad, och bara för den som får läsa den.
body-rows-decided = Beslutade
body-rows-approved = Godkända
body-rows-handed-in = Inskickade och inte godkända
body-rows-unsent = Inte inskickade
body-rows-others = Övriga rader
body-rows-unread = { $count ->
    [one] En av dem är inskickad, men du har inte behörighet att läsa den.
   *[other] { $n } av dem är inskickade, men du har inte behörighet att läsa dem.
}
body-rows-nothing = Inga rader.

# Radarn: det som är tyst, och det som inget täcker.
radar = Radar
radar-desk = Det som ingen har sett till
radar-none = Allt har en ansvarig, och inget har tystnat
radar-heading = { $count ->
    [one] En rad behöver någon som ser till den
   *[other] { $n } rader behöver någon som ser till dem
}
radar-help-all = Beslutade rader i hela koncernen som är på väg att glömmas bort. Samma rad kan stå här av flera skäl.
radar-help-own = Beslutade rader hos er som är på väg att glömmas bort. Samma rad kan stå här av flera skäl.
radar-choose = Välj vad du vill se
radar-kind = Varför
radar-all-kinds = Alla skäl
radar-show-all = { $count ->
    [one] Visa den enda
   *[other] Visa alla { $n }
}
radar-nothing = Inget stämmer med ditt val.
radar-people = Hos vem
radar-people-help = Rader i listan som en person står för. Namnen ser bara den som skriver för samma organ.
radar-person-rows = { $count ->
    [one] en rad
   *[other] { $n } rader
}
radar-group = { $count ->
    [one] { $body }: en sak
   *[other] { $body }: { $n } saker
}
radar-looked-after = Ansvarig: { $name }
silence-upphort = Ansvarigt organ har upphört
silence-mal = Målet är avslutat
silence-slutat = Ansvarig person har slutat
silence-passerad = Sista dagen har passerat
silence-aldrig = Aldrig rapporterad
silence-gammal = Inget nytt sedan en tidigare omgång
silence-ingen = Ingen person är ansvarig
silence-says-upphort = Organet finns inte längre, och raden står kvar hos det.
silence-says-mal = Alla mål som raden leder till är avslutade eller återtagna.
silence-says-slutat = Den som står som ansvarig har ingen roll kvar.
silence-says-passerad = Det skulle vara klart, och ingen har avslutat det eller berättat hur det gick.
silence-says-aldrig = Raden är beslutad, och ingen har sagt hur det går i någon omgång.
silence-says-gammal = Det som senast rapporterades är äldre än den senaste omgången.
silence-says-ingen = Ingen är utsedd att se till raden.
radar-hand-over = Lämna över
radar-choose-person = Välj ansvarig
radar-open = Ändra raden
radar-report = Rapportera
radar-retire = För in ett beslut
radar-ask = Den som skriver för { $body } tar hand om raderna. Du kan läsa dem.
radar-read = Läs raden
radar-coverage = Täckning
radar-goals = { $count ->
    [one] Ett mål saknar åtaganden.
   *[other] { $n } mål saknar åtaganden.
}
radar-goals-all = Alla mål har åtaganden.
radar-indicators = { $count ->
    [one] En indikator saknar det senaste värdet.
   *[other] { $n } indikatorer saknar det senaste värdet.
}
radar-indicators-all = Alla indikatorer har det senaste värdet.
radar-see = Se vilka
radar-on-time = Inskickat i tid
radar-on-time-help = Andelen rader som var inskickade senast sista dagen. Inom parentes står antalet.
radar-on-time-none = Ingen omgång har passerat sin sista dag än.
radar-not-asked = inga rader

# Veckobrevet.
mail-week = { $count ->
    [one] En rad behöver någon som ser till den. { $ways }.
   *[other] { $n } rader behöver någon som ser till dem. { $ways }.
}
mail-week-link = Öppna radarn
