# Vuosi: sitoumukset, vuosisuunnitelma, raha, tasapaino.
number = numero
not-called-commitment = Lähde ei kutsu sitä sitoumukseksi.
commitment-over = Se koski kautta { $period }. Kausi on päättynyt.
commitment-to-come = Se koskee kautta { $period }. Kausi ei ole alkanut.
commitment-not-judged = Tälle päivälle ei löytynyt päätettyä seurantaa.
not-yet-commitment = { $day } siitä ei ollut vielä päätetty.
owner-as-source = lähteen sanoin
owner-not-found = Lähde ei kerro kuka
addressed-to = Osoitettu
addressed-to-all = Kaikki lautakunnat ja yhtiöt
given-away-by = Siirretty toiselle toimielimelle päätöksellä:
to-reach = Saavutettava
to-reach-not-found = Määrää tai ehtoa ei löytynyt.
at-least = vähintään { $quantity }
amount = Summa
due-day = Valmis viimeistään
due-not-found = Päivää ei löytynyt.
origin = Alkuperä
origin-own = Oma
origin-not-said = Lähde ei kerro, onko se oma vai annettu
origin-order-not-public = Vastaus toimeksiantoon, joka ei ole vielä julkinen
origin-assigned = Annettu, toimeksiannon omin sanoin:
origin-interpreted = Annettu, omin sanoin muotoiltu. Toimeksianto:
findings = Näin se on muotoiltu
finding-yes = Kyllä
finding-no = Ei
finding-person = Ihminen arvioi
finding-anyway = Silti selkeä:
thread-both-ways = Lanka kulkee ylös kahta tietä: tavoitteen ja prosessin kautta.
thread-of-two-ways = Lanka voi kulkea ylös kahta tietä: tavoitteen ja prosessin kautta. Tästä ei löytynyt molempia.
strategic-goal = Strateginen tavoite
process-goal = Prosessitavoite
no-goal = Ei tavoitetta
no-goal-why = Se on tavallista eikä puute.
gap-process-goal = Ei löytynyt
gap-process-goal-why = Tämä on aukko. Malli edellyttää sitä.
gap-process-goal-source = Lähteissä ei näy sellaista.
gap-activities-source = Lähteissä ei näy tarkempaa työtä.
gap-activities-none = Tämän alle ei suunnitella tarkempaa työtä.
given-by = Antaja
answers = Näin lautakunnat ja yhtiöt vastaavat
answers-help = Toimeksianto annetaan usealle. Jokainen vastaa omin sanoin.
answers-lacking = Ei julkaistua vastausta:
verdicts-table = Aiemmat arviot
deeds = Päätökset ensimmäisestä viimeisimpään
deed-adopted = Hyväksytty
deed-reworded = Uusi sanamuoto
deed-transferred = Siirretty:
deed-withdrawn = Peruttu
deed-closed = Päätetty
righted = Korjatut kirjoitusvirheet
righted-on = Korjattu { $day }.
body-given-away = Siirretty muille
annual-plans = Vuosisuunnitelmat
annual-plans-help = Valtuusto päättää joka vuosi vuosisuunnitelmasta suunnan ja prosessien pohjalta.
annual-plan-ingress = Mitä vuodelle on päätetty, kuka päätti ja mitä tavoitteita ja prosesseja se tukee.
annual-plan-nothing = Tälle päivälle ei löytynyt vuotta koskevaa päätöstä.
plans-decided = Päätetyt suunnitelmat
plans-none = Vuodelle ei löytynyt päätettyä suunnitelmaa.
plan-adopted = Hyväksynyt
plan-supplemented = Hyväksytty ja myöhemmin täydennetty. Hyväksynyt
plan-closed = Päätetty. Hyväksynyt
plan-closed-by = Suunnitelman päätti
plan-until-election = Hyväksytty ennen vaaleja. Silloinen valtuusto istui { $day } asti. Uusi valtuusto vahvistaa talousarvion.
supplement = Täydennys
supplement-new-council = uuden valtuuston hyväksymä
supplement-reworded = Uusi sanamuoto:
plan-ways = Kaksi tietä ylös
plan-by-perspective = Tavoitteen kautta
plan-by-process = Prosessin kautta
plan-without-goal = Ilman tavoitetta
plan-without-process = Ilman prosessia
plan-by-body = Mitä tehdään, toimielimittäin
other-years = Muut vuodet
annual-plan-count = { $count ->
    [one] Vuodelle löytyi { $n } kohta.
   *[other] Vuodelle löytyi { $n } kohtaa.
}
annual-plan-activities = { $count ->
    [one] Niitä tukee { $n } toimenpide.
   *[other] Niitä tukee { $n } toimenpidettä.
}
plan-held-not-found = Suunnitelman sisältöä kohta kohdalta ei löytynyt. Mitä lähteet kertovat vuodesta, on alempana.
plan-held = { $count ->
    [one] Siinä oli { $n } kohta.
   *[other] Siinä oli { $n } kohtaa.
}
money-h = Raha
money-help = Riktning ei ole budjettijärjestelmä. Rahat näytetään tehtävien rinnalla.
money-none = Vuodelle ei löytynyt kehyksiä eikä toteumia.
money-whose = Kuka
money-year = Vuosi
money-kind = Mitä
money-whole = Koko kunta
money-budget = Talousarvio tai vaatimus
money-outcome = Toteuma
money-proposed = Ehdotettu
money-forecast = ennuste
money-deviation-printed = Poikkeama lähteen mukaan
money-deviation-computed = Poikkeama laskettuna
money-not-given = ei ilmoitettu
money-not-reckoned = ei voida laskea
money-percent-of-printed = { $percent }, laskettu lähteen poikkeamasta
money-round = noin
money-by-revenue = elää tuloilla: enemmän on parempi
money-sum-printed = Summa lähteen mukaan
money-sum-computed = Summa riveistä laskettuna
money-sum-wrong = Ei täsmää lähteen kanssa
money-turned = Jos etumerkki käännetään riveillä, joilla poikkeama ja prosentti osoittavat eri suuntiin, poikkeamien summa on { $sum }.
money-result-target = Tulostavoite on { $percent } veroista ja avustuksista.
money-as-source = Hyvä tietää:
money-table = Taulukko { $number }. Kehykset ja toteumat { $period }
money-proposal = Ehdotus { $number }. { $period }
money-own-table = Kehykset ja toteumat
money-in-mnkr = Miljoonaa kruunua
money-printed-h = Näin lähteet kertovat
money-printed-help = Luvut näytetään sellaisina kuin ne on painettu. Mikä ei täsmää, on merkitty eikä korjattu.
proposals-h = Ehdotukset, joista ei ole päätetty
proposals-help = Tätä on lähteen mukaan ehdotettu. Emme ole löytäneet päätöstä siitä. Summat eivät ole kehyksiä, eikä niitä lasketa mukaan mihinkään.
frames-h = Päätetyt kehykset
frames-table = Päätetyt kehykset
frames-sum = Summa
frame = Kehys
frame-entries = Näin kehys syntyi
account-operating = käyttökehys
account-investment = investointi
account-result = tulos
account-turnover = liikevaihto
account-total = koko talousarvio
doubt-sign-lost = Etumerkki näyttää pudonneen
doubt-deviation = Ei kehyksen ja toteuman erotus
doubt-percent = Prosentti ei täsmää
plan-activities = Toimenpiteet
plan-activities-help = Toimenpiteet ovat konkreettista työtä, joka tukee sitä, mitä on tehtävä. Ne luetellaan yhdessä sen kanssa, mitä ne tukevat.
plan-controls = Sisäinen valvonta
plan-controls-help = Nämä on tarkistettava vuoden aikana niissä toimielimissä ja yhtiöissä, joita ne koskevat, jotta työ tehdään oikein. Valvontakohtia ei lasketa tehtävien joukkoon.
plan-activity-supports = Tukee
quashed-since = Tuomioistuin on kumonnut tätä koskevan päätöksen. Se ei ole enää voimassa { $day } alkaen.
quashed-as-it-was = Näytä sivu sellaisena kuin se oli ennen
quashed-whole = Tuomioistuin on kumonnut päätöksen. Se, mistä päätettiin, ei ole enää voimassa { $day } alkaen.
quashed-plans = Suunnitelmat, jotka eivät ole enää voimassa:
quashed-items = { $count ->
    [one] Yksi päätetty kohta ei ole enää voimassa.
   *[other] { $count } päätettyä kohtaa ei ole enää voimassa.
}
quashed-goals = { $count ->
    [one] Yksi tavoite ei ole enää voimassa.
   *[other] { $count } tavoitetta ei ole enää voimassa.
}
perspective-gone = Tässä näkökulmassa ei ole voimassa olevia tavoitteita.
sys-goals-gone = Tuomioistuin on kumonnut tavoitteita koskevan päätöksen.
topic-over = Tämä on päättynyt. Viimeinen päivä oli { $day }. Se, mikä oli tässä silloin, säilyy, eikä tähän lisätä uutta.
