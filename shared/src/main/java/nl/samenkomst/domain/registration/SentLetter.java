package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.Optional;

/**
 * That a letter left.
 *
 * @param revision the session's revision that it told of
 * @param messageId the mail service's name for it; empty where the letter was given up after too many refusals
 */
public record SentLetter(LetterKind kind, int revision, Instant at, Optional<String> messageId) {}
