# The year: commitments, annual plan, money, balance.
number = number
not-called-commitment = The source does not call it a commitment.
commitment-over = It applied in { $period }. The period is over.
commitment-to-come = It applies in { $period }. The period has not begun.
commitment-not-judged = No decided follow-up was found for this day.
not-yet-commitment = On { $day } it had not been decided yet.
owner-as-source = in the words of the source
owner-not-found = The source does not say who
addressed-to = Addressed to
addressed-to-all = Every committee and company
given-away-by = Transferred to another body by decision of
to-reach = To be reached
to-reach-not-found = Neither a quantity nor a condition was found.
at-least = at least { $quantity }
amount = Amount
due-day = Due by
due-not-found = No day was found.
origin = Origin
origin-own = Its own
origin-not-said = The source does not say whether it is its own or assigned
origin-order-not-public = An answer to an assignment that is not public yet
origin-assigned = Assigned, in the words of the assignment:
origin-interpreted = Assigned, in its own words. The assignment:
findings = How it is worded
finding-yes = Yes
finding-no = No
finding-person = Judged by a person
finding-anyway = Clear all the same:
thread-both-ways = The thread goes up two ways: through a goal and through a process.
thread-of-two-ways = The thread may go up by two ways: through a goal and through a process. Here both were not found.
strategic-goal = Strategic goal
process-goal = Process goal
no-goal = No goal
no-goal-why = This is common and no gap.
gap-process-goal = Not found
gap-process-goal-why = This is a gap. The model requires it.
gap-process-goal-source = The sources show none.
gap-activities-source = The sources show no more concrete work.
gap-activities-none = Nothing more concrete is planned below this.
given-by = Given by
answers = How committees and companies answer
answers-help = The assignment goes to several. Each answers in its own words.
answers-lacking = No published answer from:
verdicts-table = Earlier verdicts
deeds = Decisions, from the first to the latest
deed-adopted = Adopted
deed-reworded = New wording
deed-transferred = Transferred to
deed-withdrawn = Withdrawn
deed-closed = Closed
righted = Slips of the pen put right
righted-on = Put right on { $day }.
body-given-away = Transferred to others
annual-plans = Annual plans
annual-plans-help = Every year the council decides an annual plan out of the direction and the processes.
annual-plan-ingress = What has been decided for the year, by whom, and which goals and processes it supports.
annual-plan-nothing = No decision for the year was found for this day.
plans-decided = Decided plans
plans-none = No decided plan for the year was found.
plan-adopted = Adopted by
plan-supplemented = Adopted and later supplemented. Adopted by
plan-closed = Closed. Adopted by
plan-closed-by = Closed by
plan-until-election = Adopted before the election, by the council that sat until { $day }. The newly elected council settles the budget.
supplement = Supplement
supplement-new-council = by the newly elected council
supplement-reworded = New wording:
plan-ways = Two ways up
plan-by-perspective = Through a goal
plan-by-process = Through a process
plan-without-goal = Without a goal
plan-without-process = Without a process
plan-by-body = What is to be done, body by body
other-years = Other years
annual-plan-count = { $count ->
    [one] { $n } item was found for the year.
   *[other] { $n } items were found for the year.
}
annual-plan-activities = { $count ->
    [one] { $n } activity supports them.
   *[other] { $n } activities support them.
}
plan-held-not-found = What it held, item by item, was not found. What the sources say of the year stands further down.
plan-held = { $count ->
    [one] It held { $n } item.
   *[other] It held { $n } items.
}
money-h = Money
money-help = Riktning is no budget system. The money is shown beside what is to be done.
money-none = No frames or outcomes were found for the year.
money-whose = Who
money-year = Year
money-kind = What
money-whole = The whole municipality
money-budget = Budget or requirement
money-outcome = Outcome
money-proposed = Proposed
money-forecast = forecast
money-deviation-printed = Deviation, as the source prints it
money-deviation-computed = Deviation, computed
money-not-given = not given
money-not-reckoned = cannot be worked out
money-percent-of-printed = { $percent }, worked out from the printed deviation
money-round = about
money-by-revenue = lives on revenue: more is better
money-sum-printed = Sum, as the source prints it
money-sum-computed = Sum, computed from the rows
money-sum-wrong = Differs from the source
money-turned = If the sign is turned in the rows where deviation and percent point opposite ways, the deviations add up to { $sum }.
money-result-target = The target for the result is { $percent } of taxes and grants.
money-as-source = To know:
money-table = Table { $number }. Frames and outcomes { $period }
money-proposal = Proposal { $number }. { $period }
money-own-table = Frames and outcomes
money-in-mnkr = Millions of kronor
money-printed-h = What the sources say
money-printed-help = The figures are shown as printed. What does not fit together is marked and not corrected.
proposals-h = Proposals that nobody has decided
proposals-help = This was proposed, as the source tells it. We have not found that it was decided. The amounts are no frames and count nowhere.
frames-h = Decided frames
frames-table = Decided frames
frames-sum = Sum
frame = Frame
frame-entries = How the frame came about
account-operating = operating frame
account-investment = investment
account-result = result
account-turnover = turnover
account-total = the whole budget
doubt-sign-lost = The sign seems to have been lost
doubt-deviation = Not the difference between frame and outcome
doubt-percent = The percentage is not right
plan-activities = Activities
plan-activities-help = Activities are the concrete work that supports what is to be done. They are listed with what they support.
plan-controls = Internal control
plan-controls-help = This is to be checked during the year by those it applies to, so that the work is done right. The control points are not counted among what is to be done.
plan-activity-supports = Supports
quashed-since = A court has quashed the decision on this. It is no longer in force from { $day }.
quashed-as-it-was = Show the page as it was before
quashed-whole = A court has quashed a decision. What was decided no longer holds from { $day }.
quashed-plans = Plans that no longer hold:
quashed-items = { $count ->
    [one] One thing that was decided no longer holds.
   *[other] { $count } things that were decided no longer hold.
}
quashed-goals = { $count ->
    [one] One goal no longer holds.
   *[other] { $count } goals no longer hold.
}
perspective-gone = No goals hold in this perspective.
sys-goals-gone = A court has quashed the decision on the goals.
topic-over = This has ended. Its last day was { $day }. What stood here then remains, and nothing new is placed here.
