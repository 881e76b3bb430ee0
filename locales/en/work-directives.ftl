# The work area: owner directives.

directives-own = Owner directives
directives-own-help = What binds the companies, what the council has decided and what is proposed. The council decides an owner directive, and it binds the company when the general meeting has adopted it.
directives-new = Write an owner directive
directives-other-words = Reword the owner directive
directives-none = No company has an owner directive here.
directives-to-decide = Owner directives that wait for a decision
directives-of-council = waits for the council
directives-of-meeting = waits for the general meeting
directives-binds-from = Has bound the company since { $day }
directives-decided-from = Decided by the council { $day }
directives-found-from = According to the source from { $day }
directives-proposed-from = Proposed since { $day }
directives-write-help = A proposal is read only by those who write it, until you hand it in. Then whoever records council’s decisions and council’s members can read it. It becomes public when council has decided, and binds the company when its general meeting has adopted it.
directives-not-sent = Not handed in
directives-decided-help = What stands here is decided. If you save a change it becomes a proposal beside it, and what is decided holds until the council decides otherwise.
directives-company = Company or foundation
directives-orders = What the company shall do
directives-orders-help = Write one thing on each line.
directives-goals = Which goals it springs from (optional)
directives-decided = The decision is recorded and stands on the company's page. It binds the company only when the general meeting has adopted it.
directives-bound = The decision is recorded. The owner directive binds the company.
directives-decide = Record the council's decision
directives-decide-help = Exactly this is decided. It becomes public at once, as decided but not binding.
directives-bind = Record the general meeting's decision
directives-bind-help = The meeting adopts exactly this. It binds the company from the day of the meeting.
directives-decided-on = The council decided it { $day }. The meeting cannot have adopted it before that day.
directives-binds-until = This binds the company until then
directives-changed = The wording has changed since you opened the page. Read the one that stands now and then record the decision.
directives-fault-company = Choose which company it is for.
directives-fault-title = Write what the owner directive is called.
directives-fault-orders = Write at least one thing that the company shall do.
directives-not-binding = { $count ->
    [one] one is decided but not binding
   *[other] { $n } are decided but not binding
}
directives-all-bind = nothing waits for a general meeting
