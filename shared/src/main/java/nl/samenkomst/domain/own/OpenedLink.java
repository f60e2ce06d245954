package nl.samenkomst.domain.own;

/** What a link to a registration opens. */
public sealed interface OpenedLink {

    /** The own link: everything about the registration. */
    record Own(OwnRegistration own) implements OpenedLink {}

    /** The link in calendar entries: how the registration stands, and the way in to the meeting. */
    record Entry(OwnRegistration own) implements OpenedLink {}

    /** A link that ended; another has replaced it. */
    record Ended() implements OpenedLink {}

    /** The link is unknown, or the registration has expired or was erased. */
    record Unknown() implements OpenedLink {}
}
