# Driftinformation, kontaktcenter, sidansvar och frågan om sidan.

refusal-ends-before-it-starts = Det slutar innan det börjar.
refusal-notice-already-over = Sluttiden har redan varit. Ange en senare tid eller ingen alls.
refusal-hours-upside-down = Tiderna slutar innan de börjar, eller så står dagarna i fel ordning.
refusal-hours-overlap = Två tider gäller samtidigt på samma dag.
refusal-office-under-itself = Ett kontor hör till kontaktcentret och kan inte ha egna kontor under sig.
refusal-not-a-phone = { $phone } är inget telefonnummer. Skriv till exempel 0123-45 67 89.
refusal-not-a-path = { $path } är ingen adress på webbplatsen. Skriv till exempel /kontakt.
refusal-fact-notice = ett driftmeddelande
refusal-fact-office = ett kontor

holiday-new-years-day = nyårsdagen
holiday-epiphany = trettondedag jul
holiday-good-friday = långfredagen
holiday-easter-sunday = påskdagen
holiday-easter-monday = annandag påsk
holiday-first-of-may = första maj
holiday-ascension-day = Kristi himmelsfärdsdag
holiday-whit-sunday = pingstdagen
holiday-whit-monday = annandag pingst
holiday-national-day = nationaldagen
holiday-midsummer-eve = midsommarafton
holiday-midsummer-day = midsommardagen
holiday-all-saints-day = alla helgons dag
holiday-christmas-eve = julafton
holiday-christmas-day = juldagen
holiday-boxing-day = annandag jul
holiday-new-years-eve = nyårsafton

site-clock = { $hour }.{ $minute }
site-moment = { $day } kl. { $time }
site-moment-today = i dag kl. { $time }
site-moment-weekday = { $weekday } { $day } kl. { $time }
site-website = webbplatsen för { $municipality }
weekday-monday = måndag
weekday-tuesday = tisdag
weekday-wednesday = onsdag
weekday-thursday = torsdag
weekday-friday = fredag
weekday-saturday = lördag
weekday-sunday = söndag

notices = Driftinformation
notices-ingress = Här ser du vad som inte fungerar som det ska, vad som är på gång och vad som har varit.
notices-now = Just nu
notices-then = Den här dagen
notices-none-now = Inga störningar är kända just nu.
notices-none-then = Inga meddelanden hittades för den här dagen.
notices-coming = Kommande
notices-past = Tidigare
notice-crisis = Kris
notice-warning = Störning
notice-information = Information
notice-affects = Det här berörs:
notice-alternatives = Gör så här i stället:
notice-from = Från { $moment }
notice-from-none = Starttiden hittades inte.
notice-to = till { $moment }.
notice-to-open = och tills vidare.
notice-to-none = Sluttiden hittades inte.
notice-changed = Uppdaterat { $moment }.
notice-known = Uppgiften är från { $day }.
notice-severity-ours = Graden är vår tolkning.

contact = Kontakt
contact-ingress = Här ser du hur du når kommunen: telefon, besök och tider.
contact-none = Kontaktuppgifter för den här dagen hittades inte.
contact-call = Ring
contact-visit = Besök:
contact-all = Alla tider och dagar som avviker
contact-addresses = Besöksadresser
hours-visiting = Besökstid
hours-telephone = Telefontid
hours-none = tiderna för den här dagen hittades inte.
hours-no-end = från { $from }, sluttid hittades inte
hours-closed = Stängt
hours-on-eves = Dag före helgdag
hours-from = Gäller från { $day }
hours-to = till och med { $day }.
hours-note = Anges som:
hours-from-source = Tiderna är hämtade ur källan och kan ha ändrats. Ring för att få veta vad som gäller i dag.
hours-coming = Från { $day }
hours-other-days = Dagar som avviker.
hours-day = Dag
hours-why = Varför
hours-open = Tid
hours-eve = Dag före helgdag
open-visiting = Öppet nu, till { $time }.
open-telephone = Telefonen är öppen nu, till { $time }.
closed-visiting = Stängt just nu. Öppnar igen { $moment }.
closed-telephone = Telefonen är stängd just nu. Öppnar igen { $moment }.
closed-long-visiting = Stängt just nu. När det öppnar igen är inte bestämt.
closed-long-telephone = Telefonen är stängd just nu. När den öppnar igen är inte bestämt.

page-owner = Ansvarig för sidan
page-owner-none = Ansvarig för sidan hittades inte.
page-owner-source = Så anger källan:
page-owner-review = Ses över senast { $day }

helped-yes = Ja
helped-no = Nej
thanks-title = Tack för ditt svar
thanks-title-fault = Fel: kommentaren kom inte med
comment-label = Vill du berätta mer? Det är frivilligt.
comment-help = Högst 2 000 tecken. Skriv inte namn, telefonnummer eller annat som pekar ut någon.
comment-send = Skicka
comment-fault = Kommentaren kom inte med
comment-empty = Skriv något i rutan, eller lämna sidan. Ditt svar har vi redan.
comment-too-long = Du har skrivit { $characters } tecken. Korta till { $most }.
comment-too-late = Det har gått mer än en timme, eller så finns det redan en kommentar. Kopiera din text här om du vill ha den kvar.
comment-typed = Det här skrev du
comment-kept = Din kommentar är sparad. Tack!

error-other-site = Formuläret kom från en annan webbplats
error-other-site-text = Vi tar bara emot svar som skickas från våra egna sidor. Gå till sidan och svara där.
error-too-many = För många svar på en gång
error-too-many-text = Vi har fått ovanligt många svar den senaste stunden. Ditt svar sparades inte. Försök igen om tio minuter.

import-fault-not-toml = Filen är inte TOML: fel på rad { $line }, tecken { $column }.
import-fault-unknown-field = Det finns inget fält med det namnet här. Kontrollera stavningen.
import-fault-not-a-moment = Här ska det stå dag och tid, till exempel "2026-11-24 13:00".
import-fault-not-a-clock = Här ska det stå ett klockslag, till exempel "08:00".
import-fault-not-a-day = Här ska det stå en dag, till exempel 2026-11-24.
import-fault-not-days = Här ska det stå veckodagar, till exempel "mon" eller "mon-thu".
import-fault-not-yes-or-no = Här ska det stå true eller false.
import-fault-unknown-body = Inget organ har den adressen. Skriv till exempel "kommunstyrelsen".
import-fault-nothing-in = Filen har ingen sådan post. Varje post börjar med dubbla hakparenteser, till exempel [[notice]].

site-published = Publicerat. Poster i filen: { $entries }. Händelser som skrevs: { $events }.
feedback-erased = { $count ->
    [one] { $n } svar raderades.
   *[other] { $n } svar raderades.
}
office-sought-by = Öppettider, besökstid, telefontid, telefon och adress
