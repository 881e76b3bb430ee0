# The work area: what residents answered.

answers-note = Changed:
answers-note-write = Write what was changed
answers-note-change = Change what was changed
answers-note-field = What was changed because of the answer? Leave it empty to take it away.
answers-note-saved = Saved.
answers-note-changed = Somebody else has written something about the answer while you were writing. It stands above. Save again if yours is to stand.
answers-erase = Dispose of answers
answers-erase-one = Dispose of this answer
answers-erase-help = Answers are erased only under a decision on disposal. Which decision, and how many answers about each page, stays in the history, but not a word of what anybody wrote.
answers-which = Which answers?
answers-which-one = Only the answer that you chose
answers-which-before = All from before a day
answers-before = Before the day
answers-which-page = All about a page
answers-page = The page
answers-choose = Choose
answers-disposal = The decision on disposal
answers-disposal-help = Write the decision that says that the answers may be erased.
answers-decision = What the decision is called
answers-decided = Day of the decision
answers-number = Case number
answers-show = Show what is erased
answers-show-again = Show again
answers-shown = This is erased
answers-erase-warning = The answers are erased for good. They cannot be brought back.
answers-erase-do = Erase the answers
answers-erased-done = The answers are erased. The decision and the number remain.
answers-erased = Disposed of
answers-decided-on = decided { $day }
answers-fault-which = Choose which answers are to be erased.
answers-fault-page = Choose a page.
answers-fault-future = That day has not been yet.
answers-fault-none = There are no such answers.
answers-fault-other = What is erased is no longer what was shown. Look through what stands now.
answers-fault-decision = Write what the decision on disposal is called.
answers-fault-number = Write the case number of the decision.
answers-erased-of = { $count ->
    [one] one answer, { $comments } with a comment
   *[other] { $count } answers, { $comments } with a comment
}
