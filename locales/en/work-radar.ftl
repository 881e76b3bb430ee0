# The overview: the balance, what needs a decision, and the rows of a body.
matters = Needs your decision
matters-count = { $count ->
    [one] One thing needs your decision.
   *[other] { $n } things need your decision.
}
matters-none = Nothing needs your decision just now.
matter-against = The assessment and the figures say different things
matter-against-worse = { $body } has judged “{ $row }” as “{ $mark }”, but the figures are worse than the target: { $indicators }.
matter-against-better = { $body } has judged “{ $row }” as “{ $mark }”, but the figures meet the target: { $indicators }.
matter-read = Read the assessment
matter-odd = The figure is unusual
matter-odd-says = { $indicator } went from { $before } ({ $earlier }) to { $latest } ({ $period }). Is that right, or a slip of the pen?
matter-odd-of = { $body }: { $indicator } went from { $before } ({ $earlier }) to { $latest } ({ $period }). Is that right, or a slip of the pen?
matter-see-indicator = See the indicator
matter-nothing-in = Nothing has come in
matter-nothing-in-says = { $body } has sent nothing in. The last day was { $day }.
matter-see-rows = See the rows
matter-links = { $count ->
    [one] One commitment has no goal above it
   *[other] { $n } commitments have no goal above them
}
matter-links-says = The governance model says which goal a commitment leads to. Without it the plan cannot be handed in.
matter-tie = Tie them
overview-balance = The balance between the perspectives
overview-balance-help = What is decided in the round is counted, and what is sent in and yours to read. What nobody has judged in the round counts as not judged.
overview-cells-help = Choose a cell to see the rows.
body-rows-none = { $body } has sent nothing in yet
body-rows-some = { $sent } of { $all } rows have been sent in
body-rows-all = All rows have been sent in
body-rows-written = Something is written on { $written } of { $all } rows.
body-rows-help = The text is seen when the row has been sent in, and only by those who may read it.
body-rows-decided = Decided
body-rows-approved = Approved
body-rows-handed-in = Sent in and not approved
body-rows-unsent = Not sent in
body-rows-others = Other rows
body-rows-unread = { $count ->
    [one] One of them has been sent in, but its text is not yours to read.
   *[other] { $n } of them have been sent in, but their text is not yours to read.
}
body-rows-nothing = No rows.

# The radar: what is silent, and what nothing covers.
radar = Radar
radar-desk = What nobody has looked after
radar-none = Everything is looked after, and nothing has fallen silent
radar-heading = { $count ->
    [one] One row needs somebody to look after it
   *[other] { $n } rows need somebody to look after them
}
radar-help-all = Decided rows in the whole group that are about to be forgotten. One row may stand here for several reasons.
radar-help-own = Decided rows of yours that are about to be forgotten. One row may stand here for several reasons.
radar-choose = Choose what to see
radar-kind = Why
radar-all-kinds = All reasons
radar-show-all = { $count ->
    [one] Show the only one
   *[other] Show all { $n }
}
radar-nothing = Nothing here of what you chose.
radar-people = With whom
radar-people-help = Rows of the list that somebody answers for. Names are seen only by those who write for the same body.
radar-person-rows = { $count ->
    [one] one row
   *[other] { $n } rows
}
radar-group = { $count ->
    [one] { $body }: one thing
   *[other] { $body }: { $n } things
}
radar-looked-after = Looked after by { $name }
silence-upphort = The responsible body is no more
silence-mal = The goal is closed
silence-slutat = The responsible person has left
silence-passerad = The last day has passed
silence-aldrig = Never reported
silence-gammal = Nothing new since an earlier round
silence-ingen = Nobody is responsible
silence-says-upphort = The body is no more, and the row is still its own.
silence-says-mal = Every goal that the row leads to is closed or withdrawn.
silence-says-slutat = Whoever is named as responsible holds no role any longer.
silence-says-passerad = It was to be done, and nobody has closed it or told how it went.
silence-says-aldrig = The row is decided, and nobody has said in any round how it goes.
silence-says-gammal = The latest word is older than the latest round.
silence-says-ingen = Nobody is named to look after the row.
radar-hand-over = Hand over
radar-choose-person = Choose who answers for it
radar-open = Change the row
radar-report = Report
radar-retire = Record a decision
radar-ask = Whoever writes at { $body } looks after the rows. You can read them.
radar-read = Read the row
radar-coverage = Coverage
radar-goals = { $count ->
    [one] One goal has no commitments.
   *[other] { $n } goals have no commitments.
}
radar-goals-all = Every goal has commitments.
radar-indicators = { $count ->
    [one] One indicator lacks its latest value.
   *[other] { $n } indicators lack their latest value.
}
radar-indicators-all = Every indicator has its latest value.
radar-see = See which
radar-on-time = Sent in on time
radar-on-time-help = The share of rows that were sent in by the last day. The number stands in brackets.
radar-on-time-none = No round has passed its last day yet.
radar-not-asked = no rows

# The letter of the week.
mail-week = { $count ->
    [one] One row needs somebody to look after it. { $ways }.
   *[other] { $n } rows need somebody to look after them. { $ways }.
}
mail-week-link = Open the radar
