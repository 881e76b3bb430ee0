# Uträknade siffror
worked-out = Räknas ut
formula-line = Räknas ut: { $formula }
formula-sum = Summa
formula-mean = Medelvärde
formula-weighted-mean = Vägt medelvärde
formula-ratio = Kvot
formula-per-inhabitants = Per invånare
formula-sum-of-bodies = Kommunens siffra är nämndernas och bolagens siffror hopräknade.
formula-mean-of-bodies = Kommunens siffra är nämndernas och bolagens medelvärde, vägt med:
figure-made-of = Räknad på { $names }
figure-worked-out = uträknad
figure-hidden-part = en indikator som inte är publicerad
figure-parts-missing = Kan inte räknas ut: uppgift saknas för { $names }
figure-bodies-missing = Kan inte räknas ut: uppgift saknas från { $names }
figure-divided-by-zero = Kan inte räknas ut: det som ska delas med är noll
figure-too-large = Kan inte räknas ut: talet blir för stort
worked-out-not = Ingen siffra för { $period }
