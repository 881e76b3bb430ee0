# Long lists, year by year.
show-years = Show { $period }
