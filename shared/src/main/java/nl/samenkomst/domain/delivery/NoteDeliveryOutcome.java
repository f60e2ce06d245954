package nl.samenkomst.domain.delivery;

import nl.samenkomst.domain.registration.MailProblem;

/** What news of a letter did to one registration that it is about. */
public sealed interface NoteDeliveryOutcome {

    /** It says nothing new. */
    record Unchanged() implements NoteDeliveryOutcome {}

    /** The registration was erased or expired, or the person signed up anew after the letter. */
    record Outdated() implements NoteDeliveryOutcome {}

    /** The registration shows another problem now. */
    record Noted(MailProblem.Kind problem) implements NoteDeliveryOutcome {}

    /** The registration also lapsed, since nobody had confirmed the address. */
    record Lapsed(MailProblem.Kind problem) implements NoteDeliveryOutcome {}
}
