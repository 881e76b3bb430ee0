# Beslut: registret, ett beslut och vad som har blivit av det, och ett nytt beslut om det som gäller.

decisions = Beslut
decisions-help = Här står de beslut som du registrerar. När protokollet är justerat, eller om ett beslut överklagas, säger du det på beslutets sida. Då syns det också för invånarna.
decisions-new = Nytt beslut om något som redan gäller
decisions-new-help = Välj vem som har beslutat. En ny plan beslutas på planens egen sida.
decisions-awaiting = Protokollet väntar på justering
decisions-all = { $count ->
    [one] Ett beslut
   *[other] Alla { $count } beslut
  }
decisions-none = Inget beslut är registrerat än.
decisions-of-day = Beslut { $day }
decisions-delegation = delegationsbeslut { $number }
decisions-marked-approved = Protokollet justerades { $day }
decisions-marked-appealed = Beslutet överklagades { $day }
decisions-marked-quashed = En domstol upphävde beslutet { $day }. Det gäller inte längre.
decisions-done = Sparat.
decisions-did = Det här gjorde beslutet
decisions-did-nothing = Inget av det som beslutet gällde finns här.
decisions-deed-adopted = Antogs
decisions-deed-withdrew = Drogs tillbaka
decisions-deed-closed = Avslutades
decisions-deed-supplemented = Kompletterades
decisions-deed-gave = Gick över till { $body }
decisions-deed-founded = Inrättades
decisions-deed-renamed = Fick namnet { $whom } från och med { $day }
decisions-deed-moved = Svarar inför { $whom } från och med { $day }
decisions-deed-moved-alone = Svarar inte inför någon från och med { $day }
decisions-deed-ended = Upphör, sista dag { $day }. Tar över: { $whom }
decisions-deed-ended-alone = Upphör, sista dag { $day }. Ingen tar över
decisions-mark = Vad har hänt med beslutet sedan dess?
decisions-mark-what = Det har hänt
decisions-mark-day = Vilken dag?
decisions-mark-save = Spara
decisions-stage-justerat = Protokollet är justerat
decisions-stage-justerat-help = Sidorna säger inte längre att protokollet inte är justerat.
decisions-stage-overklagat = Beslutet är överklagat
decisions-stage-overklagat-help = Det gäller, och sidorna säger att det är överklagat.
decisions-stage-upphavt = En domstol har upphävt beslutet
decisions-stage-upphavt-help = Det som beslutet gjorde gäller inte från den dagen. Upphävandet kan inte tas tillbaka.
decisions-organised-quashed = Organen är kvar som de är, och sidorna säger att beslutet är upphävt. Upphävandet kan inte tas tillbaka.
decisions-fault-stage = Välj vad som har hänt med beslutet.
decisions-new-of = Nytt beslut av { $body }
decisions-over-help = Beslutet gäller det du väljer här nedanför, och inget annat. Invånarna ser det direkt, med vem som beslutade och när.
decisions-over-rows = Vad beslutet gäller
decisions-over-none = Det finns inget här som kan dras tillbaka, avslutas eller lämnas över.
decisions-over-older = { $count ->
    [one] Visa också den vars tid är slut
   *[other] Visa också { $count } vars tid är slut
  }
decisions-over-stands = Gäller som förut
decisions-over-withdraw = Dras tillbaka
decisions-over-close = Avslutas
decisions-over-give = Går över till { $body }
decisions-over-save = Registrera beslutet
decisions-fault-changed = Något av det du valde har ändrats sedan sidan visades. Se efter vad som gäller nu och välj igen.
decisions-fault-nothing = Välj vad beslutet gäller: vad som dras tillbaka, avslutas eller går över till någon annan.
decisions-more-awaiting = { $count ->
    [one] Och ett till, längre ner i listan.
   *[other] Och { $count } till, längre ner i listan.
  }
decisions-later = Senare beslut om detsamma
decisions-later-help = De gäller även om det här beslutet upphävs.
decisions-earlier = Tidigare beslut om detsamma
decisions-more-beside = { $count ->
    [one] Och ett till.
   *[other] Och { $count } till.
  }
decisions-over-ended = Organet finns inte längre. Det kan ha beslutat till och med { $day }.
decisions-over-saved = Se beslutet som är sparat
decisions-over-was = När du valde stod det:
decisions-over-now = Nu står det:
decisions-fault-row = { $number }: { $why }
decisions-fault-reworded = { $number } har fått en annan lydelse sedan sidan visades. Läs den och välj igen.
decisions-fault-gone = { $numbers } kan inte längre väljas: någon annan har beslutat om det, eller så har det tagit slut. Titta igenom resten och registrera igen.
decisions-fault-taker = { $number } kan inte gå över dit. Välj igen.
decisions-fault-twice = Du har valt två saker för { $number }. Välj en.
decisions-fault-already = Det här formuläret är redan sparat, med något annat i. Det du skickade nu är inte sparat.
decisions-until = till och med { $day }
