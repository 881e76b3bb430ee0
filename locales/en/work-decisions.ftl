# Decisions: the register, one decision with what became of it, and a new one over what stands.

decisions = Decisions
decisions-help = These are the decisions that you record. When the minutes are approved, or a decision is appealed, say so on its page. Residents then see it too.
decisions-new = A new decision on something that stands
decisions-new-help = Choose who decided. A new plan is decided on its own page.
decisions-awaiting = Minutes waiting to be approved
decisions-all = { $count ->
    [one] One decision
   *[other] All { $count } decisions
  }
decisions-none = No decision has been recorded yet.
decisions-of-day = Decision of { $day }
decisions-delegation = decision by delegation { $number }
decisions-marked-approved = The minutes were approved on { $day }
decisions-marked-appealed = The decision was appealed on { $day }
decisions-marked-quashed = A court quashed the decision on { $day }. It no longer applies.
decisions-done = Saved.
decisions-did = What the decision did
decisions-did-nothing = Nothing that the decision was about is found here.
decisions-deed-adopted = Adopted
decisions-deed-withdrew = Withdrawn
decisions-deed-closed = Closed
decisions-deed-supplemented = Supplemented
decisions-deed-gave = Handed over to { $body }
decisions-deed-founded = Founded
decisions-deed-renamed = Named { $whom } from { $day }
decisions-deed-moved = Answers to { $whom } from { $day }
decisions-deed-moved-alone = Answers to nobody from { $day }
decisions-deed-ended = Ends, last day { $day }. Takes over: { $whom }
decisions-deed-ended-alone = Ends, last day { $day }. Nobody takes over
decisions-mark = What has become of the decision since?
decisions-mark-what = What happened
decisions-mark-day = On which day?
decisions-mark-save = Save
decisions-stage-justerat = The minutes are approved
decisions-stage-justerat-help = The pages no longer say that the minutes are not approved.
decisions-stage-overklagat = The decision has been appealed
decisions-stage-overklagat-help = It applies, and the pages say that it has been appealed.
decisions-stage-upphavt = A court has quashed the decision
decisions-stage-upphavt-help = What the decision did no longer applies from that day. This cannot be taken back.
decisions-organised-quashed = The bodies stay as they are, and their pages say that the decision is quashed. It cannot be taken back.
decisions-fault-stage = Choose what has become of the decision.
decisions-new-of = New decision by { $body }
decisions-over-help = The decision is about what you choose below and nothing else. Residents see it at once, with who decided and when.
decisions-over-rows = What the decision is about
decisions-over-none = There is nothing here to withdraw, close or hand over.
decisions-over-older = { $count ->
    [one] Show also the one whose time is over
   *[other] Show also the { $count } whose time is over
  }
decisions-over-stands = Stands as before
decisions-over-withdraw = Is withdrawn
decisions-over-close = Is closed
decisions-over-give = Goes over to { $body }
decisions-over-save = Record the decision
decisions-fault-changed = Something that you chose has changed since the page was shown. See what stands now and choose again.
decisions-fault-nothing = Choose what the decision is about: what is withdrawn, closed or goes over to somebody else.
decisions-more-awaiting = { $count ->
    [one] And one more, further down the list.
   *[other] And { $count } more, further down the list.
  }
decisions-later = Later decisions on the same
decisions-later-help = They stand even if this decision is quashed.
decisions-earlier = Earlier decisions on the same
decisions-more-beside = { $count ->
    [one] And one more.
   *[other] And { $count } more.
  }
decisions-over-ended = The body is no more. It can have decided until { $day }.
decisions-over-saved = See the decision that is saved
decisions-over-was = When you chose, it said:
decisions-over-now = Now it says:
decisions-fault-row = { $number }: { $why }
decisions-fault-reworded = { $number } has been given other words since the page was shown. Read them and choose again.
decisions-fault-gone = { $numbers } can no longer be chosen: somebody else has decided on it, or it has ended. Look through the rest and record it again.
decisions-fault-taker = { $number } cannot go over there. Choose again.
decisions-fault-twice = You have chosen two things for { $number }. Choose one.
decisions-fault-already = This form is saved already, with something else in it. What you sent now is not saved.
decisions-until = until { $day }
