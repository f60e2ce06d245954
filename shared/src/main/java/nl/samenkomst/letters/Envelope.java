package nl.samenkomst.letters;

import java.time.Instant;
import nl.samenkomst.domain.EmailAddress;

/**
 * What stands around a letter.
 *
 * @param name whom it is for, as they call themselves
 * @param replyTo where answers go
 * @param date when it leaves
 */
record Envelope(EmailAddress sender, EmailAddress recipient, String name, EmailAddress replyTo, Instant date) {}
