package nl.samenkomst.local.tests.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.writing.MessageDraft;

/**
 * Checks organisers' messages: each reaches everybody to whom it was written, once, not before its moment and not before
 * two minutes have passed, and nobody else; and nobody any more once it was withdrawn.
 */
final class WrittenMessages {

    private static final Duration SILENCE = Duration.ofMinutes(2);

    /** A message, told apart by its subject, which is its id. */
    private record Written(MessageDraft draft, Instant at) {

        Instant from() {
            Instant earliest = at.plus(SILENCE);
            return draft.from().filter(earliest::isBefore).orElse(earliest);
        }

        /** Returns whether somebody in this state is to get it, at its moment or, if it is for latecomers too, later. */
        boolean isFor(Registration registration) {
            boolean isInGroup = draft.to().groups().stream()
                    .anyMatch(group -> group.word().equals(registration.state().word()));
            return isInGroup
                    && registration.proof() instanceof AddressProof.Given given
                    && (draft.latecomers()
                            || (!given.at().isAfter(from())
                                    && !registration.state().since().isAfter(from())));
        }
    }

    private record Receipt(String message, RegistrationId to) {}

    private final Random random;
    private final Map<String, Written> written = new HashMap<>();
    private final Map<String, Instant> withdrawn = new HashMap<>();
    private final Map<Receipt, Integer> sent = new HashMap<>();
    private final Map<Receipt, Integer> mayBeRepeated = new HashMap<>();
    private final List<String> invalid = new ArrayList<>();

    WrittenMessages(Random random) {
        this.random = random;
    }

    /** Returns a message to one or two groups, for now or for some hours later, to latecomers or not. */
    MessageDraft draft(MessageId id, Instant now) {
        List<MessageGroup> groups = new ArrayList<>(Arrays.asList(MessageGroup.values()));
        groups.remove(random.nextInt(groups.size()));
        if (random.nextBoolean()) {
            groups.remove(random.nextInt(groups.size()));
        }
        MessageWords words = new MessageWords(id.value(), "Dag {naam}");
        return new MessageDraft(
                new MessageText(Language.NL, Map.of(Language.NL, words)),
                new MessageAudience(groups, List.of(), Optional.empty()),
                random.nextInt(3) == 0
                        ? Optional.of(now.plus(Duration.ofMinutes(random.nextInt(300))))
                        : Optional.empty(),
                random.nextBoolean());
    }

    void wrote(MessageDraft draft, Instant at) {
        written.put(subject(draft.text()), new Written(draft, at));
    }

    /** Returns a message that was not withdrawn; empty if there is none. */
    Optional<MessageId> toWithdraw() {
        List<String> all = written.keySet().stream()
                .filter(message -> !withdrawn.containsKey(message))
                .sorted()
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new MessageId(all.get(random.nextInt(all.size()))));
    }

    void withdrew(MessageId message, Instant at) {
        withdrawn.put(message.value(), at);
    }

    /** Checks a letter as it leaves. */
    void left(LetterRequest mail) {
        String message = subject(mail.message().orElseThrow());
        Written known = written.get(message);
        if (known == null) {
            // Its writer has not heard yet that it was written, which is two minutes before any letter leaves.
            invalid.add("a message left before its writer knew of it");
            return;
        }
        if (mail.now().isBefore(known.from())) {
            invalid.add("a message left before its moment");
        }
        if (!known.isFor(mail.registration())) {
            invalid.add("a message to %s".formatted(mail.registration().state()));
        }
        if (Optional.ofNullable(withdrawn.get(message))
                .filter(at -> at.isBefore(mail.now()))
                .isPresent()) {
            invalid.add("a message left after it was withdrawn");
        }
        sent.merge(receipt(mail), 1, Integer::sum);
    }

    /** Allows one repetition of a letter whose sending may not have been recorded. */
    void mayBeRepeated(LetterRequest mail) {
        mayBeRepeated.merge(receipt(mail), 1, Integer::sum);
    }

    /** Forgets what people got who erased their registration since: if they sign up again, they may get it again. */
    void forgetAllBut(Set<RegistrationId> known) {
        sent.keySet().removeIf(receipt -> !known.contains(receipt.to()));
    }

    List<String> invalid() {
        List<String> all = new ArrayList<>(invalid);
        sent.forEach((receipt, times) -> {
            if (times > 1 + mayBeRepeated.getOrDefault(receipt, 0)) {
                all.add("a message was sent %d times".formatted(times));
            }
        });
        return all;
    }

    /** Returns every violation, once nothing is owed any more that was due by then. */
    List<String> invalidAtTheEnd(Iterable<Registration> everybody, Instant until) {
        List<String> all = new ArrayList<>(invalid());
        written.forEach((message, known) -> {
            for (Registration registration : everybody) {
                boolean isOwed =
                        !withdrawn.containsKey(message) && !known.from().isAfter(until) && known.isFor(registration);
                if (isOwed && !sent.containsKey(new Receipt(message, registration.id()))) {
                    all.add("a message was never sent to %s".formatted(registration.state()));
                }
            }
        });
        return all;
    }

    private static Receipt receipt(LetterRequest mail) {
        return new Receipt(
                subject(mail.message().orElseThrow()), mail.registration().id());
    }

    private static String subject(MessageText text) {
        return text.in(text.main()).subject();
    }
}
