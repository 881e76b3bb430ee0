# E-post på kommandoraden.
help-serve-smtp_host = Servern som tar emot e-post; utan den skickas inga brev
help-serve-smtp_port = Serverns port [annars 587]
help-serve-smtp_user = Namnet som programmet loggar in med hos servern
help-serve-smtp_password_file = En fil med lösenordet till servern; annars tas det ur RIKTNING_SMTP_PASSWORD
help-serve-smtp_ca = En fil med certifikatet (PEM) för den som går i god för servern, om maskinen inte känner den
help-serve-smtp_without_tls = Skicka utan STARTTLS; bara till en server på samma maskin
help-serve-mail_from = Avsändaren, till exempel "Exempelstads kommun <styrning@exempelstad.se>"
help-serve-mail_reply_to = Vart svar ska gå, om inte till avsändaren
help-serve-mail_digest = När dagens besked skickas, svensk tid [annars 07:30]
help-serve-mail_quiet = Timmar då inga besked skickas, svensk tid [annars 19:00-07:00]
cli-mail-needs = e-post behöver också { $option }
cli-mail-loopback = { $option } går bara mot den egna maskinen, och { $host } är en annan; låt servern erbjuda STARTTLS i stället
cli-mail-ca = filen { $file } är inget certifikat i formen PEM
cli-mail-password = det finns inget lösenord till servern för e-post; ange { $option } FIL eller { $variable }
wrong-sender = det är ingen e-postadress; skriv styrning@exempelstad.se
wrong-time = det är inget klockslag; skriv 07:30
wrong-quiet = det är inte två klockslag; skriv 19:00-07:00
