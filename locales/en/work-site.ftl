# The work area: the site's own work.

work-site = The website
work-notice-new = Write a service notice
work-notice-change = Change the service notice
work-notice-severity = How serious is it?
work-notice-information = Information: good to know
work-notice-warning = Disruption: something does not work
work-notice-crisis = Crisis: life, health or important services
work-notice-title = Heading
work-notice-text = What has happened, and what should people do?
work-notice-affects = What is affected? One thing on each line
work-notice-alternatives = What can people do instead? One thing on each line
work-notice-link = Address of more information (optional)
work-notice-link-words = What the link should say (if you have an address)
work-notice-from = From (optional)
work-notice-from-help = Leave empty to show it now.
work-notice-to = Until (optional)
work-notice-to-help = Leave empty if you do not know. It then stands until you take it down.
work-notice-publish = Publish
work-notice-look = See how it will look
work-notice-preview = This is what residents will see
work-notice-stands-now = This is on the website now
work-notice-changed-by-other = Somebody else changed the notice while you were writing. Your text is still here. Compare the two, and publish again if yours is to stand.
work-notice-end = Take the notice down
work-notice-end-help = It leaves the pages at once and is kept among earlier notices.
work-notice-done = Published. The notice is now on every page.
work-notice-ended = The notice has been taken down.
work-notice-stands = shown now
work-notice-coming = to come
work-notice-over = no longer shown
work-notice-untranslated = not translated
work-answers = Answers from residents
work-answers-help = This is how they answered when asked whether the information helped them. Nobody knows who has answered.
work-answers-read = Read the answers
work-answers-none = Nobody has answered yet.
work-answers-of = The page helped { $helped } of { $all }
work-answers-yes = the page helped
work-answers-no = the page did not help
work-answers-older = { $count ->
    [one] One older comment is not shown here.
   *[other] { $n } older comments are not shown here.
}
work-fault-moment = “{ $typed }” is not a day with a time. Write for example 2026-11-30 13:00.
work-fault-lines = There are too many lines. Write at most { $most }.
work-fault-severity = Choose how serious it is.
work-fault-title = Write a heading in Swedish.
work-fault-swedish = Write it in Swedish too.
work-fault-as-many = Write as many lines as in Swedish: { $count }.
work-fault-link = Write the address that the link leads to, or remove the text.
work-fault-link-words = Write what the link should say.
