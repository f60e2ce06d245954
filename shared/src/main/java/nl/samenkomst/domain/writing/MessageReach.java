package nl.samenkomst.domain.writing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.registration.OwedMessages;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * How many people a message goes to, as things are.
 *
 * @param recipients by group; groups to which it does not go are left out
 * @param languages how many of them read it in each language in which it was written
 * @param unconfirmed how many of its audience do not get it, because nobody has confirmed their address
 * @param blocked how many of its audience do not get it, because letters to them come back or are unwanted
 */
public record MessageReach(
        Map<MessageGroup, Integer> recipients, Map<Language, Integer> languages, int unconfirmed, int blocked) {

    public MessageReach {
        recipients = Map.copyOf(recipients);
        languages = Map.copyOf(languages);
    }

    static MessageReach of(
            MessageDraft draft, MessageNote note, Session session, Iterable<Registration> registrations, Instant now) {
        Map<MessageGroup, Integer> recipients = new EnumMap<>(MessageGroup.class);
        Map<Language, Integer> languages = new EnumMap<>(Language.class);
        int unconfirmed = 0;
        int blocked = 0;
        for (Registration registration : registrations) {
            if (!OwedMessages.isIn(note.to(), registration)) {
                continue;
            }
            if (!registration.proof().isGiven()) {
                unconfirmed++;
            } else if (!registration.mayBeMailed()) {
                blocked++;
            } else if (OwedMessages.isOwed(note, session, registration, now)) {
                MessageGroup.of(registration.state().word())
                        .ifPresent(group -> recipients.merge(group, 1, Integer::sum));
                languages.merge(draft.text().languageFor(registration.language()), 1, Integer::sum);
            }
        }
        return new MessageReach(recipients, languages, unconfirmed, blocked);
    }

    /** Returns how many people get it. */
    public int total() {
        return recipients.values().stream().mapToInt(Integer::intValue).sum();
    }
}
