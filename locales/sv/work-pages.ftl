# Arbetsytan: egna sidor, vem som ansvarar, och vad en läsare skulle snubbla på.

pages-own = Sidor
pages-own-help = Skriv egna sidor, säg vem som ansvarar för en sida och när den ska ses över.
pages-all = Alla sidor
pages-new = Skriv en sida
pages-due = Sidor att se över
pages-written = Egna sidor
pages-written-none = Det finns inga egna sidor än.
pages-down = nedtagen
pages-others = Ansvar för andra sidor
pages-others-help = En adress som slutar med / gäller alla sidor under den som inte har en egen ansvarig.
pages-address = Sidans adress
pages-address-help = Börja med /, till exempel /kontakt eller /indikatorer/.
pages-owner = Vem ansvarar för sidan?
pages-body = Nämnd eller bolag som ansvarar
pages-review = Ska ses över senast (frivilligt)
pages-review-help = En månad före den dagen står sidan på webbplatsens sida här.
pages-owner-saved = Sparat.
pages-taken-down = Sidan är nedtagen. Texten finns kvar i historiken.
pages-take-down = Ta ner sidan
pages-published = Publicerat. Sidan står nu på webbplatsen.
pages-text = Text
pages-markdown = Skriv i Markdown: # för en rubrik, - för en punkt i en lista, *ord* för betonat, [ord](/kontakt) för en länk. En tom rad gör ett nytt stycke.
pages-nobody = ingen ansvarig
pages-changed-by-other = Någon annan har ändrat sidan medan du skrev. Din text står kvar. Jämför dem, och spara igen om din ska gälla.
pages-fault-text = Skriv en text på svenska.
pages-fault-owner = Välj vem som ansvarar, eller skriv en roll.
pages-fault-body = Det finns ingen sådan nämnd eller förvaltning. Välj en i listan.
pages-fault-nowhere = Det finns ingen sådan sida på webbplatsen.
points-misspelt = Finns inte i ordlistan: { $words }
points-doubled = Stycket står två gånger: ”{ $begins }”
points-long = Lång mening, { $words } ord: ”{ $begins }”
points-dead = Länken leder ingenstans på webbplatsen: { $address }
points-links-left = Bara de första { $most } länkarna i texten är kontrollerade.
points-no-dictionary = Stavningen är inte kontrollerad: det finns ingen svensk ordlista installerad på servern (paketet hunspell-sv).
points-count = { $count ->
    [one] Det finns en sak att titta på. Den hindrar ingenting.
   *[other] Det finns { $n } saker att titta på. De hindrar ingenting.
}
written-pages = Information från kommunen
written-none = Det finns inga sidor än.
written-swedish-only = Den här sidan finns bara på svenska.
written-changed = Ändrad { $day }
written-taken-down = Den här sidan togs ner den { $day }.
written-then = Sidan som den var den { $day }
written-not-yet = Den här sidan fanns inte än. Den skrevs den { $day }.
