cli-demo-real = Eskilstuna, ur offentliga källor:
cli-demo-invented = Exempelstad, påhittad:
cli-demo-stop = Öppna en adress i webbläsaren. Avsluta med Ctrl+C.
