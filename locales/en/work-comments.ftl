# Comments on a plan that is not decided, and on its rows.

comments = Comments
comments-of-plan = Comments on the plan
comments-of-row = Comments on row { $number }
comments-link = Comment
comments-count = { $count ->
    [one] One comment
   *[other] { $n } comments
}
comments-erased = Comments are working material. They are erased when the plan has been decided, and no auditor reads them.
comments-erased-now = It has been decided, and the comments are erased.
comments-threads-plan = On the plan as a whole
comments-threads-row = On the row
comments-none = Nobody has commented yet.
comments-rows = On the rows of the plan
comments-resolved = Done
comments-changed = changed { $at }
comments-inside = Within the administration only
comments-between = Everybody who may read the plan
comments-told = Told:
comments-somebody = A former colleague
comments-new = Write a comment
comments-field = Comment
comments-answer = Answer
comments-change = Change the comment
comments-send = Send the comment
comments-cancel = Cancel
comments-remove = Remove
comments-resolve = Done
comments-mine = Done for my part
comments-help = At most { $most } characters. Write @ and somebody’s user name to tell them. No personal identity numbers and nothing about private persons.
comments-who = Who may read it?
comments-who-help = It cannot be changed afterwards. The answers are read by the same people.
comments-only-inside = Within the administration only
comments-all = Everybody who may read the plan
comments-for-inside = Only those who work with the plan within the administration read what you write.
comments-for-all = Everybody who may read the plan that was handed in reads what you write.
comments-tell = Tell
comments-readers = { $count ->
    [one] one person
   *[other] { $n } people
}
comments-outside = outside the administration
comments-mentioned = You are mentioned
comments-done-said = The comment is sent.
comments-done-changed = The comment is changed.
comments-done-removed = The comment is removed.
comments-done-resolved = The conversation is done. Whoever answers takes it up again.
comments-done-mine = Done. The conversation no longer waits for you.
comments-fault-empty = Write something in the box.
comments-fault-reader-text = { $count ->
    [one] { $names } cannot read the comment. Choose somebody under Tell, or write without @.
   *[other] These people cannot read the comment: { $names }. Choose others under Tell, or write without @.
}
comments-fault-reader-told = { $count ->
    [one] { $names } cannot read the comment. Untick the name, or let everybody who may read the plan read it.
   *[other] These people cannot read the comment: { $names }. Untick them, or let everybody who may read the plan read it.
}
comments-fault-taken-back = The plan has been taken back, so only the administration can read it. What you wrote is still here.
comments-fault-taken-back-answer = The plan has been taken back, so the conversation cannot go on. What you wrote is still here: send it as a comment of its own within the administration.
comments-fault-nothing-to-answer = The comment that you answered has been removed. What you wrote is still here: send it as a comment of its own.
comments-fault-answered = Somebody has answered, or the conversation is done, so the comment stands as it is.
comments-fault-changed = You have changed the comment elsewhere. There it now says: { $text }
comments-late-title = What you wrote has not been sent
comments-late-plan = The plan was decided while you wrote, and the comments on it are erased. Copy your text if you want to keep it.
comments-late-row = The row was decided while you wrote, and the comments on it are erased. Copy your text if you want to keep it.
comments-late-gone = The row was taken out of the plan while you wrote. Copy your text if you want to keep it.
comments-late = There is nothing to comment on here. Copy your text if you want to keep it.
