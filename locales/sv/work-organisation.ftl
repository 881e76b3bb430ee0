# Organisationen: organ som inrättas, byter namn, flyttas och upphör.

organisation = Organisation
organisation-help = Vilka nämnder, styrelser, bolag och förvaltningar som finns, och vem de svarar inför. En ändring gäller från en dag. Det som har varit står kvar som det var.
organisation-change = Ändra organisationen
organisation-change-help = Dela, slå ihop eller inrätta. Först ser du vad ändringen gör och vad någon annan måste ta över. Ingenting sparas förrän du väljer Genomför.
organisation-done = Ändringen är gjord.
organisation-now = Nu
organisation-under-way = På gång
organisation-ended = Har upphört
organisation-kind = Slag
organisation-above = Svarar inför
organisation-answers = Svarar inför { $above }.
organisation-last-day = Upphör. Sista dagen är { $day }.
organisation-next = Tar över: { $next }.
organisation-last-day-was = Upphörde. Sista dagen var { $day }.
organisation-next-did = Tog över: { $next }.
organisation-first-day = Börjar { $day }.
organisation-was-called = Hette { $name } före { $day }.
organisation-carries = Det här har organet ansvar för
organisation-carries-nothing = Organet har inte ansvar för något som är öppet för alla.
organisation-elements = { $count ->
    [one] Ett mål, åtagande eller uppdrag som inte är över
   *[other] { $n } mål, åtaganden och uppdrag som inte är över
}
organisation-processes = { $count ->
    [one] Äger en process:
   *[other] Äger { $n } processer:
}
organisation-indicators = { $count ->
    [one] Svarar för en indikator
   *[other] Svarar för { $n } indikatorer
}
organisation-documents = { $count ->
    [one] Svarar för ett styrdokument
   *[other] Svarar för { $n } styrdokument
}
organisation-granted = Har fått { $money } för { $year } ({ $account }).
organisation-below = { $count ->
    [one] Ett organ svarar inför det:
   *[other] { $n } organ svarar inför det:
}
organisation-undecided = { $count ->
    [one] En rad i en plan är inte beslutad.
   *[other] { $n } rader i planer är inte beslutade.
}
organisation-people = { $count ->
    [one] En person har en roll där.
   *[other] { $n } personer har roller där.
}
organisation-end = Upphör
organisation-end-help = Organet får en sista dag, och du väljer vem som tar över. Historien står kvar på organets sida.
organisation-end-go = Ange sista dagen
organisation-rename = Nytt namn
organisation-move = Svarar inför andra
organisation-from = Från och med
organisation-name = Namn
organisation-name-en = Namn på engelska
organisation-name-fi = Namn på finska
organisation-look = Se vad som händer
organisation-ends-which = Vad upphör?
organisation-new = Vad inrättas?
organisation-new-help = Lämna tomt om inget nytt inrättas. De nya tar över efter det som upphör.
organisation-new-row = Nytt organ { $number }
organisation-more = En rad till
organisation-same = Som det som upphör
organisation-begins-help = Lämna tomt om de nya börjar dagen efter den sista. De får börja tidigare, så att de hinner planera och ta emot.
organisation-takers = Tar något som redan finns över?
organisation-takers-help = Välj ett eller flera. Så slår du ihop organ eller lägger över ett organs uppgifter på ett annat.
organisation-follows = Det som svarar inför ett organ som upphör svarar sedan inför dem som tar över
organisation-rehearsal = Det här händer
organisation-rehearsal-help = Ingenting är gjort ännu.
organisation-has-changed = Något har ändrats sedan du tittade. Så här blir det nu.
organisation-founds = { $name } ({ $kind }) inrättas { $day } och svarar inför { $above }.
organisation-founds-alone = { $name } ({ $kind }) inrättas { $day }.
organisation-moves = { $name } svarar inför { $above } från och med { $day }.
organisation-moves-alone = { $name } svarar inte inför något från och med { $day }.
organisation-ends = { $name } upphör. Sista dagen är { $day }. Tar över: { $next }.
organisation-ends-alone = { $name } upphör. Sista dagen är { $day }. Ingen tar över.
organisation-renames = { $name } heter { $new } från och med { $day }. Adressen slutar på { $address }, och den gamla leder dit.
organisation-left = Det här måste någon ta över efter { $name }
organisation-left-help = Det som är beslutat lämnas över genom ett beslut: av organet självt senast den sista dagen, eller av den som tar över från dagen efter. Processer, indikatorer och styrdokument som ingen har tagit över visas bland luckorna från dagen efter. Pengar, rader som inte är beslutade och organ som svarar inför det här visas inte där: ta hand om dem före sista dagen. Roller ges av den som sköter personer.
organisation-left-nothing = Inget som är öppet för alla är kvar efter sista dagen.
organisation-make = Genomför
organisation-back = Tillbaka till formuläret
organisation-already = Så är det redan. Ändra något, eller gå tillbaka.
organisation-made-otherwise = Ändringen är redan gjord, med andra uppgifter. Gå till Organisation och börja om därifrån.
organisation-fault-name = Skriv namnet på svenska, med bokstäver.
organisation-fault-twice = Två av de nya har samma namn. Ge dem olika namn.
organisation-fault-kind = Välj vilket slags organ det är.
organisation-fault-above = Välj vem de nya svarar inför.
organisation-fault-both = Det som upphör kan inte ta över efter sig själv. Välj ett av dem.
organisation-fault-nothing = Välj vad som upphör, eller skriv namnet på det som inrättas.
organisation-fault-gone = Ett av organen går inte att välja längre. Välj på nytt.
organisation-renames-there = { $name } heter { $new } från och med { $day }. Adressen är densamma.
organisation-fault-nobody-ends = Ingenting upphör, så ingen kan ta över. Välj vad som upphör, eller ta bort kryssen här.
organisation-fault-above-ends = Det upphör i samma ändring. Välj ett organ som finns kvar.
organisation-fault-between = Då finns inget av organen däremellan. Välj en dag senast dagen efter den sista.
organisation-has-been = Sista dagen har redan varit. Det går inte att flytta eller ta tillbaka efteråt.
organisation-coming-name = Heter { $name } från och med { $day }.
organisation-coming-link = Svarar inför { $above } från och med { $day }.
organisation-fault-taken = Ett organ som finns heter redan så. Skriv ett annat namn.
organisation-instead = Det ersätter det som är sagt: sista dag { $day }, tar över { $next }.
organisation-instead-alone = Det ersätter det som är sagt: sista dag { $day }, ingen tar över.
organisation-end-move = Ändra sista dagen
organisation-renames-alone = { $name } heter { $new } från och med { $day }.
organisation-decision = Beslutet bakom ändringen (frivilligt)
organisation-decision-help = Fyll i när protokollet finns. Lämnar du det tomt står det att beslutet inte är angivet, och du kan ange det efteråt.
organisation-meeting-help = Mötet får ha varit före ändringens första dag, men inte efter den.
organisation-title-both = { $founded } inrättas, { $ended } upphör
organisation-title-founded = { $founded } inrättas
organisation-title-ended = { $ended } upphör
organisation-title-renamed = { $name } byter namn till { $other }
organisation-title-moved = { $name } svarar inför { $other }
organisation-told = Ändringar och beslut
organisation-undecided-one = Beslutet är inte angivet.
organisation-undecided-count = { $count ->
    [one] { $n } ändring utan angivet beslut
   *[other] { $n } ändringar utan angivet beslut
}
organisation-decide = Ange beslutet
organisation-organised = Beslut om organisationen
organisation-organised-help = Ändringar som redan är gjorda och som inget beslut är angivet för. Välj dem som samma beslut gäller.
organisation-organised-which = Vilka ändringar gäller beslutet?
organisation-organised-none = Ingen ändring väntar på att beslutet anges.
organisation-organised-older = { $count ->
    [one] Visa också { $n } äldre
   *[other] Visa också { $n } äldre
}
organisation-done-decision = Beslutet är infört.
organisation-fault-decider = Välj vem som har beslutat.
organisation-fault-choose = Välj minst en ändring som beslutet gäller.
organisation-fault-changed = En av ändringarna har ändrats eller fått ett beslut sedan sidan visades. Välj på nytt.
organisation-fault-recorded = Formuläret har redan fört in ett beslut, med andra uppgifter. Det beslutet står kvar.
organisation-fault-nobody = Inget organ som du för beslut åt kan ha beslutat det som är kvar, eller så står beslutet redan. Ingenting är ändrat.
organisation-title-alone = { $name } svarar inte längre inför någon
