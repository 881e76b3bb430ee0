# The rows of a plan: their order, the earlier plan as a proposal, and looking among the choices.

arrange = Arrange the rows
arrange-link = Arrange the rows
arrange-help = This is how the rows stand in the plan, in the memorandum, and on the website once the plan is decided. Move a row one step, or write the place it should have.
arrange-place = Place
arrange-up = Move up
arrange-down = Move down
arrange-save = Save the places
arrange-done = The rows are arranged.
arrange-decided = The plan is decided. Its rows stand in the order that they had at the meeting.
arrange-changed = The rows have changed since you opened the page. This is how they stand now. Nothing was moved.
arrange-fault-place = No. { $row }: write a place from 1 to { $all }.
arrange-too-many = There are { $rows } rows here. At most { $most } can be arranged at once. Nothing was moved.

earlier = The plan for { $year } as a proposal
earlier-link = Bring rows from the plan for { $year }
earlier-help = Choose what is to go on. It becomes drafts in the same words, and the due day moves along. Each draft remembers what it continues. You can change it afterwards.
earlier-no-plan = No earlier plan
earlier-no-plan-help = There is no decided plan of an earlier year to go on with.
earlier-taken-over = The plan was that of { $bodies }.
earlier-elsewhere = { $count ->
    [one] Somebody else answers for one row now. It is not shown here.
   *[other] Others answer for { $n } rows now. They are not shown here.
}
earlier-choose = What is to go on?
earlier-all = Select all
earlier-was-due = was { $day }
earlier-beside = if that row is brought too
earlier-left-out = Does not come along, no longer in force:
earlier-unnamed = { $count ->
    [one] A link to something that you may not read does not come along.
   *[other] { $n } links to something that you may not read do not come along.
}
earlier-go-on = Bring the chosen ones
earlier-nothing-left = There is nothing left to bring.
earlier-others = Cannot be brought
earlier-withdrawn = Withdrawn by decision.
earlier-closed = Closed by decision.
earlier-already = Already in the plan.
earlier-no-level = Such rows are not written in the plan this year.
earlier-nobody-left = Those it was addressed to no longer exist.
earlier-none-chosen = Choose at least one row.
earlier-too-many = You chose { $rows } rows. Choose at most { $most } at a time. Nothing was saved.
earlier-row = No. { $number }:
earlier-changed = Something you chose can no longer be brought, or is already in the plan. Nothing was saved. Look through the choices and try again.
earlier-done = The chosen rows are in the plan as drafts.
earlier-continues = Continues no. { $number } from { $year }

choose-search = Look among what can be chosen
choose-search-help = Write one or a few words. What you have written and chosen stays.
choose-look = Look
choose-all = Show all
choose-none = Nothing matches what you are looking for.
choose-found = { $count ->
    [one] One match.
   *[other] { $n } matches.
}
choose-shown = showing { $count } of { $all }
