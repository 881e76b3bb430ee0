# Året: omgångar för planering och uppföljning, årshjulet och kalendern.

year-nav = Året
year-page = Året { $year }
year-heading = { $what }, den { $day }
year-heading-empty = För { $year } är inga dagar satta än
year-heading-over = Allt som var satt för { $year } har varit
year-help = När planer och uppföljning ska in, av vem och vem som beslutar. Varje rad säger vilket år den handlar om.
year-done = Det är sparat.
year-wheel = Årshjulet { $year }
year-wheel-says = Planering i yttre ringen, uppföljning i den inre. Samma uppgifter står i listan efter hjulet.
year-wheel-help = Yttre ringen: planera. Inre ringen: följa upp. ◇ Fullmäktige beslutar.
year-wheel-help-own = Yttre ringen: planera. Inre ringen: följa upp. ◇ Fullmäktige beslutar. ● Din dag.
year-mine = Dina dagar
year-all = Allas dagar
year-whose = Vems dagar som visas
year-own = Din dag
year-list = Dag för dag
year-list-none = Ingen dag är satt.
year-next = Nästa
year-rounds = Omgångar { $year }
year-rounds-none = Ingen omgång är upplagd.
year-other = Andra år
year-as-before = Lägg upp { $year } som { $before }
year-by-model-help = { $count ->
    [one] Modellen har en omgång varje år.
   *[other] Modellen har { $n } omgångar varje år.
}
year-as-before-help = { $count ->
    [one] En omgång från { $before } har ingen motsvarighet än.
   *[other] { $n } omgångar från { $before } har ingen motsvarighet än.
}
days-today = I dag
days-left = { $count ->
    [one] En dag kvar
   *[other] { $n } dagar kvar
}
moment-opens = { $round } öppnar
moment-cut-off = Uppgifterna i { $round } gäller denna dag
moment-deadline = Sista dag för { $kinds }: { $round }
moment-meeting = { $body }: { $round }
asked-council = fullmäktige
asked-board = kommunstyrelsen
asked-committees = nämnderna
asked-joint = de gemensamma nämnderna
asked-companies = bolagen
asked-administrations = förvaltningarna
round = Omgång
round-new = Ny omgång
round-new-help = En omgång är ett tillfälle då planer eller rapporter ska in.
round-change = Ändra
round-planning = Planering
round-interim = Uppföljning under året
round-annual = Uppföljning av hela året
round-plans = Planerar { $year }
round-follows = Följer upp { $year }
round-to-come = Öppnar senare
round-open = Pågår
round-over = Avslutad
round-called-off = Inställd
round-called-off-because = Inställd: { $reason }
round-name = Namn
round-occasion = Vad är det?
round-cut-off = Läget den
round-cut-off-help = Den dag uppgifterna gäller, till exempel 2027-08-31. För en plan: en dag i året som planeras.
round-cut-off-fixed = Dagen ligger fast: någon har redan skrivit en bedömning.
round-opens = Öppnar
round-opens-help = Lämna tomt om den redan är öppen.
round-deadlines = Sista dag att lämna in
round-meetings = Vem behandlar det, och när?
round-meetings-help = Till exempel nämndernas, kommunstyrelsens och fullmäktiges sammanträden. En tom rad räknas inte.
round-body = Organ { $number }
round-meeting-day = Dag för organ { $number }
round-choose = Välj
round-asks-for = Vad efterfrågas?
round-asks-for-help = En sak på varje rad.
round-save = Spara omgången
round-create = Öppna omgången
round-call-off = Ställ in omgången
round-call-off-help = Omgången försvinner ur hjulet, listan och kalendern. Den och skälet står kvar här och i historiken.
round-reason = Varför ställs den in?
round-is-called-off = Omgången är inställd och kan inte ändras.
round-fault-name = Skriv vad omgången heter på svenska, till exempel Delårsrapport 2, 2027.
round-fault-occasion = Välj om det är planering eller uppföljning.
round-fault-body = Välj vilket organ som sammanträder den dagen, eller töm båda fälten.
round-fault-twice = Samma organ står två gånger på samma dag.
round-fault-reason = Skriv varför omgången ställs in.
round-fault-changed = Någon har ändrat sedan du öppnade sidan. Det du skrev står kvar här. Öppna sidan på nytt i en annan flik och jämför innan du sparar.
round-fault-no-model = Det finns ingen målmodell för { $year }. Välj en dag i ett år som har en.
cycle = Lägg upp { $year }
cycle-help = Så här blir det om { $year } går som { $before }. Sammanträden och sista dagar har samma veckodag som då, eller arbetsdagen före om det är helg. Öppna en rad för att ändra den, eller kryssa ur den.
cycle-help-model = Så här säger modellen att { $year } går. Är det helg flyttas sista dagen till arbetsdagen före. Öppna en rad för att ändra den, eller kryssa ur den.
cycle-from-model = Ur modellen
cycle-none = Allt som fanns { $before } har redan en motsvarighet { $year }, eller så fanns inget.
cycle-gone = Behandlades av { $bodies }, som inte finns längre. Välj vem som gör det nu.
cycle-open = { $count ->
    [one] Öppna omgången
   *[other] Öppna omgångarna
}
cycle-fault-gone = { $names } föreslås inte längre: modellen eller året före har ändrats. Inget är öppnat. Se efter vad som står kvar, och öppna det.
cycle-fault-none = Kryssa för minst en omgång.
desk-coming = På gång
desk-year = Hela året
desk-plan-by = Lämnas in senast den { $day }. { $left }.
desk-plan-late = Skulle ha lämnats in senast den { $day }.
feed = Kalender
feed-help = Dina dagar i årshjulet i ditt eget kalenderprogram: sista dagar, sammanträden och när omgångar öppnar. Den som har adressen ser samma dagar, så dela den inte.
feed-address = Adress att prenumerera på
feed-once = Kopiera den nu. Den visas inte igen. I Outlook: Lägg till kalender, Prenumerera från webben.
feed-begin = Skapa en adress
feed-new = Skapa en ny adress i stället för den gamla
feed-end = Stäng av adressen
feed-ended = Adressen är avstängd.
feed-follow = Följ året i din egen kalender
feed-name = { $municipality }: året
cycle-opens = Öppnar { $day }
cycle-last = Sista dag { $days }
terms = Mandattider
terms-help = Från när till när fullmäktige, nämnder och styrelser är valda. En mandattid är ingen målperiod: det som pågår går vidare.
terms-election = Efter ett val
terms-election-help = Välj dem som får en ny mandattid på samma dagar. Fullmäktige och nämnderna har olika: gör det i två omgångar.
terms-bodies = Vilka gäller det?
terms-set = Sätt mandattiden
terms-standing = Så här är det nu
terms-now = Nu
terms-next = Sedan
terms-days = { $from } till och med { $to }
terms-none = Ingen mandattid är satt.
terms-correct = Rätta
terms-correct-go = Spara rättelsen
terms-fault-bodies = Kryssa för dem som får en ny mandattid.
terms-fault-changed = Någon annan har ändrat dagarna sedan du öppnade sidan: nu gäller { $days }. Spara igen om dina ska gälla.
year-heading-others = Inget mer för dig { $year }
round-days = Dagar
round-fault-no-day = Säg sista dagen för minst ett slags organ, eller när ett organ sammanträder.
cycle-no-model = Ingen målmodell har det som { $year } skulle handla om. Omgångarna kan läggas upp när en målmodell för de åren gäller.
