# The work area: offices of the contact centre.

offices-new = Add an office
offices-change = Change name, address and telephone
offices-name = Name
offices-part-of = Is it a place of a contact centre?
offices-centre = No, it is a contact centre of its own
offices-address = Visiting address (optional)
offices-phone = Telephone (optional)
offices-from-help = What stands here holds from that day. What stood before holds until then.
offices-to = Last day (only if it closes for good)
offices-changed-by-other = Somebody else has changed the office while you were writing. Your details are still here. Compare them, and publish again if yours are to stand.
offices-fault-name = Write what the office is called, in Swedish.
offices-others = To come or closed
