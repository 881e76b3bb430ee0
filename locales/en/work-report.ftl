report-left = { $count ->
    [one] One row left to report on
   *[other] { $n } rows left to report on
}
report-none-left = Nothing left to report on
report-help = Say how what has been decided is going. A comment is needed only where something is not going as planned. What you write is kept while you write, and you can go on later.
report-last-day = The last day is { $day }, { $left }.
report-late = It should have come by { $day }. You can still report.
report-told = { $told } of { $all } done
report-progress = Rows reported on
report-done = Done
report-change = Change
report-status = State
report-why = Why, and what are you doing about it?
report-asked = This needs more:
report-stands = It now says:
report-save = Save and go on later
report-send = Send to be reviewed
report-send-help = What you send is reviewed by the administration, and the committee or company decides. Until then nobody outside reads it.
report-saved = Saved. Nothing has been sent yet.
report-sent = Sent to be reviewed.
report-nothing-to-send = There is nothing to send. Choose a state in at least one row.
report-fault-status = { $row }: choose how it is going.
report-fault-why = { $row }: say why, and what you are doing about it.
report-changed = { $row }: the row has changed since you opened the page. Yours is still in the fields. Read what it says now, and save again if yours is to stand.
report-fault-kept = What you wrote in these rows is not saved. Copy what you need.
report-kept = Rows that can no longer be written in
report-row = Row { $number }
report-keys = The number keys choose how a row is going. Ctrl and Enter send it in.
report-verdict = Assessment for { $year }
report-year = Whole year
report-same = Same as now
report-same-as-year = Same as for the year
report-comment = Comment (optional)
report-last-time = Fetch the last comment
report-analysis = Analysis: what has happened, why, and what are you doing now?
report-next = Next time is { $round }, from { $day }.
report-others = { $count ->
    [one] One row that a colleague looks after
   *[other] { $n } rows that colleagues look after
}
report-step-draft = Draft
report-step-sent-back = Sent back
report-step-handed-in = Sent
report-step-reviewed = Reviewed
report-step-approved = Approved
report-step-decided = Decided
review-rows = { $count ->
    [one] One row to review
   *[other] { $n } rows to review
}
review-none = Nothing to review
review-help = Approve what was sent, or send a row back by writing what it needs.
review-back = Send back: what does it need?
review-returned = This was asked for:
review-before = It said then:
review-wait = Leave for later
review-nothing = No row is approved or sent back. All are left for later.
review-kept = This is what you wrote of rows that somebody else has reviewed
review-approved = { $count ->
    [one] One approved row waits for a decision
   *[other] { $n } approved rows wait for a decision
}
review-back-help = A row of which you write something goes back to whoever wrote it. The others stay approved.
review-approve = Done
review-approve-help = Rows of which you have written nothing, and that are not left for later, are approved. Those that you have written of go back to whoever wrote them.
review-done = Approved rows wait for a decision. Those you wrote about have been sent back.
review-changed = Somebody has changed a row since you opened the page. This is what it says now. What you wrote is still in the fields.
report-decision-help = What is decided is public at once.
report-decision-items = This is decided
report-decision-left = { $count ->
    [one] One row has not been approved yet, and is not decided now.
   *[other] { $n } rows have not been approved yet, and are not decided now.
}
report-decision-changed = The rows have changed since you opened the page. This is what they say now.
desk-reports = Follow-up
desk-report-left = { $count ->
    [one] One row left
   *[other] { $n } rows left
}
desk-review = Review { $round }
desk-review-rows = { $count ->
    [one] One row waits
   *[other] { $n } rows wait
}
desk-report-decide = { $count ->
    [one] One row waits for a decision
   *[other] { $n } rows wait for a decision
}
link-yours = For you only
link-help = You come to your own rows, without a password. What you write there is in your name.
link-go-on = Go to my rows
link-not-you = Not your link? Close the page. Nothing has happened.
link-over = The link no longer holds
link-over-why = The rows have been sent in, the time is over, or you have a newer link. Sign in to get to the report.
report-why-judged = Why? Write what the verdict rests on.
report-proposes = Figures and parts point to: { $value }.
report-proposes-nothing = Figures and parts are not enough for a proposal yet.
report-proposed = Figures and parts pointed to: { $value }.
report-outcome-reaches = The outcome reaches what is promised.
report-outcome-short = The outcome does not reach what is promised.
report-indicators = { $met } of { $all } indicators reach the target.
report-indicators-lacking = { $met } of { $all } indicators reach the target, { $lacking } lack a value or a target.
report-parts-silent = { $count ->
    [one] The only thing that contributes has not been reported yet.
   *[other] None of the { $n } that contribute has been reported yet.
}
report-parts = What contributes: { $tally }.
report-action-by = The action is to be decided by { $day }.
report-correct = Correct what is decided
report-correction = Why is the verdict corrected?
report-corrects = Corrects what is decided:
report-fault-correction = { $row }: write why the verdict is corrected.
report-fault-why-judged = { $row }: write why. That goes for every verdict on goals and on the whole.
