# Gaps and steering load.

work-state-of-all = The state of things
gaps = Gaps
gaps-none = No gaps
gaps-count = { $count ->
    [one] One gap
   *[other] { $n } gaps
}
gaps-help-all = What is missing or left behind, in what holds and in what has been handed in. Most of it is mended in one step, here in its row.
gaps-help-own = What is missing or left behind with you. Most of it is mended in one step, here in its row.
gaps-choose = Choose gaps
gaps-kind = What
gaps-all-kinds = All gaps
gaps-show-all = { $count ->
    [one] Show the only gap
   *[other] Show all { $n } gaps
}
gaps-unsent = In plans that are not handed in
gaps-unsent-help = Before a plan is handed in you see only how many commitments lack their link, never what they say.
gaps-unsent-count = { $count ->
    [one] one without a link
   *[other] { $n } without a link
}
gap-kind-mal = Goal without commitments
gap-kind-koppling = Commitment without a goal above it
gap-kind-ansvarig = Indicator without a responsible body
gap-kind-varde = Indicator without this year’s value
gap-kind-upphort = The responsible body is no more
gap-kind-likt = Similar wording twice
gap-kind-dokument = Governing document past its last day
gap-kind-slutat = The responsible person has left
gap-since = since { $day }
gap-waits-applied = A proposal of { $day } waits for a decision: the document is applied until it is replaced.
gap-waits-responsible = A proposal of { $day } waits for a decision: { $body } takes the document over.
gap-waits-more = A proposal of { $day } waits for a decision, and it says more than there is room for here: read it in the history of the document.
gap-says-goal = No commitment or assignment for { $year } or { $next } leads to the goal.
gap-says-link = The commitment does not lead to any { $level }. Without that the plan cannot be handed in.
gap-says-link-any = The commitment lacks a link that the model requires.
gap-says-responsible = No body answers for the indicator.
gap-says-value = There is no outcome for { $period }.
gap-says-value-any = There is no outcome.
gap-says-ended = { $body } is no more and still stands as responsible.
gap-says-similar = Almost the same thing is said already by { $body }:
gap-says-similar-any = Almost the same thing is said already elsewhere:
gap-says-expired = Its last day has passed, and nobody has said what holds now.
gap-says-left = { $name } stands as responsible and holds no role any longer.
gap-says-left-erased = Whoever stands as responsible holds no role any longer.
gap-choose = Choose
gap-choose-link = Leads to
gap-choose-person = New responsible person
gap-choose-body = Responsible body
gap-save = Save
gap-hand-over = Hand over to { $name }
gap-lead-to = Let it lead to { $name }
gap-decision-of = Record the decision of { $body }
gap-figure = Outcome
gap-figure-help = Residents see the value when the follow-up has been decided.
gap-propose = Propose that it is applied until it is replaced
gap-propose-help = It holds when it has been decided.
gap-order = Give an assignment
gap-write = Write a commitment
gap-change = Change the row
gap-person = Hand over what the person answers for
gap-hand-over-first = First hand it over to a body that is there.
gap-ask = Whoever writes for { $body } can mend it.
gap-ask-strategist = The strategist can mend it.
gap-ask-registrar = It takes a decision. The registrar records it.
gap-fault-choice = Choose from the list.
gap-fault-otherwise = Somebody else has mended the gap in another way. What you sent is not saved: { $sent }
gap-fault-otherwise-any = Somebody else has mended the gap in another way. What you sent is not saved.
gap-sent-meeting = { $day }, § { $paragraph }
gap-fault-figure = Write the outcome as a number.
gap-fault-paragraph = Write the paragraph of the minutes.
gap-done-mended = The gap is mended.
gap-done-reported = The value is saved. Residents see it when the follow-up has been decided.
gap-done-proposed = The proposal is saved and waits for a decision.

load = Steering load
load-short = How much every body is to do and report
load-heading = { $count ->
    [one] About one hour a year goes into reporting
   *[other] About { $n } hours a year go into reporting
}
load-help = This is what every body has on its desk today. The small number is the change since { $day }.
load-none = No body has anything on its desk yet.
load-minutes = Minutes a year
load-goals = Goals
load-indicators = Indicators
load-commitments = Commitments
load-assignments = Assignments
load-documents = Governing documents
load-proposed = Undecided rows { $year }
load-proposed-unknown = A dash in the last column means that the plan has not been handed in or is not yours to read. It is not counted.
load-unknown = not yours to read
load-new = Was not there a year ago.
load-total = All together
load-how = How the minutes are reckoned
load-reckoned = The minutes are a rule of thumb and no measurement. The year is followed up { $times } times. Each time a goal takes { $goal } minutes and a commitment or an assignment { $row }. A value of an indicator takes { $figure } minutes each time it is given. A governing document takes { $document } minutes a year.
load-what = Goals, commitments and assignments are the decided ones. An assignment counts until a decision closes it. Indicators and governing documents count with the body that answers for them.
load-limits = Limits of the governance model
load-limits-none = The governance model sets no limit to how much a body may have.
load-at-most = { $count ->
    [one] at most one for each body
   *[other] at most { $n } for each body
}
load-over = { $count } { $many }, and the model says at most { $most }.
load-coming = What the decision adds
load-coming-help = First { $now } as it is today, then { $year } when the plan is decided. What the decision does not touch is counted as today.
load-becomes = , becomes
