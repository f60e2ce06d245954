package nl.samenkomst.domain.colleagues;

import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColleagueFormTest {

    private static final OrganiserId OTHERWISE = new OrganiserId("anotherwise-----");
    private static final SessionId DAG = new SessionId("netwerkdag");
    private static final ScopeChoices CHOICES = ScopeChoices.of(List.of(HANDREIKING), Optional.empty());

    @Test
    void readsAnInvitation() {
        assertThat(ColleagueForm.parseNew(
                        form("id", "AAAAAAAAAAAAAAAA", "email", " Karim@example.org"), OTHERWISE, NOW))
                .isEqualTo(new Parsed.Valid<>(new NewColleague(
                        new OrganiserId("AAAAAAAAAAAAAAAA"),
                        new EmailAddress("Karim@example.org"),
                        new ColleagueDetails("Karim", Role.ORGANISER, new Scope.All(), Optional.empty()))));
    }

    @Test
    void makesAnIdIfTheFormHasNone() {
        assertThat(ColleagueForm.parseNew(form("id", "?", "email", "karim@example.org"), OTHERWISE, NOW))
                .isEqualTo(new Parsed.Valid<>(new NewColleague(
                        OTHERWISE,
                        new EmailAddress("karim@example.org"),
                        new ColleagueDetails("Karim", Role.ORGANISER, new Scope.All(), Optional.empty()))));
    }

    @Test
    void anAdministratorSeesAllSessionsWhateverIsTicked() {
        assertThat(details(form("role", "administrator", "scope", "sessions", "sessions", "netwerkdag"))
                        .scope())
                .isEqualTo(new Scope.All());
    }

    @Test
    void readsSessionsTickedAndTypedAlsoAsLinks() {
        Scope scope = details(
                        form(
                                "scope",
                                "sessions",
                                "sessions",
                                "netwerkdag\nhandreiking",
                                "ids",
                                "https://a.example.org/sessions/een?lang=nl\r\n https://a.example.org/organise/sessions/twee/door, drie"))
                .scope();

        assertThat(scope)
                .isEqualTo(new Scope.Named(Set.of(
                        DAG, HANDREIKING.id(), new SessionId("een"), new SessionId("twee"), new SessionId("drie"))));
    }

    @Test
    void readsASeries() {
        assertThat(details(form("scope", "series", "series", "Netwerk", "sessions", "netwerkdag"))
                        .scope())
                .isEqualTo(new Scope.OfSeries("Netwerk"));
    }

    @Test
    void theLastDayIsWholeOnTheDesksClock() {
        assertThat(details(form("last-day", "4 maart 2027")).endsAt()).contains(Instant.parse("2027-03-04T23:00:00Z"));
        assertThat(details(form("last-day", "20-11-2026")).endsAt()).contains(Instant.parse("2026-11-20T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', name.required",
        "email, '', email.required",
        "email, karim, email.invalid",
        "role, '', role.required",
        "role, boss, role.required",
        "scope, '', scope.required",
        "scope, series, series.required",
        "scope, sessions, sessions.required",
        "last-day, tomorrow, last-day.invalid",
        "last-day, 19-11-2026, last-day.too-early"
    })
    void saysWhatIsWrong(String field, String typed, String code) {
        assertThat(problems(form("email", "karim@example.org", field, typed)))
                .map(Problem::code)
                .containsExactly(code);
    }

    @Test
    void saysWhichSessionIsNone() {
        assertThat(problems(form("email", "karim@example.org", "scope", "sessions", "ids", "netwerkdag Foo!")))
                .containsExactly(new Problem("ids", Reason.UNKNOWN, "ids", "Foo!"));
    }

    @Test
    void namesAtMost200Sessions() {
        String ids = IntStream.range(0, 201).mapToObj(i -> "s" + i).collect(Collectors.joining("\n"));
        assertThat(problems(form("email", "karim@example.org", "scope", "sessions", "ids", ids)))
                .map(Problem::code)
                .containsExactly("ids.too-long");
    }

    @Test
    void aFilledInFormIsReadAsTheSame() {
        for (Scope scope : List.of(
                new Scope.All(), new Scope.OfSeries("Netwerk"), new Scope.Named(Set.of(DAG, HANDREIKING.id())))) {
            ColleagueDetails details =
                    new ColleagueDetails("Karim", Role.HOST, scope, Optional.of(Instant.parse("2027-03-04T23:00:00Z")));
            Map<String, String> form = ColleagueForm.filledIn(details, CHOICES, true);

            assertThat(ColleagueForm.parse(form, NOW)).isEqualTo(new Parsed.Valid<>(details));
            assertThat(form).containsEntry("seen", details.fingerprint());
        }
    }

    @Test
    void aFormerColleaguesEndIsToBeChosenAnew() {
        ColleagueDetails details = new ColleagueDetails("Karim", Role.HOST, new Scope.All(), Optional.of(NOW));

        assertThat(ColleagueForm.filledIn(details, CHOICES, false)).doesNotContainKey("last-day");
    }

    @Test
    void differentDetailsHaveDifferentFingerprints() {
        ColleagueDetails details = new ColleagueDetails("Karim", Role.HOST, new Scope.All(), Optional.empty());

        assertThat(List.of(
                        details,
                        new ColleagueDetails("Karin", Role.HOST, new Scope.All(), Optional.empty()),
                        new ColleagueDetails("Karim", Role.ORGANISER, new Scope.All(), Optional.empty()),
                        new ColleagueDetails("Karim", Role.HOST, new Scope.Named(Set.of(DAG)), Optional.empty()),
                        new ColleagueDetails("Karim", Role.HOST, new Scope.OfSeries("all"), Optional.empty()),
                        new ColleagueDetails("Karim", Role.HOST, new Scope.All(), Optional.of(NOW))))
                .extracting(ColleagueDetails::fingerprint)
                .doesNotHaveDuplicates();
    }

    private static Map<String, String> form(String... namesAndValues) {
        Map<String, String> form = new HashMap<>(Map.of("name", "Karim", "role", "organiser", "scope", "all"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    private static ColleagueDetails details(Map<String, String> form) {
        return switch (ColleagueForm.parse(form, NOW)) {
            case Parsed.Valid<ColleagueDetails> valid -> valid.value();
            case Parsed.Invalid<ColleagueDetails> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static List<Problem> problems(Map<String, String> form) {
        return ColleagueForm.parseNew(form, OTHERWISE, NOW) instanceof Parsed.Invalid<NewColleague> invalid
                ? invalid.problems()
                : List.of();
    }
}
