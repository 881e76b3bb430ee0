# Sign-in in two steps.

second = Sign-in in two steps
second-what = After the password you write a code from an app on your telephone. Whoever has got hold of your password then still does not get in.
second-now = How it stands
second-off = Turned off.
second-new = Begun. It holds only when you have written the first code.
second-on = { $count ->
    [one] Turned on. One recovery code is left.
   *[other] Turned on. { $n } recovery codes are left.
}
second-on-none = Turned on. No recovery codes are left. Make new ones.
second-on-few = { $count ->
    [one] Turned on. Only one recovery code is left. Make new ones before they run out.
   *[other] Turned on. Only { $n } recovery codes are left. Make new ones before they run out.
}
second-taken = Turned off. It was taken away { $at } by whoever looks after the program. Was that unexpected? Change your password and tell whoever looks after permissions.
second-taken-by = Turned off. { $name } took it away { $at }. Was that unexpected? Change your password and tell whoever looks after permissions.
second-owed = Your role requires sign-in in two steps. Turn it on to go on.
second-manage = Change sign-in in two steps
second-begin = Turn on
second-own-first = Choose a password of your own first.
second-scan = 1. Put the key into your telephone
second-scan-help = Open an app for sign-in codes and scan the picture. If that does not work, type the key.
second-qr = QR code with the key, which also stands as text after the picture
second-key = Key
second-first = 2. Write the code that the app shows
second-code = Code
second-code-help = Six digits. The app shows a new code every thirty seconds.
second-leave = Cancel
second-codes = Your recovery codes
second-codes-help = Turned on. Write the codes down and keep them where only you can reach them: they are shown only now. Without your telephone you sign in with one of them. Each code can be used once.
second-codes-kept = I have written the codes down
second-change = Change
second-change-help = Write your password and the code that the app shows, or a recovery code.
second-new-codes = Make new recovery codes
second-turn-off = Turn off
second-wrong = The code is not right, or it has been used. Wait until the app shows a new one.
second-over = It took too long. Write user name and password again.
second-done-off = Sign-in in two steps is turned off.
second-step-code = Write the code
second-step-help = Six digits from the app on your telephone, or one of your recovery codes.
second-step-lost = Do you have neither the telephone nor recovery codes? Ask whoever looks after permissions to take the second step away.
