package nl.samenkomst.letters;

import java.time.Instant;
import nl.samenkomst.domain.EmailAddress;

/**
 * The addresses and the date in a letter's headers.
 *
 * @param name the recipient's name, as they typed it; empty if none may be shown
 * @param replyTo where replies go
 * @param date when the letter is sent
 */
record Envelope(EmailAddress sender, EmailAddress recipient, String name, EmailAddress replyTo, Instant date) {}
