package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.door.WalkInOutcome;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Participant;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.urls.OrganiserUrls;

/** The pages for the door and the lists, in every state. */
final class DoorSamples {

    private static final List<String> FIRST = List.of(
            "Noor", "Karim", "Els", "Piet", "Fatima", "Jan", "Sanne", "Mohammed", "Anneke", "Ruben", "Ilse", "Bram");
    private static final List<String> LAST = List.of(
            "de Vries",
            "Bakker",
            "van den Berg",
            "El Amrani",
            "Jansen",
            "Visser",
            "Yılmaz",
            "Hoekstra",
            "van ’t Hof",
            "Smit",
            "Dijkstra",
            "Mulder",
            "Özdemir",
            "Kuipers",
            "ter Haar",
            "Scholten",
            "Peeters");
    private static final List<String> ORGANISATIONS = List.of(
            "Gemeente Almelo",
            "Bibliotheek Deventer",
            "Humanitas",
            "",
            "Stichting Welzijn & Zorg Oost",
            "GGD IJsselland",
            "Wijkteam Zuid");

    private DoorSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Language language) {
        Instant atDoor = VERSNELLINGSKAMER.document().when().start().toInstant().minus(Duration.ofMinutes(15));
        Viewer host = viewer(ELS, language, atDoor);
        List<Participant> people = people(VERSNELLINGSKAMER, 14, 3, 2);
        ThemeId theme = VERSNELLINGSKAMER.document().themes().getFirst().id();
        DoorFilter none = DoorFilter.ALL;
        pages.put("door", DoorPage.of(VERSNELLINGSKAMER, people, none, Optional.empty(), host));
        pages.put(
                "door-organiser",
                DoorPage.of(
                        VERSNELLINGSKAMER,
                        people,
                        none,
                        Optional.of(new DoorPage.News.Added()),
                        viewer(KARIM, language, atDoor)));
        pages.put(
                "door-one-theme",
                DoorPage.of(
                        VERSNELLINGSKAMER, people, new DoorFilter("", Optional.of(theme), 1), Optional.empty(), host));
        pages.put(
                "door-found",
                DoorPage.of(
                        VERSNELLINGSKAMER,
                        people,
                        new DoorFilter("noor", Optional.empty(), 1),
                        Optional.empty(),
                        host));
        pages.put(
                "door-found-nobody",
                DoorPage.of(
                        VERSNELLINGSKAMER,
                        people,
                        new DoorFilter("<b>xx", Optional.empty(), 1),
                        Optional.empty(),
                        host));
        pages.put("door-nobody", DoorPage.of(EENZAAMHEID_ONDER_JONGEREN, List.of(), none, Optional.empty(), host));
        pages.put(
                "door-too-early",
                DoorPage.of(
                        VERSNELLINGSKAMER,
                        people,
                        none,
                        Optional.of(new DoorPage.News.NotMarked(ChangeOutcome.RefusalReason.TOO_EARLY)),
                        viewer(ELS, language, NOW)));
        pages.put(
                "door-cancelled",
                DoorPage.of(SampleSessions.cancelled(VERSNELLINGSKAMER, "Ziek"), people, none, Optional.empty(), host));
        pages.put(
                "door-full",
                DoorPage.of(VERSNELLINGSKAMER, people(VERSNELLINGSKAMER, 200, 20, 5), none, Optional.empty(), host));
        pages.put(
                "door-part",
                DoorPage.of(
                        VERSNELLINGSKAMER,
                        people(VERSNELLINGSKAMER, 450, 120, 5),
                        new DoorFilter("", Optional.empty(), 3),
                        Optional.empty(),
                        host));
        for (WalkInOutcome.RefusalReason why : WalkInOutcome.RefusalReason.values()) {
            pages.put(
                    "door-refused-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    DoorPage.of(
                            VERSNELLINGSKAMER,
                            people(VERSNELLINGSKAMER, 1, 1, 0),
                            none,
                            Optional.of(new DoorPage.News.NotLetIn(why)),
                            host));
        }
        pages.put(
                "door-gone",
                DoorPage.of(
                        VERSNELLINGSKAMER,
                        people(VERSNELLINGSKAMER, 1, 0, 0),
                        none,
                        Optional.of(new DoorPage.News.Gone()),
                        host));
        pages.put("walk-in", WalkInPage.blank(withTaken(VERSNELLINGSKAMER, 3, 0), host));
        pages.put(
                "walk-in-full",
                WalkInPage.blank(
                        withTaken(EENZAAMHEID_ONDER_JONGEREN, 1000, 2),
                        viewer(
                                ELS,
                                language,
                                EENZAAMHEID_ONDER_JONGEREN
                                        .document()
                                        .when()
                                        .start()
                                        .toInstant())));
        pages.put(
                "walk-in-too-early", WalkInPage.blank(withTaken(VERSNELLINGSKAMER, 3, 0), viewer(ELS, language, NOW)));
        pages.put(
                "walk-in-too-late",
                WalkInPage.blank(
                        withTaken(VERSNELLINGSKAMER, 3, 0), viewer(KARIM, language, atDoor.plus(Duration.ofDays(9)))));
        pages.put(
                "walk-in-wrong",
                new WalkInPage(
                        withTaken(VERSNELLINGSKAMER, 3, 0),
                        Map.of("name", "<b>Els", "email", "els@", "theme", "weg"),
                        List.of(
                                new Problem("name", Reason.ADDRESS),
                                new Problem("email", Reason.INVALID),
                                new Problem("organisation", Reason.TOO_LONG, "max", 200),
                                new Problem("theme", Reason.UNKNOWN)),
                        Optional.empty(),
                        host));
        pages.put(
                "walk-in-refused",
                new WalkInPage(
                        withTaken(VERSNELLINGSKAMER, 3, 0),
                        Map.of("name", "Els", "email", "els@example.org"),
                        List.of(),
                        Optional.of(WalkInOutcome.RefusalReason.OTHER_PERSON),
                        host));
        pages.put("lists", new ListsPage(VERSNELLINGSKAMER, viewer(KARIM, language, NOW)));
    }

    /** Returns so many people with a place, waiting, and cancelled late; their names are of the usual length. */
    static List<Participant> people(Session session, int coming, int waiting, int late) {
        Random random = new Random(7);
        List<Theme> themes = session.document().themes();
        List<Participant> people = new ArrayList<>();
        for (int i = 0; i < coming; i++) {
            Optional<ThemeId> theme = themes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(themes.get(i % themes.size()).id());
            Optional<Boolean> present =
                    i % 5 == 4 ? Optional.of(false) : i % 2 == 0 ? Optional.of(true) : Optional.empty();
            people.add(
                    person(random, new RegistrationState.Confirmed(NOW, false, theme), present, OptionalInt.empty()));
        }
        for (int i = 1; i <= waiting; i++) {
            people.add(person(
                    random,
                    new RegistrationState.Waitlisted(NOW, i, Optional.empty()),
                    Optional.empty(),
                    OptionalInt.of(i)));
        }
        for (int i = 0; i < late; i++) {
            people.add(person(
                    random,
                    new RegistrationState.CancelledByPerson(NOW, true, true),
                    Optional.empty(),
                    OptionalInt.empty()));
        }
        return people;
    }

    private static Participant person(
            Random random, RegistrationState state, Optional<Boolean> present, OptionalInt position) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            id.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(random.nextInt(64)));
        }
        String name = FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()))
                + (random.nextInt(4) == 0 ? "-" + LAST.get(random.nextInt(LAST.size())) : "");
        String organisation = ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size()));
        return new Participant(
                new RegistrationId(id + "A"),
                Version.NONE.next(),
                new Person(
                        name,
                        new EmailAddress("a@example.org"),
                        Optional.of(organisation).filter(word -> !word.isEmpty())),
                state,
                present,
                new AddressProof.Given(NOW),
                Optional.empty(),
                position);
    }

    private static Viewer viewer(Organiser organiser, Language language, Instant now) {
        OrganiserUrls links = new OrganiserUrls(Optional.of(language));
        String here = new OrganiserUrls(Optional.empty()).session(VERSNELLINGSKAMER.id(), "door");
        return new Viewer(Optional.of(organiser), language, here, links, now);
    }
}
