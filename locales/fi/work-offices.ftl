# Työtila: asiakaspalvelukeskuksen toimipisteet.

offices-new = Lisää toimipiste
offices-change = Muuta nimeä, osoitetta ja puhelinta
offices-name = Nimi
offices-part-of = Onko se asiakaspalvelukeskuksen paikka?
offices-centre = Ei, se on oma asiakaspalvelukeskuksensa
offices-address = Käyntiosoite (vapaaehtoinen)
offices-phone = Puhelin (vapaaehtoinen)
offices-from-help = Tässä oleva on voimassa siitä päivästä alkaen. Aikaisempi on voimassa siihen asti.
offices-to = Viimeinen päivä (vain jos se suljetaan pysyvästi)
offices-changed-by-other = Joku muu on muuttanut toimipistettä kirjoittaessasi. Tietosi ovat tallella. Vertaa niitä ja julkaise uudelleen, jos sinun tietojesi on oltava voimassa.
offices-fault-name = Kirjoita toimipisteen nimi ruotsiksi.
offices-others = Tulossa tai suljettu
