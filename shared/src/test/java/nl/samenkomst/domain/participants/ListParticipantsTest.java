package nl.samenkomst.domain.participants;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.person;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.registration;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static nl.samenkomst.domain.registration.SampleRegistrations.withAnswers;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListParticipantsTest {

    private static final Session SESSION = session();
    private static final Registration IDA = somebody("ida", waiting(2), 1);
    private static final Registration NOOR = somebody("noor", waiting(1), 2);
    private static final Registration PIET = somebody("piet", placeAt(BUURT), 3);
    private static final Registration ANDRE_WITH_ACCENT = withAnswers(
            somebody("andre", place(), 4),
            new Person("andré", new EmailAddress("andre@example.org"), Optional.empty()),
            Map.of(new QuestionId("rol"), List.of("Wijkverpleging")));
    private static final List<Registration> ALL = List.of(PIET, ANDRE_WITH_ACCENT, NOOR, IDA);

    @Test
    void listsInTheOrderOfSigningUp() {
        assertThat(names(part(ParticipantFilter.ALL, Optional.empty(), 10)))
                .containsExactly("ida", "noor", "piet", "andré");
    }

    @Test
    void listsTheQueueInItsOwnOrder() {
        ParticipantsPart queue = part(filter("waitlisted", "", ""), Optional.empty(), 10);

        assertThat(names(queue)).containsExactly("noor", "ida");
        assertThat(queue.rows()).extracting(row -> row.position().orElseThrow()).containsExactly(1, 2);
    }

    @Test
    void goesOnAfterTheLastRowOfAPart() {
        ParticipantsPart first = part(ParticipantFilter.ALL, Optional.empty(), 3);
        ParticipantCursor next =
                ParticipantCursor.parse(first.next().orElseThrow().written()).orElseThrow();

        assertThat(names(first)).containsExactly("ida", "noor", "piet");
        assertThat(names(part(ParticipantFilter.ALL, Optional.of(next), 3))).containsExactly("andré");
        assertThat(part(ParticipantFilter.ALL, Optional.of(next), 3).next()).isEmpty();
    }

    @Test
    void countsStatesAndThemesOfAll() {
        ParticipantsPart part = part(filter("waitlisted", "", ""), Optional.empty(), 1);

        assertThat(part.states()).isEqualTo(Map.of("waitlisted", 2, "confirmed", 2));
        assertThat(part.themes()).isEqualTo(Map.of(BUURT, 1));
        assertThat(part.found()).isEqualTo(2);
        assertThat(part.all()).isEqualTo(4);
    }

    @Test
    void findsWordsWithoutRegardForCaseAndAccents() {
        assertThat(names(part(filter("", "", "ANDRE"), Optional.empty(), 10))).containsExactly("andré");
        assertThat(names(part(filter("", "", "verpleging andré"), Optional.empty(), 10)))
                .containsExactly("andré");
        assertThat(names(part(filter("", "", "noor@example"), Optional.empty(), 10)))
                .containsExactly("noor");
        assertThat(names(part(filter("", "", "(.*"), Optional.empty(), 10))).isEmpty();
    }

    @Test
    void filtersByTheme() {
        assertThat(names(part(filter("", "buurt", ""), Optional.empty(), 10))).containsExactly("piet");
    }

    @Test
    void filtersByWhatKeepsLettersFromArriving() {
        List<Registration> all = new ArrayList<>();
        for (MailProblem.Kind kind : MailProblem.Kind.values()) {
            all.add(somebody(kind.word(), place(), all.size() + 1)
                    .withMailProblem(Optional.of(new MailProblem(kind, NOW))));
        }

        assertThat(names(all, MailFilter.RETURNED)).containsExactly("suppressed", "bounced");
        assertThat(names(all, MailFilter.COMPLAINED)).containsExactly("complained");
        assertThat(names(all, MailFilter.FAILING)).containsExactly("suppressed", "bounced", "complained");
        assertThat(names(all, MailFilter.UNCONFIRMED_PLACE)).isEmpty();
    }

    /** Who waits or is declined may be unconfirmed, and takes no place from anybody. */
    @Test
    void filtersThePlacesOfUnconfirmedPeople() {
        AddressProof awaited = new AddressProof.Awaited(Optional.empty());

        assertThat(names(
                        List.of(PIET.with(awaited), ANDRE_WITH_ACCENT, IDA.with(awaited)),
                        MailFilter.UNCONFIRMED_PLACE))
                .containsExactly("piet");
    }

    /** The page to which a number leads shows as many people. */
    @ParameterizedTest
    @CsvSource({"RETURNED, BOUNCED", "COMPLAINED, COMPLAINED", "UNCONFIRMED_PLACE, UNCONFIRMED_PLACES"})
    void aMailFilterShowsExactlyThePeopleThatASessionCounts(MailFilter filter, Count count) {
        AddressProof awaited = new AddressProof.Awaited(Optional.empty());
        for (RegistrationState state : SampleRegistrations.EVERY_STATE) {
            for (MailProblem.Kind kind : MailProblem.Kind.values()) {
                Registration one = somebody("els", state, 1)
                        .with(awaited)
                        .withMailProblem(Optional.of(new MailProblem(kind, NOW)));

                assertThat(names(List.of(one), filter))
                        .as("%s, %s", state, kind)
                        .hasSize(seen(SESSION, one).places().count(count));
            }
        }
    }

    @Test
    void aMailFilterIsAWordOrNone() {
        for (MailFilter filter : MailFilter.values()) {
            assertThat(MailFilter.of(filter.word())).contains(filter);
        }
        assertThat(MailFilter.of("nonsense")).isEmpty();
    }

    @Test
    void ignoresFiltersThatCannotBe() {
        assertThat(filter("nonsense", "<b>", " ")).isEqualTo(ParticipantFilter.ALL);
        assertThat(ParticipantCursor.parse("9999999999999999999~x")).isEmpty();
        assertThat(ParticipantCursor.parse("1~<b>")).isEmpty();
    }

    private static ParticipantsPart part(ParticipantFilter filter, Optional<ParticipantCursor> after, int limit) {
        return ListParticipants.part(ALL, filter, after, limit, NOW);
    }

    private static List<String> names(List<Registration> all, MailFilter mail) {
        ParticipantFilter filter =
                ParticipantFilter.parse(Optional.empty(), Optional.empty(), Optional.of(mail.word()), Optional.empty());
        return names(ListParticipants.part(all, filter, Optional.empty(), 10, NOW));
    }

    private static ParticipantFilter filter(String state, String theme, String words) {
        return ParticipantFilter.parse(Optional.of(state), Optional.of(theme), Optional.empty(), Optional.of(words));
    }

    private static List<String> names(ParticipantsPart part) {
        return part.rows().stream()
                .map(row -> row.registration().person().name())
                .toList();
    }

    private static Registration somebody(String name, RegistrationState state, int second) {
        return registration(
                SESSION,
                person(name),
                Language.NL,
                LinkSecret.generate(new Random(second)),
                new UUID(1, second),
                state,
                Instant.parse("2026-11-01T09:00:0" + second + "Z"));
    }
}
