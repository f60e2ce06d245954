package nl.samenkomst.local.tests.history;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.figures.Tallies;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.sending.WorkQueue;

/** Records every letter sent, and whether it should have been. */
final class Letters {

    /** A letter's content and recipient; two equal ones are one letter too many. */
    private record Told(RegistrationId to, LetterKind kind, Instant of) {}

    private final Random random;
    private final WrittenMessages written;
    private final Map<Told, Integer> sent = new HashMap<>();
    private final Map<Told, Integer> mayBeRepeated = new HashMap<>();
    private final Map<RegistrationId, Set<LinkSecret>> links = new HashMap<>();
    private final List<Letter> unchecked = new ArrayList<>();
    private final List<String> invalid = new ArrayList<>();

    /** Records the letters of a history in which no organiser writes messages. */
    Letters(Random random) {
        this(random, new WrittenMessages(random));
    }

    Letters(Random random, WrittenMessages written) {
        this.random = random;
        this.written = written;
    }

    /** Sends everything that is owed, until it is done or the process dies. */
    void sendAllOwed(
            AgendaIndex index,
            Tallies tallies,
            Sessions sessions,
            Registrations registrations,
            Mailboxes mailboxes,
            Messages messages,
            WorkQueue workQueue,
            Clock clock,
            Retrier retrier) {
        LetterDelivery postman = new LetterDelivery();
        try {
            Sender.of(index, tallies, sessions, registrations, mailboxes, messages, workQueue, postman, clock, retrier)
                    .sendAllDue(Deadline.none());
        } catch (Faults.Died | SendReminders.PartialFailure died) {
            postman.died();
        }
    }

    /** Returns the letters that left since the last call, in that order. */
    List<Letter> takeUnchecked() {
        List<Letter> taken = List.copyOf(unchecked);
        unchecked.clear();
        return taken;
    }

    /** Returns the violations so far, between two sweeps: letters to the wrong people, and letters too many. */
    List<String> invalid() {
        List<String> all = new ArrayList<>(invalid);
        sent.forEach((told, times) -> {
            if (times > 1 + mayBeRepeated.getOrDefault(told, 0)) {
                all.add("%s was sent %d times".formatted(told.kind(), times));
            }
        });
        return all;
    }

    /** Returns every violation, once nothing is owed any more. */
    List<String> invalid(Map<RegistrationId, Registration> everybody) {
        List<String> all = new ArrayList<>(invalid());
        for (Registration registration : everybody.values()) {
            // Somebody who has not confirmed the address is told nothing but that.
            expectedLetter(registration.state())
                    .filter(_ -> registration.proof().isGiven())
                    .map(kind -> new Told(
                            registration.id(), kind, registration.state().since()))
                    .filter(owed -> !sent.containsKey(owed))
                    .ifPresent(owed -> all.add("%s was never sent".formatted(owed.kind())));
            if ((registration.proof().isGiven() || registration.isActive())
                    && expectedLetter(registration.state()).isPresent()
                    && !links.getOrDefault(registration.id(), Set.of()).contains(registration.secret())) {
                all.add("no letter has the own link of somebody who is %s".formatted(registration.state()));
            }
        }
        return all;
    }

    /** Returns the letter that a registration state calls for; empty for a declined invitation, or if it lapsed. */
    private static Optional<LetterKind> expectedLetter(RegistrationState state) {
        return switch (state) {
            case RegistrationState.Confirmed c ->
                Optional.of(c.fromWaitingList() ? LetterKind.PROMOTED : LetterKind.CONFIRMED);
            case RegistrationState.Waitlisted _ -> Optional.of(LetterKind.WAITING);
            case RegistrationState.UnderReview _ -> Optional.of(LetterKind.UNDER_REVIEW);
            case RegistrationState.Declined _ -> Optional.of(LetterKind.DECLINED);
            case RegistrationState.Lapsed _ -> Optional.empty();
            case RegistrationState.Cancelled _ -> Optional.of(LetterKind.CANCELLED);
            case RegistrationState.Invited _ -> Optional.of(LetterKind.INVITED);
            case RegistrationState.InvitationDeclined _ -> Optional.empty();
            case RegistrationState.InvitationRevoked _ -> Optional.of(LetterKind.REVOKED);
        };
    }

    private static Instant subject(LetterKind kind, Registration registration) {
        return switch (kind) {
            case OWN_LINK -> registration.letters().linkAskedAt();
            case CHOOSE_THEME -> registration.choseAt();
            default -> registration.state().since();
        };
    }

    /** Takes the letters of one process; for some of them, the delivery remains unknown. */
    final class LetterDelivery implements Mailer {

        private List<LetterRequest> last = List.of();

        @Override
        public Delivery send(LetterRequest mail) {
            last = Stream.concat(Stream.of(mail), mail.bundled().stream()).toList();
            boolean isCertain = random.nextInt(20) > 0;
            last.forEach(one -> {
                record(one);
                unchecked.add(letter(one, isCertain));
            });
            if (!isCertain) {
                last.forEach(one -> mayBeRepeated(one));
                return new Delivery.Unknown();
            }
            return new Delivery.Taken("message");
        }

        /** Counts a letter about the registration; those about the session are left to {@link Announcements}. */
        private void record(LetterRequest mail) {
            links.computeIfAbsent(mail.registration().id(), _ -> new HashSet<>())
                    .add(mail.registration().secret());
            if (mail.kind() == LetterKind.MESSAGE) {
                written.left(mail);
                return;
            }
            RegistrationState state = mail.registration().state();
            boolean isRight = isAboutSession(mail.kind())
                    || mail.kind() == LetterKind.OWN_LINK
                    || mail.kind() == LetterKind.CHOOSE_THEME
                    || (mail.kind() == LetterKind.CONFIRM_ADDRESS
                            && !mail.registration().proof().isGiven())
                    || expectedLetter(state).equals(Optional.of(mail.kind()));
            if (!isRight) {
                invalid.add("%s to somebody who is %s".formatted(mail.kind(), state));
            }
            if (!isAboutSession(mail.kind())) {
                sent.merge(told(mail), 1, Integer::sum);
            }
        }

        private void mayBeRepeated(LetterRequest mail) {
            if (mail.kind() == LetterKind.MESSAGE) {
                written.mayBeRepeated(mail);
                return;
            }
            mayBeRepeated.merge(told(mail), 1, Integer::sum);
        }

        /** Allows one repetition of the last letters, whose sending may not have been recorded. */
        void died() {
            last.forEach(one -> {
                mayBeRepeated(one);
                unchecked.replaceAll(letter -> letter.equals(letter(one, true)) ? letter.uncertain() : letter);
            });
        }

        private static Told told(LetterRequest mail) {
            return new Told(mail.registration().id(), mail.kind(), subject(mail.kind(), mail.registration()));
        }

        private static Letter letter(LetterRequest mail, boolean isCertain) {
            Registration registration = mail.registration();
            return new Letter(
                    registration.id(), mail.kind(), registration.state(), mail.session(), mail.now(), isCertain);
        }

        private static boolean isAboutSession(LetterKind kind) {
            return switch (kind) {
                case SESSION_MOVED, SESSION_CHANGED, SESSION_CANCELLED, SESSION_REINSTATED -> true;
                default -> false;
            };
        }
    }
}
