package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.organiser.Invite;
import nl.samenkomst.domain.organiser.SendOwnLink;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.OwnSeries;
import nl.samenkomst.domain.own.RenewOwnLink;
import nl.samenkomst.domain.own.ResendOwnLink;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.SignUp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Links that are renewed, withdrawn, asked for and replaced by signing up anew, while letters are sent and faults are
 * injected: a link that ended stays so, and everybody is mailed the link that works, no more often than asked.
 */
class LinkHistoryTest {

    private static final int ROUNDS = 8;
    private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");
    private static final List<SessionId> SERIES = List.of(new SessionId("een"), new SessionId("twee"));
    private static final List<String> PEOPLE = List.of("noor", "piet", "sara");

    /** In an invitation-only series, renewing one link renews the others, and one letter tells of all. */
    @ParameterizedTest
    @ValueSource(strings = {"open", "invited"})
    void everybodyIsMailedTheLinkThatWorks(String admission) {
        List<String> violations = new ArrayList<>();
        LongStream.rangeClosed(1, Long.getLong("link.histories", 6))
                .forEach(seed -> new LinkHistory(seed, admission)
                        .day()
                        .forEach(invalid -> violations.add("seed " + seed + ": " + invalid)));
        assertThat(violations).isEmpty();
    }

    /** One history, which follows from its seed. */
    private static final class LinkHistory extends SeededHistory {

        private final boolean isInvited;
        private final Registrations registrations;
        private final Letters letters;
        private final Map<RegistrationId, Set<LinkSecret>> ended = new HashMap<>();

        LinkHistory(long seed, String admission) {
            super(seed, BEGIN);
            this.isInvited = admission.equals("invited");
            this.registrations = new FaultyRegistrations(table, faults);
            this.letters = new Letters(new Random(seed + 4));
            SERIES.forEach(session -> publish(session, Map.of("places", 2, "series", "Reeks", "admission", admission)));
        }

        List<String> day() {
            List<String> invalid = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                play(operations());
                invalid.addAll(linksThatWorkAgain());
                clock.advance(Duration.ofSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(5000)));
            }
            for (int sweep = 0; sweep < 4; sweep++) {
                clock.advance(Duration.ofMinutes(20));
                letters.sendAllOwed(
                        sessions, sessions, sessions, registrations, stored, messages, workQueue, clock, retrier);
            }
            invalid.addAll(letters.invalid(everybody()));
            return invalid;
        }

        /** Returns a violation for every registration whose own link had ended in an earlier round. */
        private List<String> linksThatWorkAgain() {
            List<String> invalid = new ArrayList<>();
            everybody().forEach((id, registration) -> {
                Set<LinkSecret> before = ended.computeIfAbsent(id, _ -> new HashSet<>());
                if (before.contains(registration.secret())) {
                    invalid.add("a link that ended works again");
                }
                before.addAll(registration.secrets().ended());
            });
            return invalid;
        }

        private List<Runnable> operations() {
            List<Runnable> operations = new ArrayList<>();
            for (String name : PEOPLE) {
                for (int times = 1 + random.nextInt(2); times > 0; times--) {
                    SessionId session = SERIES.get(random.nextInt(SERIES.size()));
                    operations.add(
                            find(session, name).map(one -> operation(name, one)).orElse(() -> signUp(session, name)));
                }
            }
            for (int sweep = 1 + random.nextInt(3); sweep > 0; sweep--) {
                operations.add(() -> letters.sendAllOwed(
                        sessions, sessions, sessions, registrations, stored, messages, workQueue, clock, retrier));
            }
            return operations;
        }

        private Runnable operation(String name, Registration known) {
            OwnLink link = known.ownLink();
            SessionId session = known.session();
            return switch (random.nextInt(8)) {
                case 0 -> () -> signUp(session, name);
                case 1 -> () -> act(() -> new Cancel(registrations, clock, retrier).cancel(session, link));
                case 2, 3, 4 -> () -> renew(session, link);
                case 5 -> () -> withdraw(session, known.id());
                case 6 -> () -> resend(session, known.calendarLink());
                default -> () -> resend(session, somethingEnded(known));
            };
        }

        private OwnLink somethingEnded(Registration known) {
            return known.secrets().ended().isEmpty()
                    ? known.ownLink()
                    : new OwnLink(known.id(), known.secrets().ended().getFirst());
        }

        private void signUp(SessionId session, String name) {
            if (isInvited) {
                SignUp invitee = new SignUp(person(name), Optional.empty());
                act(() -> new Invite(registrations, clock, links(), retrier).invite(session, invitee, Actor.LOCAL));
            } else {
                SignUp signUp = new SignUp(person(name), Optional.empty(), Optional.empty(), Map.of());
                act(() -> new Register(registrations, Optional.empty(), clock, links(), retrier)
                        .register(session, signUp));
            }
        }

        private void renew(SessionId session, OwnLink link) {
            OwnSeries series = new OwnSeries(sessions, registrations);
            act(() -> new RenewOwnLink(registrations, series, clock, links(), retrier).renew(session, link));
        }

        private void withdraw(SessionId session, RegistrationId id) {
            act(() -> new SendOwnLink(registrations, clock, links(), retrier).renew(session, id, Actor.LOCAL));
        }

        private void resend(SessionId session, OwnLink link) {
            act(() -> new ResendOwnLink(registrations, clock, retrier).resend(session, link));
        }

        /** Acts until there is an answer; nobody does two things within a millisecond. */
        private void act(Supplier<?> attempt) {
            clock.advance(Duration.ofMillis(1));
            Faults.retryUntilAnswered(attempt);
        }

        private Random links() {
            return new Random(random.nextLong());
        }

        private Optional<Registration> find(SessionId session, String name) {
            return table.find(session, person(name).email(), clock.instant())
                    .orElseThrow()
                    .registration();
        }

        private Map<RegistrationId, Registration> everybody() {
            Map<RegistrationId, Registration> everybody = new HashMap<>();
            for (SessionId session : SERIES) {
                table.all(session, clock.instant())
                        .forEach(registration -> everybody.put(registration.id(), registration));
            }
            return everybody;
        }
    }
}
