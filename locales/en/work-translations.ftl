# Translations of what the municipality itself says.

translations = Translations
translations-help = What is decided and published is written in Swedish. Here you see what is not in Finnish or English, and translate it. A translation is no part of the decision.
translations-open = See what lacks a translation
translations-nothing = Nothing is published yet.
translations-kind = Kind
translations-things = Number
translations-lack-finnish = Not in Finnish
translations-lack-english = Not in English
translations-none-lacking = none
translations-elsewhere = Service notices, pages of our own and the contact centre are written in every language in their own forms.
translations-without-finnish = { $kind } not in Finnish
translations-without-english = { $kind } not in English
translations-all-done = Everything is translated.
translations-texts-lacking = { $count ->
    [one] one text to translate
   *[other] { $count } texts to translate
}
translations-title-done = the heading is translated
translations-saved = The translation is saved and shown on the site.
translations-of = Translate: { $name }
translations-form-help = Leave a field empty if the text is not to be translated. The page then shows the Swedish text.
translations-meaning = What it means
translations-why = Why it matters
translations-role = Responsible role
translations-condition = When it is reached
translations-if-not-kept = If the promise is not kept
translations-order = The owner’s order
translations-text = Text
translations-judgement = Judgement, position as of { $day }
translations-own = This name is written in the language where the thing is described, and is changed there.
translations-by = Who translated it?
translations-by-help = A role, a unit or a program, for example Kommunens översättare. It stands on every page in the language. Write no person’s name. Write it in Swedish.
translations-save = Save the translation
translations-fault-by = Write who translated it, for example Kommunens översättare.
translations-changed-by-other = Some of this was changed while you were writing. What you typed is still here. Compare, and save again if yours is to hold.
translations-stands-now = This is how somebody else translated it while you were writing:
translations-gone = The words have changed
translations-gone-help = These words no longer stand there, so their translation is not saved. Copy what you need.
