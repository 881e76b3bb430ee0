# Pitkät luettelot vuosittain.
show-years = Näytä { $period }
