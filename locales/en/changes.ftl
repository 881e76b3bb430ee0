# Changes.
changes = Changes
changes-ingress = Everything that has been decided, measured, assessed and changed, day by day. The newest comes first.
changes-title-fault = Error: choose other days
changes-fault = We cannot compare these days
changes-fault-from-missing = Choose the first day. You may leave the last one empty.
changes-fault-from-malformed = The first day is not a day. Write it as 2018-12-31.
changes-fault-till-malformed = The last day is not a day. Write it as 2018-12-31.
changes-fault-from-future = The first day is after the day that the page shows. Choose that day or an earlier one.
changes-fault-till-future = The last day is after the day that the page shows. Choose that day or an earlier one.
changes-fault-reversed = The first day comes after the last. Let them change places.
changes-compare = What changed between two days?
changes-in-one = What has changed in
changes-from = From what stood on
changes-till = Until and including
changes-show = Show changes
changes-all = Show all changes
changes-since = What has changed since { $day }?
follow-goal = Follow the goal (Atom)
follow-row = Follow the commitment (Atom)
changes-feed = Subscribe to the changes (Atom)
changes-none = No changes were found.
changes-none-between = Nothing changed between the two days.
changes-between = Changes from { $from } to { $till }
changes-decisions = Decisions
changes-without-decision = Without a decision, or where the decision was not found
changes-count-decisions = { $count ->
    [one] { $n } decision
   *[other] { $n } decisions
}
changes-count-new = { $count ->
    [one] { $n } was added
   *[other] { $n } were added
}
changes-count-changed = { $count ->
    [one] { $n } was changed
   *[other] { $n } were changed
}
changes-count-ended = { $count ->
    [one] { $n } ended
   *[other] { $n } ended
}
changes-count-judged = { $count ->
    [one] { $n } assessment
   *[other] { $n } assessments
}
changes-count-measured = { $count ->
    [one] { $n } measurement or target
   *[other] { $n } measurements and targets
}
change-new = Added
change-gone = No longer in force, since the decision has been quashed
change-reworded = New wording
change-righted = Slip of the pen put right
change-redescribed = New description
change-terms = New quantity, time or amount
change-given = New owner
change-withdrawn = Withdrawn
change-closed = Closed
change-supplemented = Supplemented
change-ended = Ended
change-moved = New place in the organisation
change-judged = Assessed
change-measured = New measurements
change-aimed = New target
change-checked = Checked
change-directed = New owner directive
change-bound = Owner directive adopted by the general meeting
change-hours = New opening hours
change-decided = Decision
change-before = Before
change-now = After
change-nothing = nothing
change-from = From
change-to = to
change-nobody = nobody named
change-figures = { $count ->
    [one] { $n } measurement.
   *[other] { $n } measurements.
}
change-targets = { $count ->
    [one] { $n } target.
   *[other] { $n } targets.
}
change-latest = Latest for { $period }: { $figure }
changes-ever = Everything that has changed, day by day
accounts-title = Budget and outcome as the source prints them
proposal-title = Proposal about money, as the source tells it
change-unjudged = The assessment no longer stands
change-tied = New link in the red thread
change-untied = Link removed from the red thread
change-in-force = Came into force
change-to-come = Not yet in force
change-expired-but-applied = Validity ended, but still applied
change-perhaps-replaced = Validity ended; whether a new one has replaced it was not found
change-expired = Ceased to be in force
change-replaced = Was replaced
change-marked = Other goals were marked
change-owned = Share of ownership given
change-compared = Figures of others known
change-elected = Term of office given
change-term = { $from } until the end of { $till }
change-granted = Money granted
change-cut = Money taken away
change-revised = New figures
change-answers = Responsible for the page
