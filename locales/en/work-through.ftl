# Signing in through a sign-in service (OpenID Connect).

through-sign-in = Sign in with { $name }
through-or-password = Or with a password
through-leading = On to { $name }
through-leading-help = You are sent to { $name } to sign in, and come back here afterwards.
through-go-on = Go on to { $name }
through-away = { $name } does not answer just now, so you cannot sign in that way. Try again in a while. If you have a password here, you can use it.
through-full = So many are signing in just now that there is no room to take what you wrote along. It is still here: sign in in another tab, come back and try again.
through-barred = You are barred here, even though { $name } lets you in. Ask whoever looks after permissions.
through-over = The sign-in could not be finished: it took too long, began in another browser or has been used already. Begin again.
through-denied = { $name } did not let you in, or you stopped it. Try again, or ask whoever looks after sign-in where you work.
through-groups = You are in so many groups that { $name } does not send them. Nothing has been changed. Ask whoever looks after permissions.
through-untrusted = The answer from { $name } could not be trusted, so you are not signed in. Try again. If it happens once more, tell whoever looks after the program.
through-came = You signed in through { $name }. You change your password there.
through-sign-out = When you sign out here you are still signed in at { $name }. On a computer that others use, sign out there too.
through-two-steps = { $name } asked you to show who you are in two ways.
through-one-step = { $name } has not said that you showed who you are in two ways.
through-owed = Your role demands sign-in in two steps. Sign out here and at { $name }, and sign in anew with two steps. If you cannot, ask whoever looks after sign-in where you work.
through-person = Signs in through { $issuer }. Passwords are looked after there.
through-person-barred = Barred here, even though the sign-in service lets the person in.
through-unbar-what = The person is let in through the sign-in service again.
through-unbar = Lift the bar
through-unbarred = The bar is lifted.
through-by-rule = Given by a rule at sign-in, for as long as the person is in the group.
through-no-role = You are signed in, { $name }, but have no role yet
through-ask = Without a role there is nothing to do here. Ask whoever looks after permissions for a role:
through-ask-anyone = Without a role there is nothing to do here. Ask whoever looks after permissions in the municipality for a role.
