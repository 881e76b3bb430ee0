# The organisation: bodies that are founded, renamed, moved and ended.

organisation = Organisation
organisation-help = Which committees, boards, companies and administrations there are, and to whom they answer. A change holds from a day. What has been stays as it was.
organisation-change = Change the organisation
organisation-change-help = Split, merge or found. First you see what the change does and what somebody else must take over. Nothing is saved until you choose Make the change.
organisation-done = The change is made.
organisation-now = Now
organisation-under-way = Under way
organisation-ended = Ended
organisation-kind = Kind
organisation-above = Answers to
organisation-answers = Answers to { $above }.
organisation-last-day = Ends. The last day is { $day }.
organisation-next = Takes over: { $next }.
organisation-last-day-was = Ended. The last day was { $day }.
organisation-next-did = Took over: { $next }.
organisation-first-day = Begins { $day }.
organisation-was-called = Was called { $name } before { $day }.
organisation-carries = What the body is responsible for
organisation-carries-nothing = The body is responsible for nothing that is open to all.
organisation-elements = { $count ->
    [one] One goal, commitment or assignment that is not over
   *[other] { $n } goals, commitments and assignments that are not over
}
organisation-processes = { $count ->
    [one] Owns one process:
   *[other] Owns { $n } processes:
}
organisation-indicators = { $count ->
    [one] Answers for one indicator
   *[other] Answers for { $n } indicators
}
organisation-documents = { $count ->
    [one] Answers for one governing document
   *[other] Answers for { $n } governing documents
}
organisation-granted = Was granted { $money } for { $year } ({ $account }).
organisation-below = { $count ->
    [one] One body answers to it:
   *[other] { $n } bodies answer to it:
}
organisation-undecided = { $count ->
    [one] One row of a plan is not decided.
   *[other] { $n } rows of plans are not decided.
}
organisation-people = { $count ->
    [one] One person holds a role there.
   *[other] { $n } people hold roles there.
}
organisation-end = End
organisation-end-help = The body gets a last day, and you choose who takes over. Its history stays on its page.
organisation-end-go = Set the last day
organisation-rename = A new name
organisation-move = Answers to others
organisation-from = From
organisation-name = Name
organisation-name-en = Name in English
organisation-name-fi = Name in Finnish
organisation-look = See what happens
organisation-ends-which = What ends?
organisation-new = What is founded?
organisation-new-help = Leave empty if nothing new is founded. The new ones take over from what ends.
organisation-new-row = New body { $number }
organisation-more = One more row
organisation-same = As what ends
organisation-begins-help = Leave empty if the new ones begin the day after the last. They may begin earlier, so that they have time to plan and to take over.
organisation-takers = Does an existing body take over?
organisation-takers-help = Choose one or more. That is how bodies are merged, or how one body's matters go to another.
organisation-follows = What answers to a body that ends then answers to those who take over
organisation-rehearsal = What happens
organisation-rehearsal-help = Nothing is done yet.
organisation-has-changed = Something has changed since you looked. This is how it is now.
organisation-founds = { $name } ({ $kind }) is founded on { $day } and answers to { $above }.
organisation-founds-alone = { $name } ({ $kind }) is founded on { $day }.
organisation-moves = { $name } answers to { $above } from { $day }.
organisation-moves-alone = { $name } answers to nobody from { $day }.
organisation-ends = { $name } ends. The last day is { $day }. Takes over: { $next }.
organisation-ends-alone = { $name } ends. The last day is { $day }. Nobody takes over.
organisation-renames = { $name } is called { $new } from { $day }. Its address ends with { $address }, and the old one leads there.
organisation-left = Somebody must take this over after { $name }
organisation-left-help = What has been decided is handed over by a decision: by the body itself on its last day at the latest, or by whoever takes over from the day after. Processes, indicators and governing documents that nobody has taken over stand among the gaps from the day after. Money, rows that are not decided and bodies that answer to this one do not: see to them before the last day. Roles are given by whoever looks after people.
organisation-left-nothing = Nothing that is open to all is left after the last day.
organisation-make = Make the change
organisation-back = Back to the form
organisation-already = It is so already. Change something, or go back.
organisation-made-otherwise = The change is made already, with other details. Go to Organisation and begin again from there.
organisation-fault-name = Write the name in Swedish, in letters.
organisation-fault-twice = Two of the new ones have the same name. Give them different names.
organisation-fault-kind = Choose what kind of body it is.
organisation-fault-above = Choose to whom the new ones answer.
organisation-fault-both = What ends cannot take over after itself. Choose one of the two.
organisation-fault-nothing = Choose what ends, or write the name of what is founded.
organisation-fault-gone = One of the bodies can no longer be chosen. Choose again.
organisation-renames-there = { $name } is called { $new } from { $day }. Its address stays.
organisation-fault-nobody-ends = Nothing ends, so nobody can take over. Choose what ends, or clear the boxes here.
organisation-fault-above-ends = It ends in the same change. Choose a body that stays.
organisation-fault-between = Then there is no body in between. Choose a day no later than the day after the last.
organisation-has-been = The last day has been already. It cannot be moved or taken back afterwards.
organisation-coming-name = Is called { $name } from { $day }.
organisation-coming-link = Answers to { $above } from { $day }.
organisation-fault-taken = A body that is there has that name. Write another name.
organisation-instead = This replaces what has been said: last day { $day }, takes over { $next }.
organisation-instead-alone = This replaces what has been said: last day { $day }, nobody takes over.
organisation-end-move = Change the last day
organisation-renames-alone = { $name } is called { $new } from { $day }.
organisation-decision = The decision behind the change (optional)
organisation-decision-help = Fill it in when there are minutes. If you leave it empty, the page says that the decision is not stated, and you can state it afterwards.
organisation-meeting-help = The meeting may have been before the first day of the change, but not after it.
organisation-title-both = { $founded } founded, { $ended } ended
organisation-title-founded = { $founded } founded
organisation-title-ended = { $ended } ended
organisation-title-renamed = { $name } renamed { $other }
organisation-title-moved = { $name } to answer to { $other }
organisation-told = Changes and decisions
organisation-undecided-one = The decision is not stated.
organisation-undecided-count = { $count ->
    [one] { $n } change without a stated decision
   *[other] { $n } changes without a stated decision
}
organisation-decide = State the decision
organisation-organised = Decision about the organisation
organisation-organised-help = Changes that are made already and for which no decision is stated. Choose those that one decision is about.
organisation-organised-which = Which changes is the decision about?
organisation-organised-none = No change waits for its decision to be stated.
organisation-organised-older = { $count ->
    [one] Show { $n } older, too
   *[other] Show { $n } older, too
}
organisation-done-decision = The decision is recorded.
organisation-fault-decider = Choose who decided.
organisation-fault-choose = Choose at least one change that the decision is about.
organisation-fault-changed = One of the changes has been changed or been given a decision since the page was shown. Choose again.
organisation-fault-recorded = The form has recorded a decision already, with other details. That decision stands.
organisation-fault-nobody = No body that you record for can have decided what is left, or the decision stands already. Nothing is changed.
organisation-title-alone = { $name } no longer answers to anybody
