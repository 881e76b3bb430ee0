# Follow-up: balance, good financial management, reports. And the pages about the site.
balance = The balance
balance-no-index = The balance is not a number. Goals and commitments are counted here but never weighed together. Whether the balance is good is judged by people, in words.
balance-see = See the balance
balance-judged = How the balance is judged
balance-judged-none = No assessment of the balance has been found for this day.
balance-sides = Both sides, counted
balance-sides-help = A goal can create several values and is then counted under each of them. What nobody has assessed counts as not assessed.
balance-sides-none = No perspectives were found for this day.
balance-goals = Strategic goals
balance-process-goals = Process goals
balance-work = Commitments and assignments { $year }
balance-processes-help = The processes are the daily work. Their goals and this year’s commitments are counted here.
tally-nothing = none were found
tally-none-judged = { $n }, no assessment found
tally-goals = { $met } of { $all } will be met
tally-goals-partly = { $n } { $count ->
   *[other] will be partly met
}
tally-goals-not = { $n } { $count ->
   *[other] will not be met
}
tally-goals-final = { $met } of { $all } met
tally-goals-partly-final = { $n } { $count ->
   *[other] partly met
}
tally-goals-not-final = { $n } { $count ->
   *[other] not met
}
tally-work = { $met } of { $all } on track
tally-work-partly = { $n } { $count ->
   *[other] at risk
}
tally-work-not = { $n } { $count ->
   *[other] off track
}
tally-work-final = { $met } of { $all } done
tally-work-partly-final = { $n } { $count ->
   *[other] partly done
}
tally-impossible = { $n } cannot be judged
tally-not-judged = { $n } { $count ->
   *[other] not assessed
}
meaning-financial-goal = What the council demands of the municipality’s finances.
financial-management = Good financial management
financial-management-of = Good financial management { $year }
financial-management-ingress = The municipality must look after its finances so that those who come after us are well off too. The council sets goals for finances and operations, and each year it is assessed whether they are met.
financial-management-none = No goals and no assessment have been found for this day.
financial-management-not-judged = no assessment found
financial-management-judged = The assessment
financial-management-judged-help = The municipality and the whole group are assessed separately.
financial-management-municipality = The municipality
financial-management-group = The municipality and its companies together
financial-management-judged-none = No decided assessment has been found for this day.
financial-management-goals = Goals that matter for good financial management
financial-management-goals-none = Which goals the budget points out has not been found.
financial-management-financial = Financial goals
financial-management-operational = Goals for operations
financial-management-withdrawn = { $count ->
    [one] One goal has been withdrawn and is not counted:
   *[other] { $n } goals have been withdrawn and are not counted:
}
financial-management-rule = The municipality’s rule for the assessment
financial-management-rule-help = The rule is advice. People make the assessment, and the program calculates no grade.
financial-management-result = The result of the year
financial-management-result-help = Income must exceed costs. That is the balanced-budget requirement, a requirement of its own in the law that is not merged with the assessment. The result stands here as it was printed. How the requirement was settled is not in the data.
financial-management-balanced = Balanced-budget result
financial-management-balanced-none = The balanced-budget result for the year was not found.
financial-management-balanced-to-come = The year is not over. The balanced-budget result is worked out for the annual report.
financial-management-result-none = No result for the whole municipality has been found for the year.
financial-management-auditors = The auditors’ assessment
financial-management-auditors-help = The auditors examine on behalf of the council. Their assessment stands beside the municipality’s own.
financial-management-auditors-none = The auditors’ assessment has not been found.
reports = Reports
reports-ingress = Each report leads to the state of play on the day it was decided, by what is known today.
reports-none = No decided report has been found for this day.
reports-own = Reports of committees and companies
reports-own-help = They are decided by the committee or company and sent to the executive board.
reports-all = All reports
report = Report
report-interim-1 = Interim report 1, { $year }
report-interim-2 = Interim report 2, { $year }
report-annual = Annual report { $year }
report-cut-off = State of play on
report-corrected = What is recorded of the report was corrected on { $day }.
report-document = The document itself
report-document-none = No address of the document was found.
report-document-ask = How to ask the municipality for the report
report-state-decided = State of play on { $day }, approved on { $on }
report-state-published = State of play on { $day }, published { $on }
report-contents = The state of play on that day, by what is known today
report-goals = The goals in the report
report-balance = See the balance as it was then
report-not-yet = The report did not exist on this day. It was decided or published on { $day }.
about-accessibility = Accessibility
about-method = Method
about-open-data = Open data
about-cookies = Cookies
about-records = Request a public record
footer-site = About this website
acc-ingress = Everyone should be able to use this website. This is how it meets the Swedish act on the accessibility of digital public services, and where it falls short.
acc-ingress-program = { $municipality } is not behind this website and has not written this. It is the program’s own statement: how accessible the pages are, and where they fall short. It replaces no statement that the law asks of a municipality.
acc-actor = Responsible
acc-actor-program = Whoever set up the program Riktning. That is not { $municipality }, and who it is is not told here.
acc-service = The service
acc-service-is = This website, “{ $site }”
acc-version = The program
acc-day = Date of the statement
acc-day-none = The municipality has not dated the statement.
acc-day-program = It belongs to the version of the program and has no date of its own.
acc-review = To be reviewed by { $day }
acc-level = How accessible the website is
acc-level-is = The website is built to meet WCAG 2.2 at level AA. It is partially compliant with the law, because of the shortcomings below.
acc-level-program = The program is built to meet WCAG 2.2 at level AA. It does not meet it fully, because of the shortcomings below.
acc-gaps = Known shortcomings
acc-gap-language = Commitments, decisions and assessments are in Swedish only; of goals and visions there is what somebody has translated. What is in Swedish is marked so, for screen readers to read it right. Reason: it is decided in Swedish.
acc-gap-sources = Documents that we link to are kept by others and may fall short. Reason: they are outside our control.
acc-gap-people = The website has not been tested by people with disabilities. Reason: there has not been time.
acc-gap-finnish = The Finnish text has not been reviewed by a native speaker. Reason: there has not been time.
acc-method = How it was tested
acc-method-program = Those who make the program have examined it themselves.
acc-method-ours = We have examined it ourselves.
acc-method-is = Every kind of page is tested with the tool axe in light and dark mode, at a width of 320 pixels, by keyboard alone, with scripts turned off, in forced colours and in print. The public site has no scripts.
acc-tell = Tell us about a shortcoming
acc-tell-form = You can answer without saying who you are, and write what falls short:
acc-tell-form-link = answer at the bottom of the page
acc-tell-program = The answer reaches whoever set up the website, not { $municipality }.
acc-tell-us = Do you want a reply, or the content in another form?
acc-tell-contact = Contact us
acc-complain = If you are not content with the reply
acc-complain-is = The Agency for Digital Government, Digg, supervises the law.
acc-complain-link = Report to Digg (in Swedish)
method-ingress = How the information on this website comes about, and how to read it.
method-people = People assess
method-people-is = Indicators show figures. Whether a goal is met is judged by a committee, a board or the council, with reasons, a day and a decision. The program never calculates a verdict.
method-indicators = How Riktning sorts indicators
method-indicators-is = Riktning sorts into three kinds. Organisation indicators measure what the municipal group controls, and they alone inform the verdict on a goal. Place indicators measure what it is like to live here. The rest count as key figures. The municipality’s own kinds may be more; where the sources describe them, its own words stand among the indicators.
method-sources = A decision or a source for everything
method-sources-is = Every fact shows the decision or source that it rests on. Where only a source is known, the page says that the decision was not found. Where we have interpreted a source, it says “Our reading”.
method-days = Every day is kept
method-days-is = You can read each page as it stood on another day. What came into force later is not shown then, and what held then is never overwritten. What we learn of the day afterwards is shown there.
method-missing = What is missing is said
method-missing-is = If a figure, an assessment or a decision is missing, the page says so. A gap in a chart is never filled in, and what has not been assessed never counts as met.
data-ingress = You can fetch the figures as files and use them in tables and programs of your own.
data-what = What there is
data-indicators = { $count ->
    [one] { $n } indicator can be fetched as CSV and JSON on its own page:
   *[other] { $n } indicators can be fetched as CSV and JSON, each on its own page:
}
data-days = A file can be fetched as it was on a certain day: open the indicator’s page for that day and fetch the file there.
data-json = The CSV file opens in a spreadsheet. Where the JSON file has an empty value, the reason stands beside it.
data-licence = Terms
data-licence-none = No licence for the data has been found. The data come from public sources. The program behind the website is free software under the EUPL 1.2.
data-licence-invented = Everything is invented and may be used freely, if it is said to be an invented example. The program behind the website is free software under the EUPL 1.2.
data-source = Source
data-source-is = The source stands beside each value, in the table and in the files.
data-not = What there is not
data-not-is = Goals, commitments and decisions cannot be fetched as files yet.
cookies-ingress = The public site sets no cookies.
cookies-nothing = Nothing is stored with you who read
cookies-nothing-is = No cookie, no tracking tool and no content from other websites is used. So there is no box to accept.
cookies-work = When you sign in to work
cookies-work-is = Only those who sign in to the work area get a cookie. It shows that you are signed in, lasts at most ten hours and is used for nothing else.
cookies-answers = When you answer the question at the bottom
cookies-answers-is = The answer is stored without a name or an address. We store which page you were on, and your comment if you write one.
records-ingress = You have the right to read public records, and you need not say who you are or what you want them for.
records-how = How to do it
records-how-is = Say which record you want to read. It is quickest if you give the case number. The number stands beside the decision on every page that shows the decision.
records-number = A case number may look like this:
records-number-none = No case number was found for this day. Say what the decision was about and on which day it was made.
records-registrar = Whom to ask
records-registrar-none = The registrar was not found.
records-ask = You can also ask
records-right = If the answer is no
records-right-is = Then you can ask for a written decision that can be appealed. The right follows from the Freedom of the Press Act and the Public Access to Information and Secrecy Act.
group = The municipal group
group-see = See the whole group.
group-ingress = The council is the highest body. It decides for the whole group, and committees and companies answer to it.
group-loose = To whom they answer has not been found
group-loose-why = The sources name these bodies but do not say to whom they answer.
process-judged = How it was judged
notes-h = What sources also say
note-in-our-words = Put into words by us after the source
notes-many = { $count ->
    [one] One fact
   *[other] { $n } facts
}
notes-help = Statements as they stand in the source. They are neither decisions nor judgements.
audit-notes = The source tells what the auditors found but not why. It is therefore shown as a quotation and not as a judgement.
classes-h = Kinds of indicators
system-level-notes = How sources describe the levels
system-scale-notes = Other scales that sources use
calendar-h = The year in days
calendar-help = Meetings, decisions and other things that sources mention with a day. Decisions that we have found in full also stand with the body that made them.
share = Share owned
share-owned = the group owns { $percent }
share-since = from { $day }
share-none = not found
body-part-of = Part of
term = Term of office
term-days = from { $from } to { $to }
term-none = The term of office was not found.
services = Service declarations
services-ingress = This is what you can count on. Each promise says how it is measured and what happens if it is not kept.
services-none = No service declaration in force on this day has been found.
services-measure = How it is measured
services-measure-none = How it is measured was not found.
services-if-not = If it is not kept
services-if-not-none = What happens then was not found.
services-owner = Answers for it
services-adopted = The promise decided by
services-before = From earlier periods
services-before-help = They belong to periods that are over. Where no decision was found the promise may still hold.
services-undated = Without a year in the source
services-undated-help = The source does not say for which year the promise holds. It may hold still.
services-no-year = The year was not found

about-is-todays = The text is of today, also when the page shows another day.
about-finnish = Finnish and other minority languages
# What lag (2009:724) gives, by its sections: 3 and 5 (information, influence), 5 b (goals and guidelines), 8 (contact, an oral
# answer, translation of a decision), 9 (outside the area), 12 (hours and place, and else), 17 (preschool), 18 (care of the
# old). Read beside the pages of Eskilstuna and of Länsstyrelsen Gävleborg on 29 November 2026.
finnish-ingress = In a municipality that belongs to the administrative area of Finnish you have the right to use Finnish with the municipality. The right is in the Swedish act on national minorities and minority languages.
finnish-here = Does it apply in {$municipality}?
finnish-here-none = No source that we have read says whether the municipality belongs to the area. Ask the municipality.
finnish-contact = When you get in touch
finnish-contact-is = You may speak and write Finnish in a matter that concerns you, or somebody whom you represent. The municipality must then answer you in Finnish when it speaks with you. If you have no legal counsel, you have the right to a written translation into Finnish of the decision and its reasons, if you ask for it.
finnish-contact-else = In other matters, too, the municipality must strive to meet you in Finnish. It may set special times and a special place for visits in Finnish, and special telephone hours.
finnish-ask = Say that you want to speak Finnish when you call or visit:
finnish-care = Preschool and care of older people
finnish-care-is = When the municipality offers a place in preschool it must also offer one where all or a substantial part of it is in Finnish, if the guardians ask for it. Whoever asks for it must be offered care of older people where all or a substantial part of it is given in Finnish. The municipality must tell people so.
finnish-decision = If you were given a decision in Swedish
finnish-decision-is = Ask the committee that decided for a translation. The decision says how, and by when, to appeal; do not wait for the translation.
finnish-influence = Influence
finnish-influence-is = The municipality must give the minorities influence in matters that concern them, and consult them as far as possible. It must adopt goals and guidelines for its work with minorities.
finnish-all = In every municipality
finnish-all-is = Wherever you live, the public sector must protect and promote the national minority languages Finnish, Yiddish, Meänkieli, Romani and Sámi, and the municipality must tell the minorities of their rights. Outside the administrative area you may use Finnish in your matter if there are staff who know it.
finnish-where = Where it applies
finnish-where-is = The right applies in the municipalities that section 6 of the act names and in those that have joined.
finnish-where-link = The ordinance names those that have joined (in Swedish)
finnish-law = The act in the municipality’s own list:
finnish-promises = What the municipality promises of its services:
finnish-site = On these pages
finnish-site-is = The words of the pages, the contact details and what somebody has translated of the goals are in Finnish. What the council has decided is in Swedish, and marked so that a screen reader reads it right.
balance-parts-not-said = The sources do not say to which of these values the goals contribute:
