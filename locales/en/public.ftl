# The public site.
site-name = Goals and results
skip = Skip to content
menu = Menu
menu-main = Main menu
menu-close = Close the menu
languages = Languages
decided-words = In Swedish:
translated-by = Translated by: { $by }. The translations are no part of the decisions.
partly-translated = Some texts on this page are in Swedish only.
breadcrumb = Breadcrumb
nav-goals = Goals
nav-bodies = Committees and companies
nav-indicators = Indicators
nav-system = How the municipality is governed
invented = Invented example
invented-mark = invented example
our-reading = Our reading
source = Source
sources = Sources
decision-not-found = Decision not found.
known-from = Known from
shown-from = Shown here from
figures-undated = An outcome is shown from the last day of its period where the day on which the source published it was not found.
stage-decided = The minutes are not approved yet
stage-appealed = The decision has been appealed
stage-quashed = A court has quashed the decision, and it no longer stands
day-label = Show another day
show = Show
before = before
contributes = Contributes to
goal-no-indicator = No indicator is linked to the goal.
perspective-empty = No goals were found in this perspective.
goals-unplaced = Without a perspective
show-table = Show as table
get-csv = Get as CSV
get-json = Get as JSON
data-missing = Data missing
target = target
no-target = no target found
not-judged = Not followed up yet
not-judged-why = No decided verdict on the goal was found for this day.
red-thread = The red thread
red-thread-from-to = From the vision to what is actually done, and back to the result.
vision = Vision
direction = Strategic direction
processes = Processes
annual-plan = Annual plan
commitments = Commitments
activities = Activities
result = Result
perspective = Perspective
base = The base
base-documents = Governing documents
base-rules = Other rules
base-law = Legislation
core-values = The organisation's values
core-values-help = How we want to meet those we work for. The values are shown but not scored.
start-ingress = This is what the municipal group is to achieve for residents, users and customers, and how things are going.
start-vision = The vision for { $place }
sys-two-ways = Two ways, side by side. Both lead to the annual plan.
sys-annual-plan = What shall be done and reached during the year.
other-occasion = See the state on another occasion
other-occasion-help = Each decided report leads to the state of play on the day it was decided, by what is known today.
state-none = No decided assessment of the goals was found
state-none-why = When an assessment is decided, the state of each goal is shown here.
goals-in-balance = The goals, in balance
goals-in-balance-why = Good work comes from balance between sustainable development and an effective organisation.
sparkline-help = The small curve shows one of the goal's organisation indicators. The dotted line is the target.
goals-none = No goals were in force on this day.
direction-ingress = The goals that guide the council during the period.
in-force-from = In force from
other-periods = Other periods
see-today = See the page as it is today
past-now = Show the state today
not-yet-over = Not yet
not-yet-instead = This was in force instead
not-yet-last-known = Last known: what applied in { $period }
not-yet-nothing = No other goals were in force on that day.
goal-withdrawn = Withdrawn by decision of
goal-closed = Closed by decision of
adopted = Adopted
owner = Owner
continues = Continues
continued-by = Continued by
so-far = So far
reached = Outcome:
for-year = For { $year }
state = State
state-of-day = as of { $day }
state-all-of-day = As of { $day }.
verdict-corrected = Corrected on { $day }.
verdict-before = Before:
judged-by = Judged by
judge-not-found = The source does not say who judged
decided-by = Decided by
last-time = Last time
goal-no-figures = There is no figure to show for the goal on this day.
goal-only-earlier-figures = No figure within the period of the goal was found. Those shown are from before the goal and do not judge it.
gap-vision = No link to a vision was found.
gap-year = No figure for { $year } yet.
gap-year-over = The figure for { $year } is missing.
below-goal = What is done for the goal
gap-below = No work is linked to the goal.
gap-below-unknown = No work has been found for the goal.
gap-rests-on = Rests on: no governing document and no law was found.
gap-goal-process = Process goals: none was found among what is done for the goal.
gap-activities = No more concrete work is linked to this.
gap-result = No result has been measured.
gap-result-informing = No organisation indicator has a figure from the period.
also-serves = also supports
goal-indicators-h = The goal's indicators
goal-indicators-help = Only organisation indicators inform the verdict. A place indicator shows how the place develops and is not judged.
analysis = Analysis
analysis-happened = What has happened?
analysis-cause = Why?
analysis-meaning = What does it mean, and for whom?
analysis-now = What do we do now?
other-views = How others see the goal
other-views-help = Bodies that do not own the goal have made assessments of their own. They do not change the assessment above.
no-verdict-found = No assessment found
goal-only-place-figures = The goal has only place indicators and key figures. They are shown below and are no ground for an assessment.
link-our-reading = The link is our reading
target-period-ours = The period of the target is our reading
target-source = Source of the target
figure-note = About the figure:
figure-preliminary = preliminary
direction-over = The period { $period } is over. No later direction has been found.
start-not-met = Will not be met
start-not-met-final = Not met
start-impossible = Cannot be assessed
scale-forecast = During the year:
meaning-strategic-goal = What the council wants to achieve over several years.
meaning-process-goal = What the daily work in a process is to lead to.
meaning-commitment = What a committee or a company promises to do in a year.
meaning-activity = What a unit does to keep a commitment.
meaning-assignment = What the council or the board has told somebody to do.
meaning-service-declaration = What you can expect from a service, and what happens if it fails.
meaning-control-point = What is checked so that the work is done right.
meaning-deviation-action = What is done when something does not go as planned.
verdict-history = How the verdict has changed
verdict-history-table = Earlier verdicts on the goal
verdict = Verdict
occasion = Occasion
version = Version
see-as-it-was = Show as it was
indicator-facts = About the indicator
better = Better is
better-up = higher
better-down = lower
better-near = near the target
better-neither = neither higher nor lower
forecast = Forecast
trend = Development
trend-better = better
trend-unchanged = unchanged
trend-worse = worse
trend-rose = rises
trend-fell = falls
trend-higher-up = higher up
trend-further-down = further down
level-better = Better than the target
level-near = Near the target
level-worse = Worse than the target
class-organisation = Organisation indicator
class-place = Place indicator
class-key-figure = Key figure
frequency = Measured
frequency-yearly = every year
frequency-every-other-year = every other year
frequency-school-yearly = every school year
frequency-half-yearly = twice a year
frequency-tertially = three times a year
frequency-quarterly = four times a year
frequency-monthly = every month
frequency-irregular = now and then
responsible = Answers for the figures
responsible-not-found = The source does not say who
note = Good to know
serves = Goals that the indicator shows
serves-none = The indicator is not linked to any goal.
indicators-compared-h = Networks and surveys in which the municipality compares itself
start-messages = What matters most right now
report-messages = The most important
report-goals-unknown = The report’s verdicts on the goals were not found.
report-goals-read = Read them in the report itself.
report-work-unknown = The report’s follow-up of the year’s work was not found.
footer-only-sources = Everything here was taken from public sources. Nobody at { $municipality } has written or checked this page.
footer-sign-in = Sign in (staff)
start-reports = The latest reports
message-goal = Read about the goal { $goal }
indicators-no-goal = Linked to no goal
indicators-none = There were no indicators on this day.
bodies-committees = Committees
bodies-companies = Companies
committees-ingress = The council, the executive board, the committees and the auditors.
companies-ingress = The companies that the municipality owns.
bodies-none = No bodies were found for this day.
seen-in = Named in sources from { $years }
seen-before = Whether it exists on this day we have not found.
bodies-earlier = Named only in older sources
bodies-earlier-why = Sources from later years name others but not these. Whether they exist on this day we have not found.
administrations = Administrations
ended = ended
last-day = Last day
succeeds = Succeeds
begins = Begins
begins-on = begins { $day }
succeeded-by = Succeeded by
answers-to = Answers to
body-decided = Decided by
body-name-from = Name in use from
earlier-name = Earlier name
body-elements = Responsible for
body-no-elements = Nothing that the body is responsible for was found for this day.
body-indicators = Answers for the indicators
body-decisions = Decisions
body-no-decisions = No decisions of its own were found.
decision = Decision
body-below = Bodies that answer to it
vision-none = No vision was found for this day.
vision-earlier = Earlier visions
vision-supported-by = Goals that support the vision
system-ingress = The governance system holds everything together, from the vision to the daily work.
system-balance = Two perspectives in balance
system-levels = The levels
system-levels-help = The picture shows what each level supports. A whole line means that it must, a dashed one that it may. The text says the same.
system-levels-found = The picture has only the levels that the sources name for this time. There may be more.
system-levels-told = More of what the sources say of the levels stands below the picture.
system-long = Long term
supports-must = { $level } must support { $above }
supports-may = { $level } may support { $above }
vision-must = { $level } must support the vision
vision-may = { $level } may support the vision
belongs-must = { $level } must belong to { $above }
belongs-may = { $level } may belong to { $above }
to-a-perspective = a perspective
to-a-value = a value created
to-a-process = a process
to-a-target-group = a target group
to-a-core-value = a core value
to-an-agenda-goal = a goal of Agenda 2030
to-an-area = an area
system-plans = The annual plan and the committees’ plans
system-planned = Written in the annual plan, or in a committee’s or a company’s plan for a year.
system-aside = Beside these
system-supports-none = Supports no other level.
system-base-text = Everything rests on the base:
system-occasion = The state on { $day }
system-occasions = The latest occasions
system-value = Value created
system-agenda = Agenda 2030
system-area = Area
system-processes-help = The daily work is done in processes across committees and companies.
system-nothing = Nothing was found for this day.
system-scale = How goals are judged
system-scale-help = A human judges. The figures inform.
system-year = Follow-up
system-year-help = The state of play is followed up several times during the year, and a last time when the year is over.
footer-real = The facts come from public sources. The source stands beside each figure on the indicator's own page.
footer-invented = Everything about the municipality is invented: names, figures, decisions and people.
footer-periods = Periods
footer-about = About the governance
error-not-found = There is no such page
error-not-found-text = The address may be misspelt, or the page does not exist. You can start again here.
error-bad-request = The address cannot be understood
error-bad-request-text = The address holds characters that do not belong there. Begin again from the start page.
error-internal = Something went wrong on our side
error-internal-text = We have been told of the fault. Try again in a while.
error-too-long = The address is too long
error-too-long-text = The address, or what you searched for, has too many characters. Search for a few words in the box here, or begin again from the start page.
error-refused = That cannot be answered
error-refused-text = The page can only be read. Begin again from the start page.
error-day = The day cannot be shown
error-start = To the start page
start-h1 = Where is { $place } heading?
start-heading = { $met } of { $goals } goals are on track
start-heading-final = { $met } of { $goals } goals have been met
start-heading-none = none of the { $goals } goals is on track
start-heading-none-final = none of the { $goals } goals has been met
sys-vision = What { $place } is to be like in the future.
state-on = How things stood on { $day }, according to
past-day = You see how things stood on { $day }.
today-day = You see how things stand today, { $day }.
goal-result = { $name }: { $figure } ({ $period }).
goal-period-over = The goal was for { $period }. The period is over.
after-goal-period = After the goal’s period:
before-goal-period = Before the goal’s period:
no-figure-in-period = No figure within the period of the goal was found.
after-period = after the period
goal-to-come = The goal is for { $period }. The period has not begun.
period-not-found = No source gives the years of the period. { $year } is the year in which the goals were seen in force.
to-year = To { $year }
due = due { $day }
not-yet-direction = On { $day } the direction was not yet in force.
not-yet-goal = On { $day } the goal had not been decided yet.
not-yet-indicator = The indicator is here from { $day }.
not-yet-body = The body is known from { $day }.
until = until { $day }
horizon = looking to { $year }
vision-ingress = This is what { $place } is to be like. The vision is about the place, not the organisation.
footer-changed = The facts of the website last changed on { $day }
page-changed = What this page is about last changed: { $day }
unit-points = { $figure } points
unit-rank = place { $figure }
error-reference = Refer to { $reference } if you contact us.
error-day-malformed = “{ $given }” is not a day. Write the day like this: 2018-12-31. Today is { $today }.
error-day-future = { $given } has not been yet. Today is { $today }. Choose an earlier day.
error-day-too-early = { $given } is too long ago. Choose a day after 1600. Today is { $today }.
error-day-twice = The day stands twice in the address. Keep one. The last was { $given }. Today is { $today }.
sys-goals = { $count ->
    [one] { $n } goal for the period.
   *[other] { $n } goals for the period.
}
sys-processes = { $count ->
    [one] { $n } overarching process, where the daily work is done.
   *[other] { $n } overarching processes, where the daily work is done.
}
sys-process-goals = { $count ->
    [one] { $n } process goal.
   *[other] { $n } process goals.
}
sys-activities = { $count ->
    [one] { $n } piece of work.
   *[other] { $n } pieces of work.
}
sys-indicators = { $count ->
    [one] { $n } indicator shows whether it got better.
   *[other] { $n } indicators show whether it got better.
}
tally-met = { $count ->
    [one] { $n } goal will be met
   *[other] { $n } goals will be met
}
tally-partly = { $count ->
    [one] { $n } goal will be partly met
   *[other] { $n } goals will be partly met
}
tally-not-met = { $count ->
    [one] { $n } goal will not be met
   *[other] { $n } goals will not be met
}
tally-met-final = { $count ->
    [one] { $n } goal met
   *[other] { $n } goals met
}
tally-partly-final = { $count ->
    [one] { $n } goal partly met
   *[other] { $n } goals partly met
}
tally-not-met-final = { $count ->
    [one] { $n } goal not met
   *[other] { $n } goals not met
}
goal-indicators = { $count ->
    [one] { $n } indicator is linked to the goal.
   *[other] { $n } indicators are linked to the goal.
}
indicators-ingress = { $count ->
    [one] { $n } indicator shows how it goes.
   *[other] { $n } indicators show how it goes.
}
system-count-none = The sources name the level. Nothing on it was found.
system-count = { $count ->
    [one] { $n } on the level on this day
   *[other] { $n } on the level on this day
}
kind-group = The municipal group
kind-council = Council
kind-preparatory-committee = Preparatory committee
kind-executive-board = Executive board
kind-committee = Committee
kind-working-committee = Working committee
kind-joint-committee = Joint committee
kind-municipal-association = Municipal association
kind-company = Company
kind-part-owned-company = Part-owned company
kind-general-meeting = General meeting
kind-company-board = Company board
kind-managing-director = Managing director
kind-foundation = Foundation
kind-administration = Administration
kind-unit = Unit
kind-audit = Audit
kind-external = External party
process = Process
two-ways = Two ways that hold at the same time. The work below belongs to both.
sys-none-this-year = None were found for this year.
sys-this-year = { $count ->
    [one] { $n } this year.
   *[other] { $n } this year.
}
direction-for = Goals for the period
sys-work = What is to be done
direction-followed = The period { $period } is over. It was followed by
sys-goals-none = No goals were found for the period.
sys-processes-none = No processes were found.
sys-indicators-none = No indicators were found.
error-no-answer = The answer could not be understood
error-no-answer-text = We could not read whether you answered yes or no, or which page it was about. Your answer was not kept. Go back to the page and answer there.
error-no-deed = It was not clear what you wanted done
error-no-deed-text = Nothing has been stored. Go back, reload the page and try again.
error-too-large = That was too much text
error-too-large-text = What you sent was longer than we can take in, and nothing was kept. Go back, shorten the text and send it again.
typed-unit-days = days
typed-unit-weeks = weeks
typed-unit-hours = hours
typed-unit-minutes = minutes
typed-unit-persons = people
typed-unit-households = households
typed-unit-pupils = pupils
typed-unit-schools = schools
typed-unit-preschools = preschools
typed-unit-homes = homes
typed-unit-companies = companies
typed-unit-places = places
typed-unit-occasions = occasions
typed-unit-kilometres = kilometres
typed-unit-square-metres = square metres
typed-unit-tonnes-carbon-dioxide = tonnes of carbon dioxide
typed-unit-tonnes-co2e = tonnes CO2e
vision-document-ours = That the two are one is our reading.
