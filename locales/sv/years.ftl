# Långa listor, år för år.
show-years = Visa { $period }
