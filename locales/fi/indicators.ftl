# Lasketut luvut
worked-out = Laskutapa
formula-line = Laskutapa: { $formula }
formula-sum = Summa
formula-mean = Keskiarvo
formula-weighted-mean = Painotettu keskiarvo
formula-ratio = Suhde
formula-per-inhabitants = Asukasta kohti
formula-sum-of-bodies = Kunnan luku on lautakuntien ja yhtiöiden lukujen summa.
formula-mean-of-bodies = Kunnan luku on lautakuntien ja yhtiöiden keskiarvo, jonka painona on:
figure-made-of = Laskettu näistä: { $names }
figure-worked-out = laskettu
figure-hidden-part = mittari, jota ei ole julkaistu
figure-parts-missing = Ei voida laskea: tieto puuttuu mittarista { $names }
figure-bodies-missing = Ei voida laskea: tieto puuttuu: { $names }
figure-divided-by-zero = Ei voida laskea: jakaja on nolla
figure-too-large = Ei voida laskea: luku on liian suuri
worked-out-not = Ei lukua: { $period }
