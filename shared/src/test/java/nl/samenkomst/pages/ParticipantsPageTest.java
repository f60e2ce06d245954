package nl.samenkomst.pages;

import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.ResponseSize;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.Participant;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;

/** The printable list, in parts. */
final class ParticipantsPageTest {

    private static final Pages PAGES = new Pages(HouseStyle.defaultStyle());
    private static final Session SESSION = SampleSessions.VERSNELLINGSKAMER;
    private static final ThemeId BUURT = new ThemeId("buurt");
    private static final ThemeId WERK = new ThemeId("werk");

    @Test
    void partsTogetherAreTheWholeListInItsOrder() {
        List<Participant> people = people(101, "Noor");
        List<String> whole = rows(page(people, Optional.empty(), Wiring.RESPONSE_LIMIT));
        assertThat(whole).hasSize(101);

        for (int rows : new int[] {1, 7, 100, 101, 102}) {
            List<String> joined = new ArrayList<>();
            ParticipantsPage part = page(people, Optional.empty(), Wiring.RESPONSE_LIMIT.rows(rows));
            assertThat(part.isContinued()).isFalse();
            joined.addAll(rows(part));
            while (part.next().isPresent()) {
                part = page(people, part.next(), Wiring.RESPONSE_LIMIT.rows(rows));
                assertThat(part.isContinued()).isTrue();
                assertThat(part.coming() + part.waiting()).isEqualTo(101);
                joined.addAll(rows(part));
            }
            assertThat(joined).isEqualTo(whole);
        }
    }

    @Test
    void listsByThemeAndSurnameThenWhoWaitsThenWhoCancelledLate() {
        List<Participant> people = new ArrayList<>();
        for (String name : List.of("Zoë Smit", "Jan de Vries", "Ayşe Öztürk", "Élise Visser", "Ad van der Berg")) {
            people.add(participant(name, new RegistrationState.Confirmed(NOW, false, Optional.of(BUURT)), 0));
        }
        people.add(participant("Bo Aarts", new RegistrationState.Confirmed(NOW, false, Optional.of(WERK)), 0));
        people.add(participant("Mo Aalders", new RegistrationState.Waitlisted(NOW, 9, Optional.empty()), 2));
        people.add(participant("Els Zwart", new RegistrationState.Waitlisted(NOW, 8, Optional.empty()), 1));
        people.add(participant("Cas de Wit", new RegistrationState.CancelledByPerson(NOW, true, true), 0));
        people.add(participant("Cas Bos", new RegistrationState.CancelledByPerson(NOW, true, true), 0));

        ParticipantsPage page = page(people, Optional.empty(), Wiring.RESPONSE_LIMIT);
        assertThat(page.groups())
                .extracting(ParticipantsPage.Group::heading, ParticipantsPage.Group::noteHeading)
                .containsExactly(
                        tuple("Meedoen in de buurt", "Aanwezig"),
                        tuple("Werk dat past", "Aanwezig"),
                        tuple("Wachtlijst", "Nummer"),
                        tuple("Te laat afgemeld", "Afgemeld op"));
        assertThat(names(page))
                .containsExactly(
                        "Ad van der Berg",
                        "Ayşe Öztürk",
                        "Zoë Smit",
                        "Élise Visser",
                        "Jan de Vries",
                        "Bo Aarts",
                        "Els Zwart",
                        "Mo Aalders",
                        "Cas Bos",
                        "Cas de Wit");
        assertThat(page.groups().getLast().rows().getFirst().note()).isEqualTo("20 nov 10.00");
        assertThat(page.count()).isEqualTo("6 met een plek, 2 op de wachtlijst");
    }

    @Test
    void hasABoxToTickForEverybodyWhoMayComeIn() {
        Participant noor = participant("Noor", new RegistrationState.Confirmed(NOW, false, Optional.of(BUURT)), 0);
        Participant marked = new Participant(
                noor.id(),
                noor.version(),
                noor.person(),
                noor.state(),
                Optional.of(true),
                noor.proof(),
                noor.mailProblem(),
                OptionalInt.empty());
        Participant waiting = participant("Els", new RegistrationState.Waitlisted(NOW, 8, Optional.empty()), 1);
        Participant late = participant("Cas", new RegistrationState.CancelledByPerson(NOW, true, true), 0);

        assertThat(row(noor)).isEqualTo(new ParticipantsPage.Row("Noor", "", "", true, ""));
        assertThat(row(marked)).isEqualTo(new ParticipantsPage.Row("Noor", "", "Ja", false, ""));
        assertThat(row(waiting)).isEqualTo(new ParticipantsPage.Row("Els", "", "1", true, ""));
        assertThat(row(late)).isEqualTo(new ParticipantsPage.Row("Cas", "", "20 nov 10.00", false, ""));
    }

    @Test
    void saysWhomToAskForAnotherAddress() {
        Participant noor = participant("Noor", new RegistrationState.Confirmed(NOW, false, Optional.of(BUURT)), 0);
        AddressProof unconfirmed = new AddressProof.Awaited(Optional.empty());

        assertThat(row(with(noor, unconfirmed, Optional.empty())))
                .isEqualTo(new ParticipantsPage.Row("Noor", "", "", true, "e-mailadres niet bevestigd"));
        assertThat(row(with(noor, unconfirmed, Optional.of(MailProblem.Kind.BOUNCED)))
                        .remark())
                .isEqualTo("krijgt onze mail niet");
        for (MailProblem.Kind kind : MailProblem.Kind.values()) {
            assertThat(row(with(noor, noor.proof(), Optional.of(kind))).remark())
                    .as("everybody at the door can read it, so it does not say why: %s", kind)
                    .isEqualTo(kind.stopsLetters() ? "krijgt onze mail niet" : "");
        }
        Participant late = participant("Cas", new RegistrationState.CancelledByPerson(NOW, true, true), 0);
        assertThat(row(with(late, unconfirmed, Optional.empty())).remark()).isEmpty();
    }

    private static Participant with(Participant one, AddressProof proof, Optional<MailProblem.Kind> kind) {
        return new Participant(
                one.id(),
                one.version(),
                one.person(),
                one.state(),
                one.present(),
                proof,
                kind.map(known -> new MailProblem(known, NOW)),
                one.position());
    }

    private static ParticipantsPage.Row row(Participant one) {
        return page(List.of(one), Optional.empty(), Wiring.RESPONSE_LIMIT)
                .groups()
                .getFirst()
                .rows()
                .getFirst();
    }

    private static List<String> names(ParticipantsPage page) {
        return page.groups().stream()
                .flatMap(group -> group.rows().stream())
                .map(ParticipantsPage.Row::name)
                .toList();
    }

    /** Returns somebody without an organisation; {@code position} is 0 unless they wait. */
    private static Participant participant(String name, RegistrationState state, int position) {
        EmailAddress email = new EmailAddress(Integer.toHexString(name.hashCode()) + "@example.org");
        return new Participant(
                KEY.registrationId(SESSION.id(), email),
                new Version(1),
                new Person(name, email, Optional.empty()),
                state,
                Optional.empty(),
                new AddressProof.Given(NOW),
                Optional.empty(),
                position == 0 ? OptionalInt.empty() : OptionalInt.of(position));
    }

    @Test
    void refusesCursorOfChangedOrMissingRegistration() {
        List<Participant> people = people(10, "Noor");
        Optional<PrintCursor> after =
                page(people, Optional.empty(), Wiring.RESPONSE_LIMIT.rows(4)).next();
        PrintCursor changed = new PrintCursor(
                after.orElseThrow().id(), after.orElseThrow().version().next());

        assertThat(part(people, after)).isPresent();
        assertThat(part(people, Optional.of(changed))).isEmpty();
        List<Participant> others = people.stream()
                .filter(one -> !one.id().equals(after.orElseThrow().id()))
                .toList();
        assertThat(part(others, after)).isEmpty();
    }

    @Test
    void saysAtTopAndBottomThatThereIsMore() {
        List<Participant> people = people(10, "Noor");
        ParticipantsPage first = page(people, Optional.empty(), Wiring.RESPONSE_LIMIT.rows(4));
        ParticipantsPage last = page(people, first.next(), Wiring.RESPONSE_LIMIT);

        String html = PAGES.participants(first, cursor -> "/next?after=" + cursor.written());
        assertThat(html.split("De lijst gaat na dit deel verder", -1)).hasSize(3);
        assertThat(html.split(
                        "href=\"/next\\?after=" + first.next().orElseThrow().written(), -1))
                .hasSize(3);
        assertThat(PAGES.participants(last, cursor -> "/next"))
                .contains("Dit is niet het begin van de lijst")
                .doesNotContain("/next");
    }

    @Test
    void thePageOfTheLongestWordsIsNoLargerThanAnAnswer() {
        for (String words : List.of("&".repeat(200), "\"".repeat(200), "😀".repeat(100), "a", "€".repeat(200))) {
            List<Participant> people = people(words.equals("a") ? 50_000 : 6_000, words);
            ParticipantsPage part = page(people, Optional.empty(), Wiring.RESPONSE_LIMIT);

            assertThat(part.next()).as(words).isPresent();
            assertThat(ResponseSize.of(PAGES.participants(part, cursor -> "/next")))
                    .as(words)
                    .isBetween(4_000_000L, Wiring.RESPONSE_LIMIT.bytes());
        }
    }

    @Test
    void aCursorIsReadAsItWasWritten() {
        PrintCursor cursor = new PrintCursor(new RegistrationId("abcdefghijklmnopqrs-_A"), new Version(12));

        assertThat(PrintCursor.parse(cursor.written())).contains(cursor);
        for (String other : List.of("", "~1", "abcdefghijklmnopqrs-_A", "abcdefghijklmnopqrs-_A~", "Noor~1", "~")) {
            assertThat(PrintCursor.parse(other)).as(other).isEmpty();
        }
    }

    private static Optional<ParticipantsPage> part(List<Participant> people, Optional<PrintCursor> after) {
        return ParticipantsPage.of(SESSION, people, after, Wiring.RESPONSE_LIMIT, Language.NL);
    }

    private static ParticipantsPage page(List<Participant> people, Optional<PrintCursor> after, PartLimit limit) {
        return ParticipantsPage.of(SESSION, people, after, limit, Language.NL).orElseThrow();
    }

    private static List<String> rows(ParticipantsPage page) {
        return page.groups().stream()
                .flatMap(group -> group.rows().stream().map(row -> group.heading() + ": " + row.name() + row.note()))
                .toList();
    }

    /** Returns people at no theme and each theme in turn, unsorted; every fifth is waitlisted, the rest confirmed. */
    private static List<Participant> people(int count, String name) {
        List<Optional<ThemeId>> themes = Stream.concat(
                        Stream.of(Optional.<ThemeId>empty()),
                        SESSION.document().themes().stream().map(theme -> Optional.of(theme.id())))
                .toList();
        List<Participant> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<ThemeId> theme = themes.get(i % themes.size());
            boolean waits = i % 5 == 0;
            people.add(new Participant(
                    KEY.registrationId(SESSION.id(), new EmailAddress("noor" + i + "@example.org")),
                    new Version(1),
                    new Person(
                            count > 1_000 ? name : name + i, new EmailAddress("noor@example.org"), Optional.of(name)),
                    waits
                            ? new RegistrationState.Waitlisted(SampleSessions.NOW, i, theme)
                            : new RegistrationState.Confirmed(SampleSessions.NOW, false, theme),
                    Optional.empty(),
                    new AddressProof.Awaited(Optional.empty()),
                    Optional.empty(),
                    waits ? OptionalInt.of(i / 5 + 1) : OptionalInt.empty()));
        }
        Collections.shuffle(people, new Random(1));
        return people;
    }
}
