# Import av faktafiler.
import-fault-too-large = Filen är för stor. En faktafil får ha högst 32 miljoner tecken, en fil för webbplatsen högst en miljon.
import-fault-not-json = Filen är inte JSON: fel på rad { $line }, tecken { $column }.
import-fault-not-an-object = Här ska det stå en post inom klamrar.
import-fault-not-a-list = Här ska det stå en lista.
import-fault-not-a-text = Här ska det stå en text som inte är tom.
import-fault-not-a-number = Här ska det stå ett tal utan avrundning, till exempel 84.5.
import-fault-not-a-year = Här ska det stå ett år mellan 1600 och 2999.
import-fault-not-a-date = Här ska det stå en dag, till exempel 2018-10-25, 2018-10 eller 2018.
import-fault-not-a-period = Här ska det stå en period, till exempel 2018, 2017/18, 2018-12 eller 2018 D1.
import-fault-not-an-address = Adressen måste börja med https:// eller http://, ha ett värdnamn och sakna mellanslag, dolda tecken och användarnamn.
import-fault-not-among = Ordet är inte ett av dem som får stå här: { $allowed }.
import-fault-unknown-reference = Det som posten hänvisar till finns inte i filen.
import-fault-twice = En annan post har redan samma id eller samma period.
import-fault-key-twice = Fältet står två gånger i samma post. Behåll ett av dem.
import-fault-not-a-municipality-code = Kommunkoden är fyra siffror, till exempel 0484.
import-fault-control-character = Texten eller fältets namn har ett styrtecken, eller ett tecken som vänder läsriktningen. Ta bort det.
import-fault-too-long = Texten är för lång. Namn, titlar och id får ha högst 500 tecken, andra texter högst 20 000.
import-reason-no-place = den här versionen har ingen plats för det
import-reason-of-the-page = berättar hur en sida som lästes är gjord, inte något om kommunen
import-reason-of-the-file = berättar hur filen är gjord, inte något om kommunen
import-reason-no-source = källa saknas
import-reason-not-yet = gäller en tid som inte har varit än
import-reason-not-in-the-file = det som posten handlar om finns inte i filen
import-reason-conflict = en annan post säger något annat om samma sak
import-reason-repeated = en annan post har redan sagt det
import-reason-no-reason = en bedömning utan motivering visas inte
import-reason-no-year = ett beslut utan år visas inte
import-summary = { $taken } poster togs in och { $reported } redovisas. { $events } händelser skrevs.
import-nothing = Allt i filen fanns redan. Ingenting ändrades.
import-faulty = { $count ->
    [one] Filen har ett fel. Ingenting togs in.
   *[other] Filen har { $n } fel. Ingenting togs in.
}
import-more-faults = Ytterligare { $n } fel visas inte.
