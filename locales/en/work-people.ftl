# My account, people and roles.

account = My account
account-password = Change your password
account-devices = Devices where you are signed in
account-devices-help = A sign-in ends when it has not been used for half an hour, and after ten hours at the latest. If you do not know a device: sign it out and change your password.
account-this-device = This device
account-begun = Signed in { $at }
account-seen = last used { $at }
account-end-others = Sign out all other devices
account-ended = The device is signed out.

people = People
people-help = Who can sign in and what they may do. A role holds at a body, from a day and sometimes until a day.
people-name = Name
people-roles = Roles
people-can = Sign-in
people-can-yes = Can sign in
people-can-no = Cannot sign in
people-no-role = No role
people-bodies = { $count ->
    [one] one body
   *[other] { $n } bodies
}
people-add = Add a person
people-login-help = Small letters, digits and the signs . - _ @
people-login-taken = Somebody else signs in with that name. Choose another.
people-not-a-login = Write a user name of letters, digits and the signs . - _ @, at most 100.
people-not-a-name = Write a name of at most 200 characters.
people-from = From { $from }, until further notice
people-from-to = From { $from } to { $to }
people-first-day = First day
people-last-day = Last day
people-last-help = Leave it empty if the role holds until further notice. If the person has the role there already, the new days hold instead.
people-end = End
people-grant = Give a role
people-role = Role
people-body = Body
people-choose = Choose
people-not-oneself = Nobody gives themselves a role. Ask another administrator.
people-pass = Let somebody else take over the roles
people-pass-help = A deputy has the roles up to and including a last day. Whoever takes over for good gets all the roles and every row that the person is responsible for, and this person’s roles end the day before.
people-looks-after = { $count ->
    [one] The person is responsible for one row in the plans.
   *[other] The person is responsible for { $count } rows in the plans.
}
people-other = Who takes over?
people-pass-until-help = Leave it empty if the other takes over for good.
people-nothing-to-pass = The person has no role on those days and is responsible for no row.
people-pass-later = The other is already to get one of the roles later. Give the roles one by one.
people-sign-in = Sign-in
people-once = One-time password
people-once-help = It is shown only now. Hand it over in a safe way. It is used up after the first sign-in, and the person then chooses their own.
people-once-what = A one-time password lets the person in once. Every device where the person is signed in is signed out.
people-once-make = Make a one-time password
people-bar-what = Whoever is barred is signed out everywhere and cannot sign in. The e-mail address is removed. The roles remain.
people-bar = Bar the sign-in
people-erase = Erase the name
people-erase-what = Name, user name, e-mail address and sign-ins are removed and cannot be brought back. What the person has done remains, without a name.
people-erase-sure = Yes, erase the name for ever
people-erase-me = You cannot erase yourself. Ask another administrator.
people-bar-me = You cannot bar yourself. Ask another administrator.
people-fault-role = Choose a role.
people-fault-body = Choose a body.
people-fault-other = Choose who takes over.
people-fault-order = The last day comes before the first.
people-done-added = The person is added. Give a role and make a one-time password.
people-done-granted = The role is given.
people-done-ended = The role has been given a last day.
people-done-passed = The roles are handed over.
people-done-barred = The sign-in is barred.
people-factor-what = If the person has lost their telephone and their recovery codes, the second step can be taken away. First make sure that it really is the person who asks. All devices are signed out, and the person is told who did it.
people-factor-take = Take away sign-in in two steps
people-factor-me = You turn your own sign-in in two steps off in My account.
people-done-factor = Sign-in in two steps has been taken away.
people-can-once = Signed in by a one-time password, has no password of their own yet
