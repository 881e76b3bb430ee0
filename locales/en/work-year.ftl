# The year: rounds of planning and follow-up, the annual wheel and the calendar.

year-nav = The year
year-page = The year { $year }
year-heading = { $what }, { $day }
year-heading-empty = No days are set for { $year } yet
year-heading-over = Everything that was set for { $year } has been
year-help = When plans and follow-up are to be handed in, by whom, and who decides. Each row says which year it is about.
year-done = It is saved.
year-wheel = The annual wheel { $year }
year-wheel-says = Planning in the outer ring, follow-up in the inner one. The list after the wheel says the same.
year-wheel-help = Outer ring: planning. Inner ring: follow-up. ◇ The council decides.
year-wheel-help-own = Outer ring: planning. Inner ring: follow-up. ◇ The council decides. ● Your day.
year-mine = Your days
year-all = Everybody’s days
year-whose = Whose days are shown
year-own = Your day
year-list = Day by day
year-list-none = No day is set.
year-next = Next
year-rounds = Rounds of { $year }
year-rounds-none = No round is set up.
year-other = Other years
year-as-before = Set up { $year } like { $before }
year-by-model-help = { $count ->
    [one] The model has one round every year.
   *[other] The model has { $n } rounds every year.
}
year-as-before-help = { $count ->
    [one] One round of { $before } has no counterpart yet.
   *[other] { $n } rounds of { $before } have no counterpart yet.
}
days-today = Today
days-left = { $count ->
    [one] One day left
   *[other] { $n } days left
}
moment-opens = { $round } opens
moment-cut-off = The information in { $round } is about this day
moment-deadline = Last day for { $kinds }: { $round }
moment-meeting = { $body }: { $round }
asked-council = the council
asked-board = the executive board
asked-committees = the committees
asked-joint = the joint committees
asked-companies = the companies
asked-administrations = the administrations
round = Round
round-new = New round
round-new-help = A round is an occasion on which plans or reports are to be handed in.
round-change = Change
round-planning = Planning
round-interim = Follow-up during the year
round-annual = Follow-up of the whole year
round-plans = Plans { $year }
round-follows = Follows up { $year }
round-to-come = Opens later
round-open = Under way
round-over = Over
round-called-off = Called off
round-called-off-because = Called off: { $reason }
round-name = Name
round-occasion = What is it?
round-cut-off = Position as of
round-cut-off-help = The day that the information is about, for example 2027-08-31. Of a plan: a day in the year that is planned.
round-cut-off-fixed = The day stays: somebody has already written an assessment.
round-opens = Opens
round-opens-help = Leave empty if it is open already.
round-deadlines = Last day to hand in
round-meetings = Who deals with it, and when?
round-meetings-help = For example the meetings of the committees, the executive board and the council. An empty row does not count.
round-body = Body { $number }
round-meeting-day = Day of body { $number }
round-choose = Choose
round-asks-for = What is asked for?
round-asks-for-help = One thing on each line.
round-save = Save the round
round-create = Open the round
round-call-off = Call the round off
round-call-off-help = The round leaves the wheel, the list and the calendar. It stays here and in the history, with the reason.
round-reason = Why is it called off?
round-is-called-off = The round is called off and cannot be changed.
round-fault-name = Write what the round is called in Swedish, for example Delårsrapport 2, 2027.
round-fault-occasion = Choose whether it is planning or follow-up.
round-fault-body = Choose which body meets on that day, or empty both fields.
round-fault-twice = The same body stands twice on the same day.
round-fault-reason = Write why the round is called off.
round-fault-changed = Somebody has changed this since you opened the page. What you wrote still stands here. Open the page anew in another tab and compare before you save.
round-fault-no-model = There is no goal model for { $year }. Choose a day in a year that has one.
cycle = Set up { $year }
cycle-help = This is the result if { $year } goes like { $before }. Meetings and last days have the same weekday as then, or the working day before a holiday. Open a row to change it, or clear its box.
cycle-help-model = This is how { $year } goes by the model. A last day on a holiday is moved to the working day before. Open a row to change it, or clear its box.
cycle-from-model = From the model
cycle-none = Everything that there was in { $before } already has a counterpart in { $year }, or there was nothing.
cycle-gone = Dealt with by { $bodies }, no longer there. Choose who does it now.
cycle-open = { $count ->
    [one] Open the round
   *[other] Open the rounds
}
cycle-fault-gone = { $names } is no longer proposed: the model or the year before has changed. Nothing is opened. See what is left, and open it.
cycle-fault-none = Tick at least one round.
desk-coming = Coming up
desk-year = The whole year
desk-plan-by = To be handed in by { $day }. { $left }.
desk-plan-late = Should have been handed in by { $day }.
feed = Calendar
feed-help = Your days of the annual wheel in your own calendar program: last days, meetings and when rounds open. Whoever has the address sees the same days, so do not share it.
feed-address = Address to subscribe to
feed-once = Copy it now. It is not shown again. In Outlook: Add calendar, Subscribe from web.
feed-begin = Create an address
feed-new = Create a new address instead of the old one
feed-end = Turn the address off
feed-ended = The address is turned off.
feed-follow = Follow the year in your own calendar
feed-name = { $municipality }: the year
cycle-opens = Opens { $day }
cycle-last = Last day { $days }
terms = Terms of office
terms-help = From when to when the council, the committees and the boards are elected. A term is no goal period: what is under way goes on.
terms-election = After an election
terms-election-help = Choose those that get a new term on the same days. The council and the committees differ: do it in two steps.
terms-bodies = Who is it about?
terms-set = Set the term
terms-standing = How it is now
terms-now = Now
terms-next = Then
terms-days = { $from } up to and including { $to }
terms-none = No term is set.
terms-correct = Correct
terms-correct-go = Save the correction
terms-fault-bodies = Tick those that get a new term.
terms-fault-changed = Somebody else has changed the days since you opened the page: now it is { $days }. Save again if yours are to hold.
year-heading-others = Nothing more for you in { $year }
round-days = Days
round-fault-no-day = Say the last day for at least one kind of body, or when a body meets.
cycle-no-model = No goal model has what { $year } would be about. The rounds can be opened when a goal model for those years holds.
