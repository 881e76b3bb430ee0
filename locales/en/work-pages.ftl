# The work area: pages of our own, who answers, and what a reader would stumble over.

pages-own = Pages
pages-own-help = Write pages of your own, say who answers for a page and when it is to be looked over.
pages-all = All pages
pages-new = Write a page
pages-due = Pages to look over
pages-written = Pages of our own
pages-written-none = There are no pages of our own yet.
pages-down = taken down
pages-others = Who answers for other pages
pages-others-help = An address that ends with / is about all pages below it that have nobody of their own.
pages-address = Address of the page
pages-address-help = Begin with /, for example /kontakt or /indikatorer/.
pages-owner = Who answers for the page?
pages-body = Responsible committee or company
pages-review = To be looked over by (optional)
pages-review-help = A month before that day the page is named on the page of the site here.
pages-owner-saved = Saved.
pages-taken-down = The page is taken down. Its text stays in the history.
pages-take-down = Take the page down
pages-published = Published. The page is on the site now.
pages-text = Text
pages-markdown = Write in Markdown: # for a heading, - for a point of a list, *word* for stress, [word](/kontakt) for a link. An empty line begins a new paragraph.
pages-nobody = nobody answers for it
pages-changed-by-other = Somebody else has changed the page while you were writing. Your text is still here. Compare them, and save again if yours is to stand.
pages-fault-text = Write a text in Swedish.
pages-fault-owner = Choose who answers for it, or write a role.
pages-fault-body = There is no such body. Choose one from the list.
pages-fault-nowhere = There is no such page on the site.
points-misspelt = Not in the dictionary: { $words }
points-doubled = The paragraph stands twice: “{ $begins }”
points-long = A long sentence, { $words } words: “{ $begins }”
points-dead = The link leads nowhere on the site: { $address }
points-links-left = Only the first { $most } links of the text have been checked.
points-no-dictionary = The spelling is not checked: no Swedish dictionary is installed on the server (the package hunspell-sv).
points-count = { $count ->
    [one] There is one thing to look at. It is in nobody’s way.
   *[other] There are { $n } things to look at. They are in nobody’s way.
}
written-pages = Information from the municipality
written-none = There are no pages yet.
written-swedish-only = This page is in Swedish only.
written-changed = Changed { $day }
written-taken-down = This page was taken down on { $day }.
written-then = The page as it was on { $day }
written-not-yet = This page was not there yet. It was written on { $day }.
