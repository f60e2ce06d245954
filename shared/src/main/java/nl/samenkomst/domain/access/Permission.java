package nl.samenkomst.domain.access;

/** An act at the organiser's desk; every route asks for one, and what is sent may ask for another. */
public enum Permission {
    /** See one's own overview, account and browser sessions. */
    USE_DESK,
    /** See a session's numbers, letters and history. */
    VIEW_SESSION,
    /** See who is registered, with addresses and answers. */
    VIEW_PARTICIPANTS,
    /** Decide on registrations, correct, move up, cancel, add, invite, and send own links. */
    CHANGE_PARTICIPANTS,
    /** Erase a registration on its person's request. */
    ERASE_PARTICIPANT(true),
    /** Take the list of participants away as a file or on paper. */
    EXPORT(true),
    /** Make sessions, change and publish them. */
    EDIT_SESSION,
    /** Cancel or reinstate a session. */
    CANCEL_SESSION(true),
    /** Write to the people of a session, see what was written, and withdraw it. */
    SEND_MESSAGE,
    /** Write to more than a few of them at once. */
    SEND_TO_MANY(true),
    /** See the names of the people at the door. */
    VIEW_DOOR,
    MARK_PRESENCE,
    /** Register somebody who is at the door. */
    ADD_AT_DOOR,
    /** See who may do what, and the desk's history. */
    VIEW_COLLEAGUES,
    /** Invite colleagues, and change or end what they may do. */
    MANAGE_COLLEAGUES(true);

    private final boolean needsFreshFactor;

    Permission() {
        this(false);
    }

    Permission(boolean needsFreshFactor) {
        this.needsFreshFactor = needsFreshFactor;
    }

    /** Returns whether the act needs a second factor given at most {@link BrowserSession#FRESH} ago. */
    public boolean needsFreshFactor() {
        return needsFreshFactor;
    }
}
