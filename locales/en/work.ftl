# The work area: sign-in, plans, decisions.

work-area = Work area for goals and results
work-desk = My work
work-nav-plans = Plans
work-nav-public = The public site
work-title-fault = Error: { $title }
work-waits-none = Hello { $name }. Nothing is waiting for you.
work-waits = { $count ->
    [one] Hello { $name }. One thing is waiting for you.
   *[other] Hello { $name }. { $n } things are waiting for you.
}
work-to-decide = Decisions to record
work-own-plans = Your plans
work-nothing = You have no plan to write in and no decision to record.
work-roles = Your roles
work-items-none = nothing in the plan yet
work-items = { $count ->
    [one] one row
   *[other] { $n } rows
}
work-unanswered = { $count ->
    [one] One assignment to answer
   *[other] { $n } assignments to answer
}
work-unanswered-one = Not answered yet
work-answered-before = Whoever had the order before you, or somebody who took over beside you, has answered.
work-answered = { $count ->
    [one] One answer
   *[other] { $n } answers
}
work-plan = Plan { $year }
work-plans = Plans { $year }
work-handed-in-none = None of { $all } has handed in yet
work-handed-in-of = { $count ->
    [one] One of { $all } has handed in
   *[other] { $count } of { $all } have handed in
}
work-plans-help = A plan that is handed in is read by the body itself, those who decide it, those who are asked to comment, the strategist, the controller and the auditors. Until then only how much stands in it is shown, never what.
work-body = Committee or company
work-state = State
work-count = Rows
work-handed-in-on = Handed in
work-not-yet = not yet
work-not-yet-by = not yet, by { $day }
work-plan-late = Late: due { $day }
work-plan-late-count = { $count ->
    [one] One committee or company is late with its plan.
   *[other] { $n } committees and companies are late with their plans.
}
work-handed-in = handed in { $day }
work-stage-none = Not begun
work-stage-draft = Draft
work-stage-proposed = Handed in, waiting for a decision
work-stage-adopted = Decided
work-stage-supplemented = Decided and supplemented
work-stage-closed = Closed
work-supplement = Supplement: { $stage }
work-standing-draft = draft
work-standing-sent = sent
work-standing-handed-in = handed in
work-standing-adopted = decided
work-standing-proposal = proposed new wording
work-body-ended = is no more
work-plan-ended = This body is no more. Whoever has taken over decides about what stands here.
work-orders-to-body = Assignments to { $body }
work-approver-hands-in = The plan is handed in by whoever approves for the body.
work-plan-handed-in = The plan was handed in on { $day } and is not decided yet. What you save is a part of what the meeting gets.
work-plan-referred = It is sent for comment until { $day }: those who are asked read your changes.
work-decision-referred = The plan is sent for comment.
work-orders = Assignments to you
work-our-answers = Your answer:
work-answer = Answer with a commitment
work-answer-more = Answer with one more commitment
work-in-plan = What the plan says
work-plan-empty = The plan is empty. Write the first row.
work-from-order = Answers the assignment
work-lacks-link = Lacks a link that is needed before a decision.
work-order-reworded = The assignment was changed on { $day }, after the answer was written. Read it again.
work-order-undecided = The assignment is not decided yet.
work-supports = Contributes to
work-placed-under = Belongs to:
work-row-number = No. { $number }
work-hand-in-lacking = { $count ->
    [one] The plan cannot be handed in yet. One row lacks a link that is needed before a decision:
   *[other] The plan cannot be handed in yet. { $count } rows lack a link that is needed before a decision:
}
work-role-named = Is the role the name of a person? Write the role, not the name: it becomes public when the plan is decided.
work-fault-role-name = That is the name of a person who has an account here. Write the role, such as head of finance: it becomes public.
work-fault-choice = Something that you chose is no longer there. Look through the choices and save again.
work-decision-already = Somebody else has already recorded a decision on the plan. Yours is not recorded. What is decided stands below.
work-due = due { $day }
work-no-due = no time given
work-goes-to = Goes to:
work-change = Change
work-public-page = Open the page
work-write = Write:
work-write-new = New: { $level }
work-write-change = Change: { $level }
work-hand-in = Hand in the plan
work-hand-in-help = When the plan is handed in, the central administration can read it and the registrar can record the decision. You can change it until that is made.
work-order-unanswered = Assignment { $number } has not been answered
work-decision-unanswered = The body has not answered this. The decision can be recorded all the same, if that is how it was taken.
work-hand-in-anyway = Hand the plan in all the same?
work-send-orders = Send the assignments
work-send-orders-help = When the assignments are sent, the committees and companies they are for can read and answer them.
work-plan-changed = The plan has changed since you opened the page. Read it, then hand it in.
work-take-back = Take the plan back
work-take-back-orders = Take the assignments back
work-take-back-orders-help = The assignments become drafts again, and those they are for can no longer read them.
work-take-back-help = The plan becomes a draft again. The central administration can then not read it, and no decision can be recorded until it is handed in anew.
work-done-taken-back = Taken back. The plan is a draft again.
work-remove = Remove the draft
work-remove-help = The row leaves the plan and cannot be brought back. What it said remains in the history.
work-done-removed = Removed: { $text }
work-due-outside = The day lies outside { $year }. Is that right?
work-done-saved = Saved.
work-done-handed-in = Handed in.
work-done-sent = The assignments have been sent.
work-done-decided = The decision is recorded. What was decided is now on the public site.
work-the-order = The assignment
work-the-order-help = Keep the text as it is, or write it in your own words. Both are kept side by side.
work-save-next = Save and write the next
work-done-and-next = Row { $number } is saved. Write the next.
work-saved-now = This is saved now
work-saved-others = The other saved this otherwise than you have written. Yours stands in the fields; what only the other changed is there already.
work-saved-nothing = nothing
work-saved-before = The form is already saved as a row. Change that row, or save this as a new one.
work-same-row = The same sentence stands in the plan already, in row { $number }. Change that row, or save one more.
work-same-row-anyway = Save one more row
work-saved-change = Change no. { $number }
work-text = What do you promise?
work-text-help = One sentence, one promise. At most 300 characters.
work-choice-vision = The vision
work-text-order = What is to be done?
work-text-goal = Which goal?
work-text-goal-help = A sentence about what is to be true when the years are over. At most 300 characters.
work-goals-of = Goals { $years }
work-goals-of-help = The goals of several years are written by themselves.
work-goals-beside = Goals that are decided already
work-propose = Propose a change
work-propose-change = Propose a change: { $level }
work-stands-decided = This is decided
work-stands-decided-help = It holds until another decision is made. What you save is a proposal beside it, in what supplements the plan, also when you choose another goal or area.
work-take-back-proposal = Take the proposal back
work-take-back-proposal-help = What is decided stands as it did. The proposal stays in the history.
work-see-proposal = See the proposed wording
work-done-taken-back-proposal = The proposal is taken back. What is decided stands.
work-stage-beside = The goals are decided
work-description = What does it mean? (optional)
work-required = needed before a decision
work-no-choice = There is nothing to choose.
work-addressed = Who is to do it?
work-addressed-all = All committees and companies
work-role = Who is responsible? (optional)
work-role-help = A role and not a name, such as Head of unit.
work-person = Which person looks after it? (optional)
work-person-help = A colleague. Only you who write here see the name, and never the residents.
work-person-none = Nobody in particular
work-person-row = Looks after it:
work-fault-person = Choose somebody who works on the plan, or nobody in particular.
work-more = Money, target group and more (optional)
work-money = Money that goes with it
work-money-help = An amount only, such as 800. It becomes public when the plan is decided.
work-money-unit = In thousands or millions of kronor
work-money-tkr = thousand kronor
work-money-mnkr = million kronor
work-why = Why does it matter? (optional)
work-why-row = Why:
work-if-not-kept = What happens if the promise is not kept? (optional)
work-if-not-kept-help = For example: Call us, and you have an answer within two days.
work-if-not-kept-row = If the promise is not kept:
work-quantity = How much? (optional)
work-quantity-help = An amount, or something that can be tested.
work-quantity-least = At least that much
work-amount = Amount
work-unit = Unit, such as places
work-condition = Or: how do you know that it is done?
work-condition-help = For example: All schools have an action plan.
work-try = Try the words without saving
work-clear-anyway = Clear all the same? Say why
work-clear-anyway-help = Leave empty if the sentence says what is to be done. The program points at words and asks; you are the one who judges.
work-due-field = When is it due? (optional)
work-due-help = Write a day, 2027-08-31, a month, 2027-08, or a year.
work-at-least = at least { $quantity }
work-save = Save
work-cancel = Cancel
work-finding-yes = fulfilled
work-finding-no = missing
work-finding-outside = the day is outside the period
work-finding-person = a person judges
work-finding-anyway = Clear all the same:
work-point-vague = “{ $words }”: what is to be done?
work-point-second = “{ $words }”: is that another promise? If so, write it by itself.
work-decision = Record the decision
work-decision-help = These very wordings are what is decided. When you have recorded the decision, they are public, but for those that are marked with who may read them.
work-decision-items = This is decided
work-decided-by = Who has decided?
work-meeting = Day of the meeting
work-paragraph = Paragraph in the minutes
work-delegation = Or number in the scheme of delegation
work-delegation-help = Only if the decision was made by a delegate.
work-case-number = Case number (optional)
work-decision-title = Matter (optional)
work-decision-save = Record the decision and publish
work-decision-changed = The plan has changed since you opened the page. This is how it is now. Read it before you record the decision.
work-faults = { $count ->
    [one] One thing needs to be put right
   *[other] { $n } things need to be put right
}
work-fault = Error:
work-fault-text = Write a sentence on what you promise.
work-fault-text-goal = Write a sentence about what is to be true when the period is over.
work-fault-too-long = The text has { $characters } characters. It may have at most { $most }.
work-fault-figure = “{ $typed }” is not a number. Write for example 12 or 3.5.
work-fault-day = “{ $typed }” is not a day. Write for example 2027-08-31.
work-fault-no-day = Write which day, for example 2027-08-31.
work-fault-unit = Write what the amount is counted in, such as places.
work-fault-amount = Write how many, or take the unit away.
work-fault-addressed = Choose at least one committee or company, or all.
work-fault-form = The form is not whole. Open the page anew. Your text is still here below.
work-fault-paragraph = Write the paragraph in the minutes, or the number in the scheme of delegation.
work-fault-both = Write either a paragraph or a number in the scheme of delegation, not both.
work-fault-body = Choose who has decided.

sign-in = Sign in
sign-in-login = User name
sign-in-password = Password
sign-in-help = Have you forgotten your password? Ask whoever looks after permissions for a one-time password.
sign-in-wrong = You could not be signed in: user name and password do not belong together, or the passkey does not hold here. A one-time password can be used only once.
sign-in-wait = { $count ->
    [one] Too many attempts. Wait a minute and try again.
   *[other] Too many attempts. Wait { $n } minutes and try again.
}
sign-in-https = Here you can sign in over https only.
sign-in-ended = Your sign-in has ended. Sign in again.
sign-in-kept = What you wrote is still there.
sign-in-resume = You are signed in again
sign-in-resume-text = What you wrote is not saved yet. Save it now.
sign-in-resume-save = Save what I wrote
sign-out = Sign out
password = Your password
password-lacking = You signed in with a one-time password, which is now used up.
password-choose = Choose a password of your own
password-help = At least 15 characters. Several words after each other are easy to remember and hard to guess.
password-present = Your present password
password-not-yours = That is not your present password.
password-new = New password
password-again = The same password once more
password-save = Change password
password-done = The password is changed. You are signed out of other devices.
password-differs = The two passwords differ.
password-short = The password is too short. It needs at least { $fewest } characters.
password-long = The password is too long. It may have at most { $most } characters.
password-repeated = The same characters come again and again. Choose several different ones.
password-name = The password is hardly more than your name or the municipality's. Choose something else.
password-common = This password is easy to guess. Choose four words that have nothing to do with each other, for instance.

role-reader = Reader
role-contributor = Contributor
role-approver = Approver
role-process-owner = Process owner
role-controller = Controller
role-strategist = Strategist
role-registrar = Registrar
role-editor = Web editor
role-auditor = Auditor
role-administrator = Administrator
work-meeting-help = What is decided is the wordings that stood on that day.
work-decision-look = Show the wordings on that day
work-decision-as-of = This is what they said on { $day }:
work-decision-since = { $count ->
    [one] One row was added after that day and is not part of the decision.
   *[other] { $count } rows were added after that day and are not part of the decision.
}
work-decision-empty = On that day nothing stood in the plan.
work-decision-later = Later proposal:
work-decision-later-help = It was written after the meeting and is not decided now. It remains as a proposal for a new wording.
work-decision-other-day = On { $day } the rows did not say what you read. Here they are as they were then. Read them before you record the decision.
work-late = Nothing can be saved here any longer
work-late-help = Nothing that you wrote is saved, but all of it is kept below. Copy it before you go on.
work-late-decided = The row was decided while you were writing
work-late-decided-help = What is decided is changed only by another decision. Nothing that you wrote is saved, but all of it is kept below.
work-late-stands = This is decided
work-late-yours = What you wrote
work-late-text = Text
work-late-again = Save as a new row
work-late-again-help = Your text becomes a row beside the decided one. It can be handed in and decided as a supplement.
work-late-to-plan = To the plan
work-accept = Accept the assignment as it stands
work-interpret = Write in your own words
work-done-accepted = The assignment is accepted. Choose what it supports before you hand in.
work-done-list = The list is saved.
work-orders-of = The assignments { $year } and what became of them
work-orders-help = Each assignment, who has taken it and in which words. Before a plan is handed in you see only that somebody is writing.
work-orders-none = No assignments have gone out for this year.
work-untaken = { $count ->
    [one] One has not answered.
   *[other] { $count } have not answered.
}
work-taken = What became of it
work-own-words = In their own words
work-taken-nobody = No answer yet
work-taken-draft = Writing, not handed in
work-taken-accepted = Accepted as it stands
work-taken-interpreted = Interpreted
work-taken-same = the same words
work-before = Decided wording:
work-part-first = Decided { $day }
work-part-supplement = Supplement, decided { $day }
work-part-in-hand = Not decided yet
work-part-waits = A supplement that waits for the plan
work-paste-link = Paste a list:
work-paste = Paste a list: { $level }
work-paste-help = Copy from Word or Excel. You see what it becomes before anything is saved. Either all rows are saved or none.
work-list = Your list
work-list-help = One promise on each line. From Excel the columns after it may be who is responsible, when it is due, and how you know that it is done: an amount (at least 12 per cent) or something that can be tested. At most 200 rows.
work-list-help-goals = One goal on each line. From Excel the columns after it may be who is responsible, when it is to be reached, and how you know that it is. At most 200 rows.
work-list-look = Show what it becomes
work-list-becomes = This is what it becomes
work-list-number = Row
work-list-role = Responsible
work-list-due = Due
work-list-measure = How you know
work-list-headings = text, promise, commitment, goal, activity, assignment, responsible, role, due, done by, date, when, measure, how you know, quantity
work-list-has-headings = The first row is what the columns are called, and becomes no row.
work-list-save = { $count ->
    [one] Save one row
   *[other] Save { $count } rows
}
work-list-twin = The same sentence stands in the plan already, on row { $number }.
work-list-again = The same sentence stands on row { $row } of the list, too.
work-list-row = Row { $row }:
work-list-too-many = The list has { $rows } rows. Paste at most { $most } at a time. Nothing is saved.
work-list-empty = Paste at least one row.
work-list-columns = The row has more than four columns. The first four are read: the promise, who is responsible, when it is due and how you know that it is done. Take the rest away.
work-list-changed = The list is saved already with other words. Open the plan and see what stands there.
work-decision-supplements = This supplements the plan that is decided already. It stands beside it, with its own decision.

# The memorandum to the meeting.
memorandum = Memorandum
memorandum-open = Memorandum to the meeting
memorandum-help = Written from what stands in the plan right now, in Swedish. Copy it to the case. If the plan changes, so does this text.
memorandum-as-text = As plain text
memorandum-subject = Memorandum: Plan { $year } of { $body }
memorandum-proposal = Proposed decision
memorandum-adopt = { $count ->
    [one] { $body } adopts Plan { $year } with the item below.
   *[other] { $body } adopts Plan { $year } with the { $count } items below.
}
memorandum-supplement = { $count ->
    [one] { $body } supplements Plan { $year } with the item below.
   *[other] { $body } supplements Plan { $year } with the { $count } items below.
}
memorandum-send = The decision is sent to { $to }.
memorandum-summary = Summary
memorandum-holds = { $count ->
    [one] The proposal holds { $n } item.
   *[other] The proposal holds { $n } items.
}
memorandum-answers-none = { $all ->
    [one] The assignment is not answered.
   *[other] None of the { $all } assignments is answered.
}
memorandum-answers-all = { $all ->
    [one] The assignment is answered.
   *[other] All { $all } assignments are answered.
}
memorandum-answers = { $count } of { $all } assignments are answered.
memorandum-unlinked = { $count ->
    [one] One item lacks a link that is needed before the decision.
   *[other] { $n } items lack a link that is needed before the decision.
}
memorandum-rows = The items
memorandum-orders = The assignments
memorandum-order-answered = { $order } (answered)
memorandum-order-open = { $order } (not answered)
memorandum-asked = The plan has been sent for comment.
memorandum-referral = Comment round
memorandum-sent-to = The decision is sent to
memorandum-row-before = Replaces
memorandum-row-changed = Changed: { $field }, from { $before } to { $after }
memorandum-row-nothing = nothing
memorandum-row-means = Means
memorandum-row-clear = Clear all the same
memorandum-row-supports = Supports
memorandum-row-order = Answers the assignment
memorandum-row-role = Responsible
memorandum-row-why = Why
memorandum-row-money = Money
memorandum-row-if-not-kept = If the promise is not kept
memorandum-row-measure = Measure
memorandum-row-due = Due
memorandum-row-lacks = Lacks

work-draft-left = What you wrote here is still there
work-draft-left-at = It was written { $at } and is not saved yet. It stands in the fields now.
work-draft-throw = Throw it away
work-draft-kept = What you have written so far is kept for you, at { $time }.
work-draft-signed-out = You are no longer signed in. Save all the same: you sign in again and nothing is lost.
work-draft-failed = What you write cannot be kept for you right now. Save before you leave the page.
work-draft-no-net = It could not be saved: the server does not answer. What you have written is still here. Save again when the network is back.
work-drafts = Begun and not saved
work-draft-too-long = There is too much text in the form. Shorten it, or it cannot be saved.
readers = Who may read
readers-done = Saved: who may read the row.
readers-help = What is decided is public unless something else is said here. What is kept back is kept back on every day, in the history too.
readers-who = Who may read the row?
readers-everybody = Everybody
readers-employed = Only those who work here or are elected
readers-secret = Only its own administration and the auditors, by law. Elected members do not read it here.
readers-ground = The provision, if it is secret
readers-ground-help = For example: Chapter 18, section 8 OSL.
readers-until = Until and including (optional)
readers-until-help = After that day those who work here read it. It becomes public only when somebody says so.
readers-now-everybody = Everybody may read it once it is decided.
readers-now-employed = Shown only to those who work here or are elected.
readers-now-secret = Secret: { $ground }.
readers-now-secret-until = Secret until { $day }: { $ground }.
readers-fault-who = Choose who may read.
readers-fault-ground = Write the provision on which secrecy rests, such as Chapter 18, section 8 OSL.
readers-changed-by-other = Somebody else has said something else since you opened the page. It stands above. Save again if yours is to hold.
righting = Put right a slip of the pen
righting-help = What is decided changes by another decision alone. You may put right a manifest slip of the pen, if it does not change what the sentence means (section 36 of förvaltningslagen). Both wordings are shown to everybody, with the day and what the slip was. Days before today show the old wording.
righting-now = It reads so now
righting-text = It should read
righting-text-help = Change only what is written wrongly.
righting-reason = What was wrong?
righting-reason-help = For example: The minutes say “forty places”, here it said “fourty places”. It is shown to everybody.
righting-do = Put right
righting-done = The slip is put right. Both wordings are on the open page.
righting-fault-reason = Write what the slip was.
righting-fault-same = It reads so already. Put the sentence right, or cancel.
righting-changed-by-other = Somebody else has put the row right since you opened the page. What it says now stands above. Save again if what you wrote should hold.
closing = Close the plan
closing-help = A closed plan is supplemented no more, and nobody proposes changes in it. What is decided in it stays on the open site.
closing-held = The plan cannot be closed yet
closing-title = Closing of Plan { $year }
closing-do = Record the decision
closing-done = The plan is closed.
closing-stands = Nobody writes in it any more.
proposal = The proposal against what is in force
proposal-against-decided = Against the plan for { $year } that is decided.
proposal-against-earlier = Against the plan for { $year }, which is in force now.
proposal-against-nothing = No plan is decided before this one. All of it is new.
proposal-changed = { $count ->
    [one] One row changes
   *[other] { $n } rows change
}
proposal-new = { $count ->
    [one] One row is new
   *[other] { $n } rows are new
}
proposal-falls = { $count ->
    [one] One row does not go on
   *[other] { $n } rows do not go on
}
proposal-kept = { $count ->
    [one] One row stands as it is
   *[other] { $n } rows stand as they are
}
proposal-whole = The whole plan
work-to-read = To read before the decision

missing = There is nothing to read here
missing-help = The address may be mistyped, what stood here may have been removed, or it is not yours to read.
missing-no-role = You have no role here yet. Whoever looks after people and roles gives you one.
missing-sent = What the form belonged to is there no more, or is not yours to write in. Nothing is saved. Copy what you want to keep.
