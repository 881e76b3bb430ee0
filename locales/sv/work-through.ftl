# Inloggning genom en inloggningstjänst (OpenID Connect).

through-sign-in = Logga in med { $name }
through-or-password = Eller med lösenord
through-leading = Vidare till { $name }
through-leading-help = Du skickas till { $name } för att logga in och kommer sedan tillbaka hit.
through-go-on = Fortsätt till { $name }
through-away = { $name } svarar inte just nu, så det går inte att logga in den vägen. Försök igen om en stund. Har du ett lösenord här går det att använda.
through-full = Just nu loggar så många in att det du skrev inte får plats att ta med. Det står kvar här: logga in i en annan flik, kom tillbaka hit och försök igen.
through-barred = Du är spärrad här, även om { $name } släpper in dig. Hör av dig till den som sköter behörigheter.
through-over = Inloggningen gick inte att slutföra: den tog för lång tid, började i en annan webbläsare eller är redan använd. Börja om.
through-denied = { $name } släppte inte in dig, eller så avbröt du. Försök igen eller hör av dig till den som sköter inloggningen hos er.
through-groups = Du är med i så många grupper att { $name } inte skickar dem hit. Inget är ändrat. Hör av dig till den som sköter behörigheter.
through-untrusted = Svaret från { $name } gick inte att lita på, så du är inte inloggad. Försök igen. Händer det på nytt hör du av dig till den som sköter programmet.
through-came = Du loggade in genom { $name }. Ditt lösenord byter du där.
through-sign-out = Loggar du ut här är du fortfarande inloggad hos { $name }. På en dator som andra använder loggar du ut där också.
through-two-steps = { $name } bad dig visa vem du är på två sätt.
through-one-step = { $name } har inte sagt att du visade vem du är på två sätt.
through-owed = Din roll kräver inloggning i två steg. Logga ut här och hos { $name }, och logga in på nytt med två steg. Går det inte hör du av dig till den som sköter inloggningen hos er.
through-person = Loggar in genom { $issuer }. Lösenord sköts där.
through-person-barred = Spärrad här, även om inloggningstjänsten släpper in personen.
through-unbar-what = Personen släpps in genom inloggningstjänsten igen.
through-unbar = Häv spärren
through-unbarred = Spärren är hävd.
through-by-rule = Ges av en regel vid inloggning, så länge personen är med i gruppen.
through-no-role = Du är inloggad, { $name }, men har ingen roll än
through-ask = Utan roll finns inget här att göra. Be den som sköter behörigheter om en roll:
through-ask-anyone = Utan roll finns inget här att göra. Be den som sköter behörigheter i kommunen om en roll.
