# Arbetsytan: ägardirektiv.

directives-own = Ägardirektiv
directives-own-help = Vad som binder bolagen, vad fullmäktige har beslutat och vad som är föreslaget. Fullmäktige beslutar ett ägardirektiv, och det binder bolaget när bolagsstämman har antagit det.
directives-new = Skriv ett ägardirektiv
directives-other-words = Skriv om ägardirektivet
directives-none = Inget bolag har ett ägardirektiv här.
directives-to-decide = Ägardirektiv som väntar på beslut
directives-of-council = väntar på fullmäktige
directives-of-meeting = väntar på bolagsstämman
directives-binds-from = Binder bolaget sedan { $day }
directives-decided-from = Beslutat av fullmäktige { $day }
directives-found-from = Enligt källan från { $day }
directives-proposed-from = Förslag sedan { $day }
directives-write-help = Ett förslag läses bara av den som skriver, tills du lämnar det till beslut. Då kan den som för in fullmäktiges beslut och fullmäktiges ledamöter läsa det. Det blir offentligt när fullmäktige har beslutat, och binder bolaget när bolagsstämman har antagit det.
directives-not-sent = Inte lämnat till beslut
directives-decided-help = Det som står här är beslutat. Sparar du en ändring blir den ett förslag bredvid, och det beslutade gäller tills fullmäktige beslutar något annat.
directives-company = Bolag eller stiftelse
directives-orders = Vad bolaget ska göra
directives-orders-help = Skriv en sak på varje rad.
directives-goals = Vilka mål det utgår från (frivilligt)
directives-decided = Beslutet är infört och står på bolagets sida. Det binder bolaget först när bolagsstämman har antagit det.
directives-bound = Beslutet är infört. Ägardirektivet binder bolaget.
directives-decide = För in fullmäktiges beslut
directives-decide-help = Det är precis det här som blir beslutat. Det blir offentligt direkt, som beslutat men inte bindande.
directives-bind = För in bolagsstämmans beslut
directives-bind-help = Det är precis det här som stämman antar. Det binder bolaget från mötets dag.
directives-decided-on = Fullmäktige beslutade det { $day }. Stämman kan inte ha antagit det före den dagen.
directives-binds-until = Det här binder bolaget till dess
directives-changed = Lydelsen har ändrats sedan du öppnade sidan. Läs den som står nu och för sedan in beslutet.
directives-fault-company = Välj vilket bolag det är till.
directives-fault-title = Skriv vad ägardirektivet heter.
directives-fault-orders = Skriv minst en sak som bolaget ska göra.
directives-not-binding = { $count ->
    [one] ett är beslutat men inte bindande
   *[other] { $n } är beslutade men inte bindande
}
directives-all-bind = inget väntar på bolagsstämman
