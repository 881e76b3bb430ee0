# The governance model: levels, scales and topics, by the strategist and without code.

models = Governance model
models-help = Here you decide which levels the plan has, how they belong together and how they are judged. A new model is a draft until you put it in force. Earlier periods keep their model.
models-there = Models
models-none = There is no model yet. Begin one below.
model-begin = Begin a new model
model-begin-help = Choose what it begins as. It becomes a draft that only the strategist sees, and you can change everything in it.
model-from = Begin from
model-copy-of = A copy of { $name }
model-name-help = For example Strategic direction 2028–2031. The name stands on the website.
model-first-year = First year
model-last-year = Last year
model-begin-go = Begin
model-done-thrown = The draft has been thrown away.
model-done-saved = The change has been saved.
model-done-force = The day has been set. The model holds from then on.
model-stage-draft = Draft. Only the strategist sees it.
model-stage-coming = Comes into force on { $day }.
model-stage-in-force = In force since { $day }.
model-stage-over = The period is over. The model stays as it was.
model-public-help = The model is in force. Before a change is made you see what it does. It then holds from today, and pages that show earlier days stay as they were.
model-lacks = This is missing. You can put the model in force all the same.
model-lacks-planned = No level is written in the plans of a year, so nobody can plan by the model.
model-lacks-goal = No level is council's goal.
model-lacks-translation = { $count ->
    [one] One name is missing in English or Finnish.
   *[other] { $n } names are missing in English or Finnish.
}
model-levels = Levels
model-stands = Here stand { $what }.
model-use-decided = { $count ->
    [one] one row that is decided
   *[other] { $n } rows that are decided
}
model-use-in-hand = { $count ->
    [one] one row of a plan that is not decided
   *[other] { $n } rows of plans that are not decided
}
model-use-taken-back = { $count ->
    [one] one draft that was taken back
   *[other] { $n } drafts that were taken back
}
model-must-support = Must support: { $what }.
model-may-support = May support: { $what }.
model-owned-by = Owned by: { $who }.
model-decided-by = Decided by: { $who }.
model-judged-by = Judged by the scale { $scale }.
model-is-measured = Measured by indicators.
model-closed-by-decision = Closed only by decision.
model-has-criteria = The wording is read against: { $criteria }.
model-has-limit = At most { $most } for each body.
model-season = { $month }: { $what }.
model-up = Move up
model-down = Move down
model-level-add = Add a level
model-level-new = New level
model-scales = Scales
model-scales-none = The model has no scale. Then nothing is judged.
model-scale-add = Add a scale
model-scale-new = New scale
model-itself = Name and period
model-period-stays = The period is { $period }. It stands in the addresses of the pages and cannot be changed.
model-follows = Follows
model-follows-none = No earlier model
model-dimensions = What the model uses
model-dimensions-help = Levels can be placed under what is chosen here. What there is in each you decide on the page
model-throw = Throw the draft away
model-throw-help = The draft disappears and the period becomes free. It cannot be undone.
model-throw-go = Throw away
model-look = See what the change does
model-beside = Differs from what is saved now
model-effect = This happens
model-waits = Goals and plans can be written by the model as soon as you have said the day. Residents see it, and what is decided in it, from { $day }.
model-effect-help = Nothing is done yet. The change holds from today.
model-effect-model = In the model
model-effect-plan = In plans and on the website
model-effect-nothing = Nothing that is there is touched.
model-effect-past = Pages that show an earlier day, and earlier periods, stay as they were.
model-effect-stands = { $name }: here stand { $what }. They get what is changed.
model-effect-lacking = { $count ->
    [one] One row cannot be decided before it has a link that the model then requires.
   *[other] { $n } rows cannot be decided before they have a link that the model then requires.
}
model-effect-misplaced = { $count ->
    [one] One row is owned by a body that then cannot own it.
   *[other] { $n } rows are owned by bodies that then cannot own them.
}
model-differs-name = The model is called { $name }.
model-differs-frame = Period, predecessor or topics are others.
model-differs-level-new = New level: { $name }.
model-differs-level-gone = The level { $name } is gone.
model-differs-level-name = The level { $name } is called { $new }.
model-differs-level = The level { $name } is otherwise: { $parts }.
model-differs-order = The levels stand in another order.
model-differs-scale-new = New scale: { $name }.
model-differs-scale-gone = The scale { $name } is gone.
model-differs-scale = The scale { $name } is otherwise.
model-differs-from = Differs from { $name }
model-differs-nothing = Nothing differs.
model-part-purpose = what it is for
model-part-many = what several are called
model-part-supports = what it supports
model-part-owners = who owns it
model-part-deciders = who decides it
model-part-measured = whether it is measured
model-part-scale = the scale
model-part-closed = how it is closed
model-part-criteria = the criteria
model-part-seasons = the place in the year
model-part-limit = the limit
model-called = What it is called
model-one = One is called
model-one-en = One is called in English
model-one-fi = One is called in Finnish
model-many = Several are called
model-many-en = Several are called in English
model-many-fi = Several are called in Finnish
model-purpose = What it is for
model-purpose-help = The pages go by this, whatever you call the level.
model-purpose-stays = For: { $purpose }. It cannot be changed once something stands on the level, since the addresses of the pages rest on it.
model-choose = Choose
model-purpose-goal = A goal of council
model-purpose-process-goal = A goal of a process
model-purpose-commitment = A promise for one year by a committee or company
model-purpose-activity = An activity of a unit
model-purpose-assignment = An assignment from a political body
model-purpose-service = Service declaration
model-purpose-control = A control point of internal control
model-purpose-action = An action when something deviates
model-purpose-financial = Financial goal
model-purpose-other = Something else that is written in the plan of a year
model-supports = What it supports
model-supports-help = The red thread upwards. Without what must be there a row cannot be decided.
model-support-no = Does not support
model-support-may = May support
model-support-must = Must support
model-upward-vision = The vision
model-whose = Who owns and decides
model-whose-help = Leave a column empty if every kind may.
model-owns = Owns
model-decides = Decides
model-owns-which = { $kind } owns
model-decides-which = { $kind } decides
model-judging = Follow-up
model-scale = Judged by the scale
model-scale-none = Not judged
model-measured = Measured by indicators
model-closed = Closed only by a decision
model-limit = At most so many for each body
model-limit-help = The limit is shown before something is decided. It stops nobody.
model-criteria = Criteria for the wording
model-criteria-help = For example TAKT: clear, assigned, quantifiable, timed. A criterion is shown while somebody writes and stops no draft.
model-criterion = Criterion { $number }
model-check = What is read
model-check-clear = A person reads the sentence
model-check-assigned = Body and role are filled in
model-check-quantifiable = A quantity or a condition is filled in
model-check-timed = The due date lies in the period
model-vague = Words to ask about
model-vague-help = One on each line, for example work with. Whoever writes them is asked what is then to be seen.
model-seasons = The place in the year
model-seasons-help = What is done in which month, for example that council decides next year's control points in November.
model-season-row = Occasion { $number }
model-month = Month
model-season-what = What is done
model-season-en = In English
model-season-fi = In Finnish
model-level-remove = Take the level away
model-level-in-use = Something stands on the level. It can therefore not be taken away.
model-level-remove-help = Nothing stands on the level. Links to it are taken away too.
model-level-remove-go = Take away
model-scale-help = A scale has a value for each verdict. What it counts as decides how it is counted on the pages, whatever you call it.
model-scale-in-use = Something has been judged by the scale. Values that are used can be renamed and not taken away.
model-scale-called = What the scale is called
model-values = Values
model-values-help = The best first. Empty a name to take the value away.
model-value = Value { $number }
model-value-name = Called when the year is over
model-forecast = Called during the year
model-forecast-en = During the year in English
model-forecast-fi = During the year in Finnish
model-shape = Sign
model-shapes = The signs
model-shape-good = Filled circle with a check
model-shape-partly = Half-filled diamond
model-shape-bad = Filled square with a cross
model-shape-unclear = Dashed circle
model-shape-done = Flag
model-shape-not-begun = Empty circle
model-counts = Counts as
model-counts-as = counts as { $what }
model-counts-met = Met
model-counts-partly = Partly met
model-counts-not-met = Not met
model-counts-unknown = Unknown
model-place = Place
model-scale-remove = Take the scale away
model-scale-remove-help = Nothing has been judged by the scale. Levels that were to be judged by it are left without.
model-scale-remove-go = Take away
model-force = Put the model in force
model-force-other = Change the day
model-force-help = Once the day is said the goals of the whole period can be written at once, and the years that begin on that day or later are planned by the model. From the day itself it stands on the website. Nothing is done yet.
model-force-from = In force from
model-force-from-help = Choose a day no later than the one on which the direction is decided: before it no decision can be recorded. Until that day you can choose another.
model-force-look = See what happens on that day
model-force-go = Put in force on { $day }
model-becomes-public = From { $day } the model stands on the website, with goals for { $period } once they are decided.
model-stays = { $count ->
    [one] In { $name } one row stays, with its model.
   *[other] In { $name } { $count } rows stay, with their model.
}
model-takes-over = The planning for { $year } passes over from { $from }.
model-takes-over-plan = { $count ->
    [one] { $name } has a plan in hand with one row by that model. No new rows can be put in it.
   *[other] { $name } has a plan in hand with { $count } rows by that model. No new rows can be put in it.
}
model-takes-over-rounds = Rounds that were opened by that model: { $rounds }.
model-fault-origin = Choose what the model is to begin from.
model-fault-year = Write a year with four digits, for example 2028.
model-fault-years = The last year is to be the same as the first or later, and at most twenty years away.
model-fault-gone = What you chose is not there any more. Choose something else.
model-fault-changed = Somebody else has changed this since you opened the page. Read what is saved now before you save yours.
model-fault-purpose = Choose what the level is for.
model-fault-limit = Write a whole number from 1 to 1,000, or leave it empty.
model-fault-check = Choose what the criterion reads.
model-fault-vague = The words belong to a criterion that a person reads. Add one or empty the field.
model-fault-month = Choose a month.
model-fault-circle = The levels support each other in a circle: { $way }. Take away one of the steps.
model-fault-values = Write at least one value.
model-fault-shape = Choose a sign.
model-fault-counts = Choose what the value counts as.
model-fault-past = The day has already been. Choose today or a day to come.
model-dimension-perspective = Perspectives
model-dimension-value = Values created
model-dimension-process = Processes
model-dimension-target-group = Target groups
model-dimension-core-value = The organisation's values
model-dimension-agenda = Agenda 2030
model-dimension-area = Geographic areas
core-values-change = Change the values, or add one
model-month-1 = January
model-month-2 = February
model-month-3 = March
model-month-4 = April
model-month-5 = May
model-month-6 = June
model-month-7 = July
model-month-8 = August
model-month-9 = September
model-month-10 = October
model-month-11 = November
model-month-12 = December
topics = Perspectives, processes and other topics
topics-help = What the levels are placed under. Topics outlive models: a new name stands from today on the pages of every period. If an earlier period is to keep its name, add a new topic instead.
topics-none = Nothing yet.
topic-add = Add
topic-new = New in { $dimension }
topic-done = The topic has been saved.
topic-help = What you save stands on the website from today.
topic-part-of = Part of { $name }.
topic-owner-is = Owned by { $name }.
topic-meaning = What it means
topic-parent = Part of
topic-parent-none = Stands by itself
topic-direction = Which way the perspective looks
topic-direction-none = Not said
topic-outward = Outward: what we achieve for others
topic-inward = Inward: how the work is done
topic-owner = Owner
topic-owner-none = No owner
topic-order = Place among the others
topic-fault-order = Write a whole number, for example 3.
topic-fault-changed = Somebody else has changed the topic since you opened the page. It is now called { $name }. Save again if yours is to stand.
model-yearly = The rounds of a year
model-yearly-none = The model does not say when plans and reports are due. Then the rounds of the first year are set up one by one.
model-yearly-add = Add a round
model-yearly-new = New yearly round
model-yearly-help = A round that every year has, with its days. A year that has no year before it is set up by the model. Other years are set up by the year before: add the round there, too.
model-yearly-name-help = Without its year, for example Interim report 2.
model-yearly-cut-off-help = The day that the information is about, for example 31 August. For planning: a day in the year that is planned, for example 1 January.
model-yearly-opens-help = For example 1 September. Leave empty if it is always open.
model-yearly-deadlines-help = Day and month, for example 15 September. Leave empty for those who are not asked.
model-yearly-about = Position as of { $day }
model-yearly-remove = Take the round out of the model
model-yearly-remove-help = Rounds that are open already stay.
model-fault-day = Write day and month, for example 15 September. Every year must have the day.
model-fault-deadlines = Write the last day for at least one kind of body.
model-differs-yearly-new = New yearly round: { $name }.
model-differs-yearly-gone = The round { $name } is no longer held every year.
model-differs-yearly = The round { $name } has other days or asks for something else.
model-yearly-remove-go = Take the round away
model-fault-year-in-name = Write the name without a year: the year is added when the round is opened.
model-fault-opens-late = The last day is before the day on which the round opens.
topic-last-day = Ends, last day
topic-last-day-help = Leave empty as long as it holds. What stands under it stays there; what begins later cannot be placed under it.
topic-stands = { $count ->
    [one] One goal or commitment that holds stands under it.
   *[other] { $count } goals and commitments that hold stand under it.
}
topic-stands-none = No goal or commitment that holds stands under it.
model-is-decided-within = { $count ->
    [one] An action is decided within one day.
   *[other] An action is decided within { $n } days.
}
model-part-decided-within = by when an action is decided
model-within = Within how many days is an action to be decided?
model-within-help = Counted from the decision that something is off track. Leave it empty if you have set no time.
model-fault-within = Write a number of days, from 1 to 366.
