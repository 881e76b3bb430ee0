# Mail on the command line.
help-serve-smtp_host = The server that takes mail; without it no letters are sent
help-serve-smtp_port = The port of the server [otherwise 587]
help-serve-smtp_user = The name by which the program signs in at the server
help-serve-smtp_password_file = A file with the password for the server; otherwise it is taken from RIKTNING_SMTP_PASSWORD
help-serve-smtp_ca = A file with the certificate (PEM) of who vouches for the server, if the machine does not know them
help-serve-smtp_without_tls = Send without STARTTLS; only to a server on the same machine
help-serve-mail_from = The sender, for example "Exempelstads kommun <styrning@exempelstad.se>"
help-serve-mail_reply_to = Where answers are to go, if not to the sender
help-serve-mail_digest = When the messages of a day are sent, Swedish time [otherwise 07:30]
help-serve-mail_quiet = Hours in which no messages are sent, Swedish time [otherwise 19:00-07:00]
cli-mail-needs = mail also needs { $option }
cli-mail-loopback = { $option } goes to this machine alone, and { $host } is another; let the server offer STARTTLS instead
cli-mail-ca = the file { $file } is no certificate in the form PEM
cli-mail-password = there is no password for the mail server; give { $option } FILE or { $variable }
wrong-sender = it is no address of mail; write styrning@exempelstad.se
wrong-time = it is not a time of the day; write 07:30
wrong-quiet = it is not two times of the day; write 19:00-07:00
