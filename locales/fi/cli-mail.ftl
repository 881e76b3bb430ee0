# Sähköposti komentorivillä.
help-serve-smtp_host = Palvelin, joka ottaa postin vastaan; ilman sitä viestejä ei lähetetä
help-serve-smtp_port = Palvelimen portti [muuten 587]
help-serve-smtp_user = Nimi, jolla ohjelma kirjautuu palvelimelle
help-serve-smtp_password_file = Tiedosto, jossa on palvelimen salasana; muuten se otetaan muuttujasta RIKTNING_SMTP_PASSWORD
help-serve-smtp_ca = Tiedosto, jossa on palvelimen takaajan varmenne (PEM), jos kone ei tunne sitä
help-serve-smtp_without_tls = Lähetä ilman STARTTLS-suojausta; vain saman koneen palvelimelle
help-serve-mail_from = Lähettäjä, esimerkiksi "Exempelstads kommun <styrning@exempelstad.se>"
help-serve-mail_reply_to = Mihin vastaukset menevät, jos ei lähettäjälle
help-serve-mail_digest = Milloin päivän ilmoitukset lähetetään, Ruotsin aikaa [muuten 07:30]
help-serve-mail_quiet = Tunnit, jolloin ilmoituksia ei lähetetä, Ruotsin aikaa [muuten 19:00-07:00]
cli-mail-needs = sähköposti vaatii myös valinnan { $option }
cli-mail-loopback = { $option } kelpaa vain omalle koneelle, ja { $host } on toinen; anna palvelimen tarjota STARTTLS
cli-mail-ca = tiedosto { $file } ei ole PEM-muotoinen varmenne
cli-mail-password = postipalvelimen salasana puuttuu; anna { $option } TIEDOSTO tai { $variable }
wrong-sender = se ei ole sähköpostiosoite; kirjoita styrning@exempelstad.se
wrong-time = se ei ole kellonaika; kirjoita 07:30
wrong-quiet = se ei ole kaksi kellonaikaa; kirjoita 19:00-07:00
