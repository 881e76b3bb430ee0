# Kirjautuminen kirjautumispalvelun kautta (OpenID Connect).

through-sign-in = Kirjaudu: { $name }
through-or-password = Tai salasanalla
through-leading = Siirrytään: { $name }
through-leading-help = Sinut ohjataan kirjautumaan palveluun { $name }, ja sen jälkeen palaat tänne.
through-go-on = Jatka: { $name }
through-away = { $name } ei vastaa juuri nyt, joten sitä kautta ei voi kirjautua. Yritä hetken kuluttua uudelleen. Jos sinulla on täällä salasana, voit käyttää sitä.
through-full = Juuri nyt niin moni kirjautuu, ettei kirjoittamaasi mahdu mukaan. Se on yhä täällä: kirjaudu toisessa välilehdessä, palaa tänne ja yritä uudelleen.
through-barred = Sinut on estetty täällä, vaikka { $name } päästää sinut sisään. Ota yhteyttä käyttöoikeuksista vastaavaan.
through-over = Kirjautumista ei voitu viedä loppuun: se kesti liian kauan, alkoi toisessa selaimessa tai on jo käytetty. Aloita alusta.
through-denied = { $name } ei päästänyt sinua sisään, tai keskeytit kirjautumisen. Yritä uudelleen tai ota yhteyttä työpaikkasi kirjautumisesta vastaavaan.
through-groups = Kuulut niin moneen ryhmään, ettei { $name } lähetä niitä tänne. Mitään ei ole muutettu. Ota yhteyttä käyttöoikeuksista vastaavaan.
through-untrusted = Palvelun { $name } vastaukseen ei voitu luottaa, joten et ole kirjautunut. Yritä uudelleen. Jos se toistuu, ota yhteyttä ohjelmasta vastaavaan.
through-came = Kirjauduit palvelun { $name } kautta. Salasanasi vaihdat siellä.
through-sign-out = Kun kirjaudut ulos täältä, olet yhä kirjautuneena palveluun { $name }. Kirjaudu ulos sieltäkin, jos muut käyttävät samaa tietokonetta.
through-two-steps = { $name } pyysi sinua osoittamaan henkilöllisyytesi kahdella tavalla.
through-one-step = { $name } ei ole kertonut, että osoitit henkilöllisyytesi kahdella tavalla.
through-owed = Roolisi vaatii kaksivaiheisen kirjautumisen. Kirjaudu ulos täältä ja palvelusta { $name }, ja kirjaudu uudelleen kahdessa vaiheessa. Ellei se onnistu, ota yhteyttä työpaikkasi kirjautumisesta vastaavaan.
through-person = Kirjautuu palvelun { $issuer } kautta. Salasanasta huolehditaan siellä.
through-person-barred = Estetty täällä, vaikka kirjautumispalvelu päästää henkilön sisään.
through-unbar-what = Henkilö pääsee taas sisään kirjautumispalvelun kautta.
through-unbar = Poista esto
through-unbarred = Esto on poistettu.
through-by-rule = Annetaan säännöllä kirjautumisen yhteydessä niin kauan kuin henkilö kuuluu ryhmään.
through-no-role = Olet kirjautunut, { $name }, mutta sinulla ei ole vielä roolia
through-ask = Ilman roolia täällä ei ole tehtävää. Pyydä rooli käyttöoikeuksista vastaavalta:
through-ask-anyone = Ilman roolia täällä ei ole tehtävää. Pyydä rooli kunnan käyttöoikeuksista vastaavalta.
