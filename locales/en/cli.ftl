cli-demo-real = Eskilstuna, from public sources:
cli-demo-invented = Exempelstad, invented:
cli-demo-stop = Open an address in your browser. Stop with Ctrl+C.
