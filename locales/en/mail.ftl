# Letters: what is sent by e-mail.

mail-greeting = Hello { $name }!
mail-foot-from = This letter comes from the governance system of { $town }.
mail-foot-digest = You get at most one such letter a day. You can turn them off on your account.
mail-account = Your account
mail-digest-subject = { $count ->
    [one] One message from the governance system of { $town }
   *[other] { $n } messages from the governance system of { $town }
}
mail-digest-lead = This has happened, or is on its way, at the bodies where you hold a role.
mail-invitation-subject = You can sign in to the governance system of { $town }
mail-invitation-lead = You have been given an account in the governance system of { $town }. It is where the work is planned and followed up.
mail-login = Your user name is { $login }.
mail-invitation-password = Passwords are never sent by e-mail. If you need a one-time password, whoever let you in gives it to you in another way.
mail-new-password-subject = You have a new one-time password at { $town }
mail-new-password-lead = An administrator has made a new one-time password for you. You are signed out everywhere.
mail-password-changed-subject = Your password at { $town } has been changed
mail-password-changed-lead = You have chosen a new password in the governance system. Your other devices are signed out.
mail-passkeys-changed-subject = The passkeys of your account at { $town } have been changed
mail-passkeys-changed-lead = A passkey of your account in the governance system has been added or removed. It signs in without a password. Other devices are signed out.
mail-not-you = Was it not you? Get in touch with the administrator today.
mail-sign-in-where = This is where you sign in.
mail-sign-in = Sign in
mail-handed-in = { $body } handed in its plan for { $year } on { $day }. It waits for a decision.
mail-referred = { $body } asks you to comment on its plan for { $year }, by { $day }.
mail-revise = { $title } is to be reviewed by { $day }. By then a new one has to be decided, or the one in force extended.
mail-remind-referral = { $body } waits for your comments on its plan for { $year }. The last day is { $day }.
mail-remind = { $count ->
    [one] { $body } has not handed in its plan for { $year }. The last day is tomorrow, { $day }.
   *[other] { $body } has not handed in its plan for { $year }. The last day is { $day }, in { $n } days.
}
mail-mentioned = You are mentioned in a comment on plan { $year } of { $body }.
mail-remind-today = { $body } has not handed in its plan for { $year }. The last day is today, { $day }.
mail-decided = { $body } has made a decision, { $day }.
mail-decided-paragraph = { $body } has made a decision, { $day }, § { $paragraph }.
mail-titled = It is about “{ $title }”.
mail-desk = My work
mail-plan = The plan for { $year }, { $body }
mail-report = { $count ->
    [one] { $round }: one row waits for you for { $body }. The last day is { $day }.
   *[other] { $round }: { $n } rows wait for you for { $body }. The last day is { $day }.
}
mail-report-late = { $count ->
    [one] { $round }: one row for { $body } was due { $day }. You can still report it.
   *[other] { $round }: { $n } rows for { $body } were due { $day }. You can still report them.
}
mail-missing = { $count ->
    [one] { $body } has not handed in one row of { $round }. The last day was { $day }.
   *[other] { $body } has not handed in { $n } rows of { $round }. The last day was { $day }.
}
mail-missing-link = See the rows
mail-report-link = Report { $round }
mail-report-link-is-yours = The link is your own and leads to your rows without a password. Do not pass it on.
mail-asked-subject = { $round }: you have rows left to report, { $town }
mail-asked = { $count ->
    [one] { $round }: one row waits for you.
   *[other] { $round }: { $n } rows wait for you.
}
mail-asked-last = The last day is { $day }.
mail-asked-was = The last day was { $day }. You can still report.
