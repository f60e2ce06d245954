package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.SampleOrganisers;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.Participant;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.pages.SurnameOrder;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.urls.OrganiserUrls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DoorPageTest {

    private static final List<Participant> TWO_HUNDRED = DoorSamples.people(VERSNELLINGSKAMER, 200, 10, 5);

    @ParameterizedTest
    @EnumSource(Language.class)
    void twoHundredPeopleAreLessThan20KilobytesOnTheWire(Language language) throws IOException {
        OrganiserPages desk = new OrganiserPages(HouseStyle.defaultStyle());
        byte[] html = desk.render(page(VERSNELLINGSKAMER, TWO_HUNDRED, DoorFilter.ALL, language))
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(wire)) {
            gzip.write(html);
        }

        assertThat(wire.size()).isLessThan(20_000);
    }

    @Test
    void sortsBySurnameWithinATheme() {
        List<String> names = page(EENZAAMHEID_ONDER_JONGEREN, DoorSamples.people(EENZAAMHEID_ONDER_JONGEREN, 20, 0, 0))
                .groups()
                .getFirst()
                .people()
                .stream()
                .map(DoorPage.Person::name)
                .toList();

        assertThat(names).hasSize(20);
        assertThat(SurnameOrder.sorted(names.stream(), name -> name)).isEqualTo(names);
    }

    @Test
    void countsTheWholeSessionWhateverTheFilterFinds() {
        DoorPage found = page(VERSNELLINGSKAMER, TWO_HUNDRED, new DoorFilter("noor", Optional.empty(), 1), Language.NL);

        assertThat(found.numbers().coming()).isEqualTo(200);
        assertThat(found.groups().getFirst().numbers().coming()).isEqualTo(67);
        assertThat(found.groups().getFirst().people())
                .hasSizeLessThan(67)
                .allMatch(one -> one.name().contains("Noor"));
    }

    @Test
    void findsWhateverTheAccentsAndCapitals() {
        DoorPage found = page(
                VERSNELLINGSKAMER, TWO_HUNDRED, new DoorFilter("OZDEMIR  almelo", Optional.empty(), 1), Language.NL);

        assertThat(found.groups())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.people())
                        .allMatch(one -> one.name().contains("Özdemir")
                                && one.organisation().equals("Gemeente Almelo")));
    }

    @Test
    void showsOneTheme() {
        ThemeId theme = VERSNELLINGSKAMER.document().themes().get(1).id();
        DoorPage one = page(VERSNELLINGSKAMER, TWO_HUNDRED, new DoorFilter("", Optional.of(theme), 1), Language.NL);

        assertThat(one.groups()).hasSize(1);
        assertThat(one.themes().stream().filter(DoorPage.ThemeLink::isCurrent)).hasSize(1);
    }

    @Test
    void everybodyOfALongListIsInExactlyOnePart() {
        List<Participant> all = DoorSamples.people(VERSNELLINGSKAMER, 450, 0, 0);
        List<String> shown = List.of(1, 2, 3).stream()
                .map(part -> page(VERSNELLINGSKAMER, all, DoorFilter.ALL.withPart(part), Language.NL))
                .flatMap(page -> page.groups().stream())
                .flatMap(group -> group.people().stream())
                .map(person -> person.id().value())
                .toList();

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(one -> one.id().value()).toList());
        assertThat(page(VERSNELLINGSKAMER, all, DoorFilter.ALL.withPart(9), Language.NL)
                        .filter()
                        .part())
                .isEqualTo(3);
    }

    @Test
    void ignoresWhatIsNoFilter() {
        assertThat(DoorFilter.of(Map.of("part", "-1", "theme", "../..", "q", " ")))
                .isEqualTo(DoorFilter.ALL);
        assertThat(page(VERSNELLINGSKAMER, TWO_HUNDRED, DoorFilter.of(Map.of("theme", "bestaat-niet")), Language.NL)
                        .numbers()
                        .coming())
                .isEqualTo(200);
        assertThat(DoorFilter.of(Map.of("q", "x".repeat(5_000))).search()).hasSize(100);
    }

    private static DoorPage page(Session session, List<Participant> people) {
        return page(session, people, DoorFilter.ALL, Language.NL);
    }

    private static DoorPage page(Session session, List<Participant> people, DoorFilter filter, Language language) {
        Instant start = session.document().when().start().toInstant();
        Viewer host = new Viewer(
                Optional.of(SampleOrganisers.ELS), language, "/organise", new OrganiserUrls(Optional.empty()), start);
        return DoorPage.of(session, people, filter, Optional.empty(), host);
    }
}
