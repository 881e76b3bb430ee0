# Arbetsytan: inloggning, planer, beslut.

work-area = Arbetsyta för mål och resultat
work-desk = Mitt arbete
work-nav-plans = Planer
work-nav-public = Den öppna webbplatsen
work-title-fault = Fel: { $title }
work-waits-none = Hej { $name }. Inget väntar på dig.
work-waits = { $count ->
    [one] Hej { $name }. En sak väntar på dig.
   *[other] Hej { $name }. { $n } saker väntar på dig.
}
work-to-decide = Beslut att föra in
work-own-plans = Dina planer
work-nothing = Du har ingen plan att skriva i och inget beslut att föra in.
work-roles = Dina roller
work-items-none = inget i planen än
work-items = { $count ->
    [one] en rad
   *[other] { $n } rader
}
work-unanswered = { $count ->
    [one] Ett uppdrag att svara på
   *[other] { $n } uppdrag att svara på
}
work-unanswered-one = Inte besvarat än
work-answered-before = Den som hade uppdraget före er, eller någon som tog över tillsammans med er, har svarat.
work-answered = { $count ->
    [one] Ett svar
   *[other] { $n } svar
}
work-plan = Plan { $year }
work-plans = Planer { $year }
work-handed-in-none = Ingen av { $all } har lämnat in än
work-handed-in-of = { $count ->
    [one] En av { $all } har lämnat in
   *[other] { $count } av { $all } har lämnat in
}
work-plans-help = En inlämnad plan läses av organet självt, de som beslutar den, de som tillfrågas, strategen, controllern och revisorerna. Innan dess syns bara hur mycket som står i den, aldrig vad.
work-body = Nämnd eller bolag
work-state = Läge
work-count = Rader
work-handed-in-on = Inlämnad
work-not-yet = inte än
work-not-yet-by = inte än, senast { $day }
work-plan-late = Sen: skulle ha kommit { $day }
work-plan-late-count = { $count ->
    [one] En nämnd eller ett bolag har inte lämnat in sin plan i tid.
   *[other] { $n } nämnder och bolag har inte lämnat in sina planer i tid.
}
work-handed-in = inlämnad { $day }
work-stage-none = Inte påbörjad
work-stage-draft = Utkast
work-stage-proposed = Inlämnad, väntar på beslut
work-stage-adopted = Beslutad
work-stage-supplemented = Beslutad och kompletterad
work-stage-closed = Avslutad
work-supplement = Komplettering: { $stage }
work-standing-draft = utkast
work-standing-sent = skickat
work-standing-handed-in = inlämnad
work-standing-adopted = beslutad
work-standing-proposal = förslag till ny lydelse
work-body-ended = finns inte längre
work-plan-ended = Det här organet finns inte längre. Det som står här beslutar de som har tagit över om.
work-orders-to-body = Uppdrag till { $body }
work-approver-hands-in = Planen lämnas in av den som godkänner för organet.
work-plan-handed-in = Planen är inlämnad { $day } och inte beslutad än. Det du sparar ingår i det som mötet får.
work-plan-referred = Den är på remiss till { $day }: de som tillfrågas läser dina ändringar.
work-decision-referred = Planen är på remiss.
work-orders = Uppdrag till er
work-our-answers = Ert svar:
work-answer = Svara med ett åtagande
work-answer-more = Svara med ett åtagande till
work-in-plan = Det här står i planen
work-plan-empty = Planen är tom. Skriv den första raden.
work-from-order = Svar på uppdraget
work-lacks-link = Saknar en koppling som behövs före beslut.
work-order-reworded = Uppdraget ändrades { $day }, efter att svaret skrevs. Läs det igen.
work-order-undecided = Uppdraget är inte beslutat än.
work-supports = Bidrar till
work-placed-under = Hör till:
work-row-number = Nr { $number }
work-hand-in-lacking = { $count ->
    [one] Planen kan inte lämnas in än. En rad saknar en koppling som behövs före beslut:
   *[other] Planen kan inte lämnas in än. { $count } rader saknar en koppling som behövs före beslut:
}
work-role-named = Är rollen ett namn på en person? Skriv rollen, inte namnet: den blir offentlig när planen är beslutad.
work-fault-role-name = Det är namnet på en person som har ett konto här. Skriv rollen, till exempel ekonomichef: den blir offentlig.
work-fault-choice = Något av det du valde finns inte längre. Titta igenom valen och spara igen.
work-decision-already = Någon annan har redan fört in ett beslut om planen. Ditt är inte infört. Det som är beslutat står här nedanför.
work-due = klart { $day }
work-no-due = ingen tid angiven
work-goes-to = Går till:
work-change = Ändra
work-public-page = Öppna sidan
work-write = Skriv:
work-write-new = Nytt: { $level }
work-write-change = Ändra: { $level }
work-hand-in = Lämna in planen
work-hand-in-help = När planen är inlämnad kan kommunledningen läsa den, och sekreteraren kan föra in beslutet. Ni kan ändra tills det är fattat.
work-order-unanswered = Uppdraget { $number } är inte besvarat
work-decision-unanswered = Det här har organet inte svarat på. Beslutet kan antecknas ändå, om det är så det togs.
work-hand-in-anyway = Ska planen lämnas in ändå?
work-send-orders = Skicka ut uppdragen
work-send-orders-help = När uppdragen är skickade kan de nämnder och bolag som de gäller läsa och svara på dem.
work-plan-changed = Planen har ändrats sedan du öppnade sidan. Läs den och lämna sedan in.
work-take-back = Ta tillbaka planen
work-take-back-orders = Ta tillbaka uppdragen
work-take-back-orders-help = Uppdragen blir utkast igen, och de som de gäller kan inte längre läsa dem.
work-take-back-help = Det som väntar på beslut blir ett utkast igen. Kommunledningen kan då inte läsa det, och inget beslut kan föras in förrän det lämnas in på nytt.
work-done-taken-back = Tillbakatagen. Planen är ett utkast igen.
work-remove = Ta bort utkastet
work-remove-help = Raden försvinner ur planen och kan inte tas fram igen. Vad som stod i den finns kvar i historiken.
work-done-removed = Borttaget: { $text }
work-due-outside = Dagen ligger utanför { $year }. Är det rätt?
work-done-saved = Sparat.
work-done-handed-in = Inlämnad.
work-done-sent = Uppdragen är skickade.
work-done-decided = Beslutet är infört. Det som är beslutat står nu på den öppna webbplatsen.
work-the-order = Uppdraget
work-the-order-help = Låt texten stå som den är, eller skriv med era egna ord. Båda sparas bredvid varandra.
work-save-next = Spara och skriv nästa
work-done-and-next = Rad { $number } är sparad. Skriv nästa.
work-saved-now = Det här är sparat nu
work-saved-others = Det här sparade den andra annorlunda än du har skrivit. Ditt står kvar i fälten; det som bara den andra har ändrat är redan med.
work-saved-nothing = ingenting
work-saved-before = Formuläret är redan sparat som en rad. Ändra den raden, eller spara det här som en ny.
work-same-row = Samma mening står redan i planen, på rad { $number }. Ändra den raden, eller spara en rad till.
work-same-row-anyway = Spara en rad till
work-saved-change = Ändra nr { $number }
work-text = Vad lovar ni?
work-text-help = En mening, ett löfte. Högst 300 tecken.
work-choice-vision = Visionen
work-text-order = Vad ska göras?
work-text-goal = Vilket mål?
work-text-goal-help = En mening om vad som ska vara sant när perioden är slut. Högst 300 tecken.
work-goals-of = Mål { $years }
work-goals-of-help = Målen för flera år skrivs för sig.
work-goals-beside = Mål som redan är beslutade
work-propose = Föreslå en ändring
work-propose-change = Föreslå en ändring: { $level }
work-stands-decided = Det här är beslutat
work-stands-decided-help = Det gäller tills ett nytt beslut är fattat. Det du sparar blir ett förslag bredvid, i det som kompletterar planen, också när du väljer ett annat mål eller område.
work-take-back-proposal = Ta tillbaka förslaget
work-take-back-proposal-help = Det som är beslutat står kvar som det var. Förslaget finns kvar i historiken.
work-see-proposal = Se förslaget till ny lydelse
work-done-taken-back-proposal = Förslaget är tillbakataget. Det som är beslutat står kvar.
work-stage-beside = Målen är beslutade
work-description = Vad betyder det? (frivilligt)
work-required = behövs före beslut
work-no-choice = Det finns inget att välja.
work-addressed = Vem ska göra det?
work-addressed-all = Alla nämnder och bolag
work-role = Vem ansvarar? (frivilligt)
work-role-help = En roll och inget namn, till exempel Enhetschef.
work-person = Vilken person håller i det? (frivilligt)
work-person-help = En kollega. Namnet ser bara ni som skriver här, aldrig invånarna.
work-person-none = Ingen särskild
work-person-row = Håller i det:
work-fault-person = Välj någon som arbetar med planen, eller ingen särskild.
work-more = Pengar, målgrupp och annat (frivilligt)
work-money = Pengar som följer med
work-money-help = Bara en summa, till exempel 800. Den blir offentlig när planen är beslutad.
work-money-unit = I tusental eller miljoner kronor
work-money-tkr = tusen kronor
work-money-mnkr = miljoner kronor
work-why = Varför är det viktigt? (frivilligt)
work-why-row = Varför:
work-if-not-kept = Vad händer om löftet inte hålls? (frivilligt)
work-if-not-kept-help = Till exempel: Ring oss, så får du besked inom två dagar.
work-if-not-kept-row = Om löftet inte hålls:
work-quantity = Hur mycket? (frivilligt)
work-quantity-help = En mängd eller något som går att pröva.
work-quantity-least = Minst så mycket
work-amount = Mängd
work-unit = Enhet, till exempel platser
work-condition = Eller: hur vet ni att det är gjort?
work-condition-help = Till exempel: Alla skolor har en handlingsplan.
work-try = Pröva orden utan att spara
work-clear-anyway = Tydligt ändå? Säg varför
work-clear-anyway-help = Lämna tomt om meningen säger vad som ska bli gjort. Programmet pekar på ord och frågar; det är du som bedömer.
work-due-field = När ska det vara klart? (frivilligt)
work-due-help = Skriv en dag, 2027-08-31, en månad, 2027-08, eller ett år.
work-at-least = minst { $quantity }
work-save = Spara
work-cancel = Avbryt
work-finding-yes = uppfyllt
work-finding-no = saknas
work-finding-outside = dagen ligger utanför perioden
work-finding-person = bedöms av en person
work-finding-anyway = Tydligt ändå:
work-point-vague = ”{ $words }”: vad ska bli gjort?
work-point-second = ”{ $words }”: är det ett löfte till? Skriv det i så fall för sig.
work-decision = För in beslutet
work-decision-help = Det är precis de här lydelserna som blir beslutade. När du har fört in beslutet blir de offentliga, utom de som är märkta med vem som får läsa.
work-decision-items = Det här beslutas
work-decided-by = Vem har beslutat?
work-meeting = Mötesdag
work-paragraph = Paragraf i protokollet
work-delegation = Eller nummer i delegationsordningen
work-delegation-help = Bara om beslutet fattades på delegation.
work-case-number = Diarienummer (frivilligt)
work-decision-title = Ärende (frivilligt)
work-decision-save = För in beslutet och publicera
work-decision-changed = Planen har ändrats sedan du öppnade sidan. Här är den som den är nu. Läs den innan du för in beslutet.
work-faults = { $count ->
    [one] En sak behöver rättas
   *[other] { $n } saker behöver rättas
}
work-fault = Fel:
work-fault-text = Skriv en mening om vad ni lovar.
work-fault-text-goal = Skriv en mening om vad som ska vara sant när perioden är slut.
work-fault-too-long = Texten har { $characters } tecken. Den får ha högst { $most }.
work-fault-figure = ”{ $typed }” är inget tal. Skriv till exempel 12 eller 3,5.
work-fault-day = ”{ $typed }” är ingen dag. Skriv till exempel 2027-08-31.
work-fault-no-day = Skriv vilken dag, till exempel 2027-08-31.
work-fault-unit = Skriv vad mängden räknas i, till exempel platser.
work-fault-amount = Skriv hur många, eller ta bort enheten.
work-fault-addressed = Välj minst en nämnd eller ett bolag, eller alla.
work-fault-form = Formuläret är inte helt. Öppna sidan på nytt. Din text står kvar här nedanför.
work-fault-paragraph = Skriv paragrafen i protokollet, eller numret i delegationsordningen.
work-fault-both = Skriv antingen paragraf eller nummer i delegationsordningen, inte båda.
work-fault-body = Välj vem som har beslutat.

sign-in = Logga in
sign-in-login = Användarnamn
sign-in-password = Lösenord
sign-in-help = Har du glömt lösenordet? Be den som sköter behörigheter om ett engångslösenord.
sign-in-wrong = Det gick inte att logga in: användarnamn och lösenord hör inte ihop, eller så gäller inte passnyckeln här. Ett engångslösenord går bara att använda en gång.
sign-in-wait = { $count ->
    [one] För många försök. Vänta en minut och försök igen.
   *[other] För många försök. Vänta { $n } minuter och försök igen.
}
sign-in-https = Här går det bara att logga in över https.
sign-in-ended = Din inloggning har slutat gälla. Logga in igen.
sign-in-kept = Det du skrev finns kvar.
sign-in-resume = Du är inloggad igen
sign-in-resume-text = Det du skrev är inte sparat än. Spara det nu.
sign-in-resume-save = Spara det jag skrev
sign-out = Logga ut
password = Ditt lösenord
password-lacking = Du har loggat in med ett engångslösenord, och det är nu förbrukat.
password-choose = Välj ett eget lösenord
password-help = Minst 15 tecken. Flera ord efter varandra är lätta att minnas och svåra att gissa.
password-present = Ditt nuvarande lösenord
password-not-yours = Det är inte ditt nuvarande lösenord.
password-new = Nytt lösenord
password-again = Samma lösenord en gång till
password-save = Byt lösenord
password-done = Lösenordet är bytt. Du är utloggad från andra enheter.
password-differs = De två lösenorden är olika.
password-short = Lösenordet är för kort. Det behöver minst { $fewest } tecken.
password-long = Lösenordet är för långt. Det får ha högst { $most } tecken.
password-repeated = Samma tecken kommer om och om igen. Välj flera olika.
password-name = Lösenordet är nästan bara ditt eller kommunens namn. Välj något annat.
password-common = Det här lösenordet är lätt att gissa. Välj till exempel fyra ord som inte hör ihop.

role-reader = Läsare
role-contributor = Rapportör
role-approver = Granskare
role-process-owner = Processägare
role-controller = Controller
role-strategist = Strateg
role-registrar = Registrator
role-editor = Webbredaktör
role-auditor = Revisor
role-administrator = Administratör
work-meeting-help = Det som beslutas är lydelserna som gällde den dagen.
work-decision-look = Visa lydelserna den dagen
work-decision-as-of = Så här löd de den { $day }:
work-decision-since = { $count ->
    [one] En rad har lagts till efter den dagen och är inte med i beslutet.
   *[other] { $count } rader har lagts till efter den dagen och är inte med i beslutet.
}
work-decision-empty = Den dagen stod inget i planen.
work-decision-later = Senare förslag:
work-decision-later-help = Det skrevs efter mötet och beslutas inte nu. Det står kvar som ett förslag till ny lydelse.
work-decision-other-day = Den { $day } löd raderna på ett annat sätt än det du läste. Här är de som de var då. Läs dem innan du för in beslutet.
work-late = Det går inte längre att spara här
work-late-help = Inget du skrev är sparat, men allt står kvar här nedanför. Kopiera det innan du går vidare.
work-late-decided = Raden beslutades medan du skrev
work-late-decided-help = Det som är beslutat ändras bara av ett nytt beslut. Inget du skrev är sparat, men allt står kvar här nedanför.
work-late-stands = Det här är beslutat
work-late-yours = Det du skrev
work-late-text = Text
work-late-again = Spara som en ny rad
work-late-again-help = Din text blir en rad bredvid den beslutade. Den kan lämnas in och beslutas som en komplettering.
work-late-to-plan = Till planen
work-accept = Anta uppdraget som det står
work-interpret = Skriv med egna ord
work-done-accepted = Uppdraget är antaget. Välj vad det bidrar till innan ni lämnar in.
work-done-list = Listan är sparad.
work-orders-of = Uppdragen { $year } och vad de blev
work-orders-help = Varje uppdrag, vem som har tagit det och med vilka ord. Innan en plan är inlämnad syns bara att någon skriver.
work-orders-none = Inga uppdrag är utskickade för det här året.
work-untaken = { $count ->
    [one] En har inte svarat.
   *[other] { $count } har inte svarat.
}
work-taken = Vad det blev
work-own-words = Med egna ord
work-taken-nobody = Inget svar än
work-taken-draft = Skriver, inte inlämnat
work-taken-accepted = Antaget som det står
work-taken-interpreted = Tolkat
work-taken-same = samma ord
work-before = Beslutad lydelse:
work-part-first = Beslutat { $day }
work-part-supplement = Komplettering, beslutad { $day }
work-part-in-hand = Inte beslutat än
work-part-waits = Komplettering som väntar på planen
work-paste-link = Klistra in en lista:
work-paste = Klistra in en lista: { $level }
work-paste-help = Kopiera från Word eller Excel. Du ser hur det blir innan något sparas. Antingen sparas alla rader eller ingen.
work-list = Din lista
work-list-help = Ett löfte på varje rad. Från Excel får kolumnerna därefter vara vem som ansvarar, när det ska vara klart, och hur ni vet att det är gjort: en mängd (minst 12 procent) eller något som går att pröva. Högst 200 rader.
work-list-help-goals = Ett mål på varje rad. Från Excel får kolumnerna därefter vara vem som ansvarar, när det ska vara nått, och hur ni vet att det är nått. Högst 200 rader.
work-list-look = Visa hur det blir
work-list-becomes = Så här blir det
work-list-number = Rad
work-list-role = Ansvarar
work-list-due = Klart
work-list-measure = Hur ni vet det
work-list-headings = text, löfte, åtagande, mål, aktivitet, uppdrag, servicedeklaration, ansvarig, ansvarar, vem ansvarar, roll, klart, klar, klart senast, datum, när, mått, måttet, hur ni vet det, mängd
work-list-has-headings = Första raden är vad kolumnerna heter och blir ingen rad.
work-list-save = { $count ->
    [one] Spara en rad
   *[other] Spara { $count } rader
}
work-list-twin = Samma mening står redan i planen, på rad { $number }.
work-list-again = Samma mening står också på rad { $row } i listan.
work-list-row = Rad { $row }:
work-list-too-many = Listan har { $rows } rader. Klistra in högst { $most } åt gången. Inget är sparat.
work-list-empty = Klistra in minst en rad.
work-list-columns = Raden har fler än fyra kolumner. De fyra första läses: löftet, vem som ansvarar, när det ska vara klart och hur ni vet att det är gjort. Ta bort resten.
work-list-changed = Listan är redan sparad med andra ord. Öppna planen och se vad som står där.
work-decision-supplements = Det här kompletterar planen som redan är beslutad. Det står bredvid den, med sitt eget beslut.

# The memorandum to the meeting.
memorandum = Tjänsteskrivelse
memorandum-open = Tjänsteskrivelse till sammanträdet
memorandum-help = Skriven av det som står i planen just nu. Kopiera den till ärendet. Ändras planen, ändras den här texten.
memorandum-as-text = Som ren text
memorandum-subject = Tjänsteskrivelse: Plan { $year } för { $body }
memorandum-proposal = Förslag till beslut
memorandum-adopt = { $count ->
    [one] { $body } antar Plan { $year } med den punkt som står nedan.
   *[other] { $body } antar Plan { $year } med de { $count } punkter som står nedan.
}
memorandum-supplement = { $count ->
    [one] { $body } kompletterar Plan { $year } med den punkt som står nedan.
   *[other] { $body } kompletterar Plan { $year } med de { $count } punkter som står nedan.
}
memorandum-send = Beslutet skickas till { $to }.
memorandum-summary = Sammanfattning
memorandum-holds = { $count ->
    [one] Förslaget innehåller { $n } punkt.
   *[other] Förslaget innehåller { $n } punkter.
}
memorandum-answers-none = { $all ->
    [one] Uppdraget är inte besvarat.
   *[other] Inget av de { $all } uppdragen är besvarat.
}
memorandum-answers-all = { $all ->
    [one] Uppdraget är besvarat.
   *[other] Alla { $all } uppdrag är besvarade.
}
memorandum-answers = { $count } av { $all } uppdrag är besvarade.
memorandum-unlinked = { $count ->
    [one] En punkt saknar en koppling som behövs före beslut.
   *[other] { $n } punkter saknar en koppling som behövs före beslut.
}
memorandum-rows = Punkterna
memorandum-orders = Uppdragen
memorandum-order-answered = { $order } (besvarat)
memorandum-order-open = { $order } (inte besvarat)
memorandum-asked = Planen har skickats på remiss.
memorandum-referral = Remiss
memorandum-sent-to = Beslutet skickas till
memorandum-row-before = Ersätter
memorandum-row-changed = Ändras: { $field }, från { $before } till { $after }
memorandum-row-nothing = ingenting
memorandum-row-means = Innebär
memorandum-row-clear = Tydligt ändå
memorandum-row-supports = Bidrar till
memorandum-row-order = Svar på uppdraget
memorandum-row-role = Ansvarig
memorandum-row-why = Varför
memorandum-row-money = Pengar
memorandum-row-if-not-kept = Om löftet inte hålls
memorandum-row-measure = Mått
memorandum-row-due = Klart
memorandum-row-lacks = Saknar

work-draft-left = Det du skrev här finns kvar
work-draft-left-at = Det skrevs { $at } och är inte sparat än. Det står i fälten nu.
work-draft-throw = Släng det
work-draft-kept = Det du har skrivit hittills är sparat åt dig, kl. { $time }.
work-draft-signed-out = Du är inte inloggad längre. Spara ändå: du får logga in igen och inget går förlorat.
work-draft-failed = Det du skriver kan inte sparas åt dig just nu. Spara innan du lämnar sidan.
work-draft-no-net = Det gick inte att spara: servern svarar inte. Det du har skrivit står kvar här. Spara igen när nätet är tillbaka.
work-drafts = Påbörjat och inte sparat
work-draft-too-long = Det är för mycket text i formuläret. Korta den, annars kan den inte sparas.
readers = Vem får läsa
readers-done = Sparat: vem som får läsa raden.
readers-help = Det som beslutas är offentligt, om ingenting annat sägs här. Det som hålls tillbaka hålls tillbaka på alla dagar, också i historiken.
readers-who = Vem får läsa raden?
readers-everybody = Alla
readers-employed = Bara de som arbetar eller är förtroendevalda här
readers-secret = Bara den egna förvaltningen och revisorerna, med stöd i lagen. Ledamöterna läser den inte här.
readers-ground = Bestämmelsen, om den är sekretessbelagd
readers-ground-help = Till exempel: 18 kap. 8 § OSL.
readers-until = Till och med (frivilligt)
readers-until-help = Efter den dagen läser de som arbetar här. Offentlig blir raden först när någon säger det.
readers-now-everybody = Alla får läsa den när den är beslutad.
readers-now-employed = Visas bara för dem som arbetar eller är förtroendevalda här.
readers-now-secret = Sekretess: { $ground }.
readers-now-secret-until = Sekretess till och med { $day }: { $ground }.
readers-fault-who = Välj vem som får läsa.
readers-fault-ground = Skriv vilken bestämmelse sekretessen vilar på, till exempel 18 kap. 8 § OSL.
readers-changed-by-other = Någon annan har sagt något annat sedan du öppnade sidan. Det står ovanför. Spara igen om ditt ska gälla.
righting = Rätta skrivfel
righting-help = Det som är beslutat ändras bara av ett nytt beslut. Ett uppenbart skrivfel får du rätta, om det inte ändrar vad meningen betyder (36 § förvaltningslagen). Båda lydelserna syns för alla, med dagen och vad felet var. På dagar före i dag står den gamla lydelsen kvar.
righting-now = Så står det nu
righting-text = Så ska det stå
righting-text-help = Ändra bara det som är fel skrivet.
righting-reason = Vad var fel?
righting-reason-help = Till exempel: I protokollet står ”fyrtio platser”, här stod ”fyrtti platser”. Det visas för alla.
righting-do = Rätta
righting-done = Skrivfelet är rättat. Båda lydelserna syns på den öppna sidan.
righting-fault-reason = Skriv vad felet var.
righting-fault-same = Det står redan så. Rätta meningen, eller avbryt.
righting-changed-by-other = Någon annan har rättat raden sedan du öppnade sidan. Så står det nu, ovanför. Spara igen om det du skrev ska gälla.
closing = Avsluta planen
closing-help = En avslutad plan kompletteras inte mer, och ingen föreslår ändringar i den. Det som är beslutat i den står kvar på den öppna webbplatsen.
closing-held = Planen kan inte avslutas än
closing-title = Avslut av Plan { $year }
closing-do = För in beslutet
closing-done = Planen är avslutad.
closing-stands = Ingen skriver i den mer.
proposal = Förslaget mot det som gäller
proposal-against-decided = Mot planen för { $year } som är beslutad.
proposal-against-earlier = Mot planen för { $year }, som gäller nu.
proposal-against-nothing = Ingen plan är beslutad före den här. Allt är nytt.
proposal-changed = { $count ->
    [one] En rad ändras
   *[other] { $n } rader ändras
}
proposal-new = { $count ->
    [one] En rad är ny
   *[other] { $n } rader är nya
}
proposal-falls = { $count ->
    [one] En rad fortsätter inte
   *[other] { $n } rader fortsätter inte
}
proposal-kept = { $count ->
    [one] En rad står kvar som den är
   *[other] { $n } rader står kvar som de är
}
proposal-whole = Hela planen
work-to-read = Att läsa före beslutet

missing = Här finns inget att läsa
missing-help = Adressen kan vara felskriven, det som stod här kan vara borttaget, eller så är det inte ditt att läsa.
missing-no-role = Du har ingen roll här än. Den som sköter personer och roller ger dig en.
missing-sent = Det som formuläret hörde till finns inte längre, eller så är det inte ditt att skriva i. Inget är sparat. Kopiera det du vill ha kvar.
