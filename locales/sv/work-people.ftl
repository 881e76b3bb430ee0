# Mitt konto, personer och roller.

account = Mitt konto
account-password = Byt lösenord
account-devices = Enheter där du är inloggad
account-devices-help = En inloggning slutar gälla när den inte har använts på en halvtimme, och senast efter tio timmar. Känner du inte igen en enhet: logga ut den och byt lösenord.
account-this-device = Den här enheten
account-begun = Inloggad { $at }
account-seen = senast använd { $at }
account-end-others = Logga ut alla andra enheter
account-ended = Enheten är utloggad.

people = Personer
people-help = Vilka som kan logga in och vad de får göra. En roll gäller hos ett organ, från en dag och ibland till en dag.
people-name = Namn
people-roles = Roller
people-can = Inloggning
people-can-yes = Kan logga in
people-can-no = Kan inte logga in
people-no-role = Ingen roll
people-bodies = { $count ->
    [one] ett organ
   *[other] { $n } organ
}
people-add = Lägg till en person
people-login-help = Små bokstäver, siffror och tecknen . - _ @
people-login-taken = Någon annan loggar in med det namnet. Välj ett annat.
people-not-a-login = Skriv ett användarnamn med bokstäver, siffror och tecknen . - _ @, högst 100.
people-not-a-name = Skriv ett namn, högst 200 tecken.
people-from = Från { $from }, tills vidare
people-from-to = Från { $from } till { $to }
people-first-day = Första dagen
people-last-day = Sista dagen
people-last-help = Lämna tomt om rollen gäller tills vidare. Har personen redan rollen där gäller de nya dagarna i stället.
people-end = Avsluta
people-grant = Ge en roll
people-role = Roll
people-body = Organ
people-choose = Välj
people-not-oneself = Ingen ger sig själv en roll. Be en annan administratör.
people-pass = Låt någon annan ta över rollerna
people-pass-help = En ersättare har rollerna till och med en sista dag. Den som tar över för gott får alla roller och alla rader som personen är ansvarig för, och den här personens roller slutar dagen innan.
people-looks-after = { $count ->
    [one] Personen är ansvarig för en rad i planerna.
   *[other] Personen är ansvarig för { $count } rader i planerna.
}
people-other = Vem tar över?
people-pass-until-help = Lämna tomt om den andra tar över för gott.
people-nothing-to-pass = Personen har ingen roll de dagarna och är inte ansvarig för någon rad.
people-pass-later = Den andra ska redan få en av rollerna senare. Ge rollerna en i taget.
people-sign-in = Inloggning
people-once = Engångslösenord
people-once-help = Det visas bara nu. Lämna det på ett säkert sätt. Det är förbrukat efter den första inloggningen, och då väljer personen ett eget.
people-once-what = Ett engångslösenord släpper in personen en gång. Alla enheter där personen är inloggad loggas ut.
people-once-make = Gör ett engångslösenord
people-bar-what = Den som spärras loggas ut överallt och kan inte logga in. E-postadressen tas bort. Rollerna står kvar.
people-bar = Spärra inloggningen
people-erase = Radera namnet
people-erase-what = Namn, användarnamn, e-postadress och inloggningar tas bort och går inte att få tillbaka. Det personen har gjort står kvar, utan namn.
people-erase-sure = Ja, radera namnet för alltid
people-erase-me = Du kan inte radera dig själv. Be en annan administratör.
people-bar-me = Du kan inte spärra dig själv. Be en annan administratör.
people-fault-role = Välj en roll.
people-fault-body = Välj ett organ.
people-fault-other = Välj vem som tar över.
people-fault-order = Sista dagen kommer före den första.
people-done-added = Personen är tillagd. Ge en roll och gör ett engångslösenord.
people-done-granted = Rollen är given.
people-done-ended = Rollen har fått en sista dag.
people-done-passed = Rollerna är överlämnade.
people-done-barred = Inloggningen är spärrad.
people-factor-what = Har personen tappat sin telefon och sina reservkoder kan det andra steget tas bort. Se först till att det verkligen är personen som ber om det. Alla enheter loggas ut, och personen får veta vem som gjorde det.
people-factor-take = Ta bort inloggning i två steg
people-factor-me = Din egen inloggning i två steg slår du av på Mitt konto.
people-done-factor = Inloggning i två steg är borttagen.
people-can-once = Inloggad med engångslösenord, har inget eget lösenord än
