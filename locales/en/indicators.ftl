# Calculated figures
worked-out = Calculated as
formula-line = Calculated as: { $formula }
formula-sum = Sum
formula-mean = Mean
formula-weighted-mean = Weighted mean
formula-ratio = Ratio
formula-per-inhabitants = Per inhabitant
formula-sum-of-bodies = The municipality’s figure is those of its committees and companies added together.
formula-mean-of-bodies = The municipality’s figure is the mean of its committees and companies, weighted by:
figure-made-of = Made of { $names }
figure-worked-out = calculated
figure-hidden-part = an indicator that is not published
figure-parts-missing = Cannot be calculated: data missing for { $names }
figure-bodies-missing = Cannot be calculated: data missing from { $names }
figure-divided-by-zero = Cannot be calculated: what it would be divided by is zero
figure-too-large = Cannot be calculated: the number is too large
worked-out-not = No figure for { $period }
