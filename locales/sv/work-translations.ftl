# Översättningar av det som kommunen själv säger.

translations = Översättningar
translations-help = Det som är beslutat och publicerat är skrivet på svenska. Här ser du vad som inte finns på finska och engelska, och översätter det. En översättning är ingen del av beslutet.
translations-open = Se vad som saknar översättning
translations-nothing = Ingenting är publicerat än.
translations-kind = Slag
translations-things = Antal
translations-lack-finnish = Saknar finska
translations-lack-english = Saknar engelska
translations-none-lacking = inget
translations-elsewhere = Driftinformation, egna sidor och kontaktcentret skrivs på alla språk i sina egna formulär.
translations-without-finnish = { $kind } som saknar finska
translations-without-english = { $kind } som saknar engelska
translations-all-done = Allt är översatt.
translations-texts-lacking = { $count ->
    [one] en text att översätta
   *[other] { $count } texter att översätta
}
translations-title-done = rubriken är översatt
translations-saved = Översättningen är sparad och syns på webbplatsen.
translations-of = Översätt: { $name }
translations-form-help = Lämna ett fält tomt om texten inte ska översättas. Sidan visar då den svenska texten.
translations-meaning = Vad det betyder
translations-why = Varför det är viktigt
translations-role = Ansvarig roll
translations-condition = När det är uppnått
translations-if-not-kept = Om löftet inte hålls
translations-order = Ägarens uppdrag
translations-text = Text
translations-judgement = Bedömning, läget den { $day }
translations-own = Det här namnet är skrivet på språket där saken beskrivs, och ändras där.
translations-by = Vem har översatt?
translations-by-help = En roll, en enhet eller ett program, till exempel Kommunens översättare. Det står på varje sida på språket. Skriv ingen persons namn.
translations-save = Spara översättningen
translations-fault-by = Skriv vem som har översatt, till exempel Kommunens översättare.
translations-changed-by-other = Något av det här har ändrats medan du skrev. Det du har skrivit står kvar. Jämför, och spara igen om ditt ska gälla.
translations-stands-now = Så här har någon annan översatt det medan du skrev:
translations-gone = Orden har ändrats
translations-gone-help = De här orden står inte längre där, så översättningen av dem är inte sparad. Kopiera det du behöver.
