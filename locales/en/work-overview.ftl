overview-of = Overview: { $round }
overview-none = Nothing is in for { $round } yet
overview-begun = { $round } has begun to come in
overview-quarter = A quarter of { $round } is in
overview-half = Half of { $round } is in
overview-three-quarters = Three quarters of { $round } are in
overview-nearly = { $round } is nearly in
overview-all = { $round } is in
overview-lead = { $sent } of { $all } rows have been sent in.
overview-nobody-late = Nobody is late.
overview-some-late = { $count ->
    [one] One is late.
   *[other] { $n } are late.
}
overview-next-day = { $count ->
    [one] The next last day is { $day }. One committee or company is missing.
   *[other] The next last day is { $day }. { $n } committees and companies are missing.
}
overview-who = Who has sent what?
overview-counts-help = The figures are rows of all rows. The text is seen when it has been sent in.
overview-table = Table: who has sent what
overview-body = Committee or company
overview-written = Written
overview-done = done
overview-going-on = going on
overview-not-begun = not begun
overview-late = late
overview-is-due = The last day is { $day }
overview-was-due = Was due { $day }
remind = Remind those who are missing
remind-help = Each gets a letter that leads to their own rows. It is sent as soon as it is not night.
remind-no-mail = No mail is sent from this system. Whoever runs it sets it up.
remind-nobody = Nobody with rows left has an address to write to.
remind-whom = These get a letter
remind-line = { $count ->
    [one] { $name }, { $body }: one row left
   *[other] { $name }, { $body }: { $n } rows left
}
remind-unreached = Rows are missing here, but nobody who reports can be reached by a letter
remind-letter = How the letter begins
remind-send = { $count ->
    [one] Send one reminder
   *[other] Send { $n } reminders
}
remind-done = { $count ->
    [one] One reminder is on its way.
   *[other] { $n } reminders are on their way.
}
desk-overview-help = Who has sent what, and reminders
matter-law = The day of the law
matter-law-meeting = Set a day for the council
law-day-interim = By the Local Government Act the interim report is to be with the council and the auditors by { $day }.
law-day-annual = By the Local Government Act the annual report is to be with the council and the auditors by { $day }.
matter-action = An action is missing
matter-action-says = { $body }: { $row } is off track. An action should have been decided by { $day }.
