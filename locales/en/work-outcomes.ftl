odd-outside = { $figure } is outside { $low } to { $high }. Is it right?
odd-sign = Last time it was { $last }, and now { $figure }. Is the minus sign right?
odd-large = { $figure } is about { $times } times as much as last time, { $last }. Is the decimal point right?
odd-small = Last time it was { $last }, about { $times } times as much as { $figure }. Is the decimal point right?
odd-leap = { $figure } is far from last time, { $last }. Is it right?
odd-sure = Yes, { $figure } is right
report-outcome = Outcome
report-outcome-aim = Target { $aim }
report-outcome-last = last outcome { $last }
reached-of = Reached: { $figure }. Target: { $aim }
outcomes = Outcomes { $year }
outcomes-help = Write what has been measured. What you save is seen by your own body. The committee or company decides it with its follow-up, and then it becomes public.
outcomes-left = { $count ->
    [one] One row without an outcome
   *[other] { $n } rows without an outcome
}
outcomes-none = There is no outcome to report for this year.
outcomes-group = The whole municipality
outcomes-all = Show all rows
outcomes-pasted = { $count ->
    [one] One row of your list
   *[other] { $n } rows of your list
}
outcomes-pasted-help = Nothing is saved yet. Correct what needs to be corrected, and save.
outcomes-paste = Paste from a spreadsheet
outcomes-list = Your list
outcomes-list-help = Indicator, period and then a value for each: all, women, men. The first row may name the columns.
outcomes-put-in = Put into the rows
outcomes-list-left = These rows are not among those below. Put them in, or take them away.
outcomes-list-empty = Paste a list first.
outcomes-too-many = The list has { $rows } rows. Paste at most { $most } at a time.
outcomes-row-unknown = Row { $row }: you report no indicator called “{ $typed }”.
outcomes-row-body = Row { $row }: the indicator is not measured for “{ $typed }”.
outcomes-row-which-body = Row { $row }: “{ $typed }” is measured for several. Say which in a column called Body.
outcomes-row-period = Row { $row }: “{ $typed }” is not a period. Write for example 2026, 2025/26 or 2026T2.
outcomes-row-people = Row { $row }: “{ $typed }” stands in a column for which the indicator is not measured.
outcomes-column-indicator = indicator, measure, name
outcomes-column-period = period, year, school year
outcomes-column-body = body, committee, company
outcomes-column-all = all, total, value, outcome
outcomes-column-women = women
outcomes-column-men = men
outcomes-column-girls = girls
outcomes-column-boys = boys
outcomes-save = Save the outcomes
outcomes-save-help = Everything is saved, or nothing if something needs to be corrected.
outcomes-saved = { $count ->
    [one] One value is saved.
   *[other] { $n } values are saved.
}
outcomes-settled = Settled
outcomes-waits = waits for its decision
outcomes-why = Why is a value missing?
outcomes-why-not-measured = not measured
outcomes-why-too-few = too few people
outcomes-why-not-yet = not out yet
outcomes-why-not-stated = data missing
outcomes-taken-away = A value that is reported is not taken away. Write the right value, or why it is missing.
outcomes-not-yours = { $row }: you do not report this row.
outcomes-changed = { $row }: someone else has changed the value since you opened the page. Yours is still here. Save again if yours is to hold.
outcomes-decided = Outcomes
desk-outcomes = Outcomes { $year }
desk-outcomes-left = { $count ->
    [one] One row left
   *[other] { $n } rows left
}
outcomes-row-twice = Row { $row }: the same indicator and period stand in a row above.
report-action = Action:
report-action-waits = (not decided yet)
report-action-write = Write an action, with who is responsible and a day
outcomes-decided-help = Untick what came after the meeting. It waits for the next decision.
outcomes-why-unused = No value is missing in the row. Take away what you wrote here, or the value.
outcomes-settled-stays = What is settled does not become preliminary again. Write another value if it is wrong.
outcomes-expected = forecast { $figure }
outcomes-row-frequency = Row { $row }: the indicator is not measured for “{ $typed }”.
outcomes-too-many-rows = The form has more rows than can be saved at once. Nothing is saved. Paste fewer rows at a time.
outcomes-saved-none = Nothing was changed.
