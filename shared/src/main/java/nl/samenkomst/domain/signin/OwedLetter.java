package nl.samenkomst.domain.signin;

import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;

/** A letter to an organiser that may be owed. */
public sealed interface OwedLetter {

    /** To whoever asked with this browser. */
    record ToSignIn(TokenHash browser) implements OwedLetter {}

    /** To a colleague who was invited. */
    record ToColleague(OrganiserId colleague) implements OwedLetter {}
}
