# Brev: det som skickas med e-post.

mail-greeting = Hej { $name }!
mail-foot-from = Brevet kommer från styrsystemet hos { $town }.
mail-foot-digest = Du får högst ett sådant här brev om dagen. Du kan stänga av dem på ditt konto.
mail-account = Ditt konto
mail-digest-subject = { $count ->
    [one] Ett besked från styrsystemet hos { $town }
   *[other] { $n } besked från styrsystemet hos { $town }
}
mail-digest-lead = Det här har hänt, eller är på väg, hos de organ där du har en roll.
mail-invitation-subject = Du kan logga in i styrsystemet hos { $town }
mail-invitation-lead = Du har fått ett konto i styrsystemet hos { $town }. Där planerar och följer ni upp arbetet.
mail-login = Ditt användarnamn är { $login }.
mail-invitation-password = Lösenord skickas aldrig med e-post. Behöver du ett engångslösenord får du det på annat sätt av den som släppte in dig.
mail-new-password-subject = Du har ett nytt engångslösenord hos { $town }
mail-new-password-lead = En administratör har gjort ett nytt engångslösenord åt dig. Du är utloggad överallt.
mail-password-changed-subject = Ditt lösenord hos { $town } är bytt
mail-password-changed-lead = Du har valt ett nytt lösenord i styrsystemet. Dina andra enheter är utloggade.
mail-passkeys-changed-subject = Passnycklarna till ditt konto hos { $town } är ändrade
mail-passkeys-changed-lead = En passnyckel till ditt konto i styrsystemet har lagts till eller tagits bort. Den loggar in utan lösenord. Andra enheter är utloggade.
mail-not-you = Var det inte du? Hör av dig till administratören i dag.
mail-sign-in-where = Här loggar du in.
mail-sign-in = Logga in
mail-handed-in = { $body } har lämnat in sin plan för { $year }, den { $day }. Den väntar på beslut.
mail-referred = { $body } ber er om synpunkter på sin plan för { $year }, senast den { $day }.
mail-revise = { $title } ska vara omprövad senast den { $day }. Då ska en ny vara beslutad, eller den som gäller vara förlängd.
mail-remind-referral = { $body } väntar på era synpunkter på sin plan för { $year }. Sista dagen är den { $day }.
mail-remind = { $count ->
    [one] { $body } har inte lämnat in sin plan för { $year }. Sista dagen är i morgon, den { $day }.
   *[other] { $body } har inte lämnat in sin plan för { $year }. Sista dagen är den { $day }, om { $n } dagar.
}
mail-mentioned = Någon har nämnt dig i en kommentar till plan { $year } för { $body }.
mail-remind-today = { $body } har inte lämnat in sin plan för { $year }. Sista dagen är i dag, den { $day }.
mail-decided = { $body } har fattat ett beslut, { $day }.
mail-decided-paragraph = { $body } har fattat ett beslut, { $day }, § { $paragraph }.
mail-titled = Det gäller ”{ $title }”.
mail-desk = Mitt arbete
mail-plan = Planen för { $year }, { $body }
mail-report = { $count ->
    [one] { $round }: en rad väntar på dig för { $body }. Sista dagen är den { $day }.
   *[other] { $round }: { $n } rader väntar på dig för { $body }. Sista dagen är den { $day }.
}
mail-report-late = { $count ->
    [one] { $round }: en rad för { $body } skulle ha kommit den { $day }. Det går fortfarande att rapportera.
   *[other] { $round }: { $n } rader för { $body } skulle ha kommit den { $day }. Det går fortfarande att rapportera.
}
mail-missing = { $count ->
    [one] { $body } har inte skickat in en rad i { $round }. Sista dagen var den { $day }.
   *[other] { $body } har inte skickat in { $n } rader i { $round }. Sista dagen var den { $day }.
}
mail-missing-link = Se raderna
mail-report-link = Rapportera { $round }
mail-report-link-is-yours = Länken är din egen och leder till dina rader utan lösenord. Skicka den inte vidare.
mail-asked-subject = { $round }: du har kvar att rapportera, { $town }
mail-asked = { $count ->
    [one] { $round }: en rad väntar på dig.
   *[other] { $round }: { $n } rader väntar på dig.
}
mail-asked-last = Sista dagen är den { $day }.
mail-asked-was = Sista dagen var den { $day }. Det går fortfarande att rapportera.
