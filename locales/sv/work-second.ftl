# Inloggning i två steg.

second = Inloggning i två steg
second-what = Efter lösenordet skriver du en kod från en app i telefonen. Den som har kommit över ditt lösenord kommer då ändå inte in.
second-now = Så är det nu
second-off = Avslagen.
second-new = Påbörjad. Den gäller först när du har skrivit den första koden.
second-on = { $count ->
    [one] Påslagen. En reservkod är kvar.
   *[other] Påslagen. { $n } reservkoder är kvar.
}
second-on-none = Påslagen. Inga reservkoder är kvar. Gör nya.
second-on-few = { $count ->
    [one] Påslagen. Bara en reservkod är kvar. Gör nya innan de tar slut.
   *[other] Påslagen. Bara { $n } reservkoder är kvar. Gör nya innan de tar slut.
}
second-taken = Avslagen. Den togs bort { $at } av den som sköter programmet. Var det oväntat? Byt lösenord och hör av dig till den som sköter behörigheter.
second-taken-by = Avslagen. { $name } tog bort den { $at }. Var det oväntat? Byt lösenord och hör av dig till den som sköter behörigheter.
second-owed = Din roll kräver inloggning i två steg. Slå på den för att komma vidare.
second-manage = Ändra inloggning i två steg
second-begin = Slå på
second-own-first = Välj ett eget lösenord först.
second-scan = 1. Lägg in nyckeln i telefonen
second-scan-help = Öppna en app för inloggningskoder och läs av bilden. Går inte det skriver du nyckeln för hand.
second-qr = QR-kod med nyckeln, som också står som text efter bilden
second-key = Nyckel
second-first = 2. Skriv koden som appen visar
second-code = Kod
second-code-help = Sex siffror. Appen visar en ny kod var trettionde sekund.
second-leave = Avbryt
second-codes = Dina reservkoder
second-codes-help = Påslaget. Skriv upp koderna och lägg dem där bara du kommer åt dem: de visas bara nu. Har du inte telefonen loggar du in med en av dem. Varje kod går att använda en gång.
second-codes-kept = Jag har skrivit upp koderna
second-change = Ändra
second-change-help = Skriv ditt lösenord och koden som appen visar, eller en reservkod.
second-new-codes = Gör nya reservkoder
second-turn-off = Slå av
second-wrong = Koden stämmer inte, eller så är den redan använd. Vänta tills appen visar en ny.
second-over = Det tog för lång tid. Skriv användarnamn och lösenord igen.
second-done-off = Inloggning i två steg är avslagen.
second-step-code = Skriv koden
second-step-help = Sex siffror från appen i telefonen, eller en av dina reservkoder.
second-step-lost = Har du varken telefonen eller reservkoder? Be den som sköter behörigheter att ta bort det andra steget.
