cli-demo-real = Eskilstuna, julkisista lähteistä:
cli-demo-invented = Exempelstad, keksitty:
cli-demo-stop = Avaa osoite selaimessa. Lopeta näppäimillä Ctrl+C.
