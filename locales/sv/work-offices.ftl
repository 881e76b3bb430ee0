# Arbetsytan: kontor i kontaktcentret.

offices-new = Lägg till ett kontor
offices-change = Ändra namn, adress och telefon
offices-name = Namn
offices-part-of = Är det en plats i ett kontaktcenter?
offices-centre = Nej, det är ett eget kontaktcenter
offices-address = Besöksadress (frivilligt)
offices-phone = Telefon (frivilligt)
offices-from-help = Det som står här gäller från och med den dagen. Det tidigare gäller till dess.
offices-to = Sista dagen (bara om det stänger för gott)
offices-changed-by-other = Någon annan har ändrat kontoret medan du skrev. Dina uppgifter står kvar. Jämför dem, och publicera igen om dina ska gälla.
offices-fault-name = Skriv vad kontoret heter, på svenska.
offices-others = Kommer eller har stängt
