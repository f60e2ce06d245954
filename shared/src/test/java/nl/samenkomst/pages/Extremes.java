package nl.samenkomst.pages;

import static nl.samenkomst.domain.session.SampleSessions.NOW;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;

/** A session with the maximum of everything, and people with long names in many scripts. */
final class Extremes {

    /** A Dutch compound of 62 letters. */
    static final String WORD = "samenwerkingsovereenkomstenbegeleidingscommissievoorzitterscha";

    private static final List<String> NAMES = List.of(
            "Noor de Vries",
            "عبد الرحمن بن محمد الأندلسي",
            "Zoë 🙂 Ångström-Þórsdóttir",
            "王小明",
            "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessen");

    private Extremes() {}

    /** Returns a session with a title of 300 characters, twenty themes, eighty programme parts and no summary. */
    static Session session() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("title", (WORD + " en de buurt ").repeat(5).substring(0, 300).strip());
        tree.put("start", "2026-12-15T09:00:00+01:00");
        tree.put("end", "2026-12-15T23:00:00+01:00");
        tree.put("organiser", WORD + " " + WORD);
        tree.put(
                "coOrganisers",
                IntStream.range(0, 12).mapToObj(i -> "Organisatie " + i).toList());
        tree.put("contact", "a".repeat(60) + "@" + "b".repeat(60) + ".example.org");
        tree.put("place", WORD + ", zaal " + WORD);
        tree.put("audience", IntStream.range(0, 12).mapToObj(i -> WORD + i).toList());
        tree.put("topics", IntStream.range(0, 12).mapToObj(i -> WORD + i).toList());
        tree.put("region", WORD);
        tree.put("series", WORD);
        tree.put("places", 60);
        tree.put("noticePeriod", "P7D");
        List<Map<String, ?>> themes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            themes.add(Map.of(
                    "id",
                    "thema-" + i,
                    "title",
                    i % 2 == 0 ? WORD + i : "Thema " + i,
                    "facilitators",
                    List.of(Map.of("name", NAMES.get(i % NAMES.size()), "organisation", WORD)),
                    "places",
                    3));
        }
        tree.put("themes", themes);
        List<Map<String, ?>> parts = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            LocalTime from = LocalTime.of(9, 0).plusMinutes(10L * i);
            parts.add(Map.of(
                    "from", from.toString(),
                    "to", from.plusMinutes(10).toString(),
                    "title", i % 3 == 0 ? WORD : "Onderdeel " + i,
                    "speaker", NAMES.get(i % NAMES.size())));
        }
        tree.put("programme", parts);
        tree.put(
                "questions",
                List.of(Map.of(
                        "id",
                        "lang",
                        "label",
                        WORD + " " + WORD + "?",
                        "kind",
                        "choices",
                        "options",
                        List.of(WORD, "Kort"))));
        return SampleSessions.session("extreem", tree);
    }

    /** Returns a session with right-to-left text that contains left-to-right words. */
    static Session inArabic() {
        return SampleSessions.session(
                "arabisch",
                Map.of(
                        "title", "لقاء الجيران: Samen eten 🍲",
                        "summary", "تعالوا نتحدث معًا عن الوحدة (eenzaamheid) في الحي.",
                        "start", "2026-12-15T14:00:00+01:00",
                        "end", "2026-12-15T15:00:00+01:00",
                        "organiser", "جمعية الجيران",
                        "contact", "buurt@example.org"));
    }

    /** Returns {@code coming} confirmed and {@code waiting} waitlisted people, at the themes in turn, some at none. */
    static List<ListedRegistration> people(Session session, int coming, int waiting) {
        List<ListedRegistration> people = new ArrayList<>();
        for (int i = 0; i < coming + waiting; i++) {
            var themes = session.document().themes();
            Optional<ThemeId> theme = themes.isEmpty() || i % 4 == 3
                    ? Optional.empty()
                    : Optional.of(themes.get(i % themes.size()).id());
            boolean comes = i < coming;
            RegistrationState state = comes
                    ? new RegistrationState.Confirmed(NOW, false, theme)
                    : new RegistrationState.Waitlisted(NOW, i, theme);
            people.add(new ListedRegistration(
                    somebody(session, state, NAMES.get(i % NAMES.size()) + " " + i),
                    comes ? OptionalInt.empty() : OptionalInt.of(i - coming + 1)));
        }
        return people;
    }

    /** Returns somebody who comes, somebody who waits, and people who gave up their places late. */
    static List<ListedRegistration> peopleAndLateOnes(Session session) {
        List<ListedRegistration> people = new ArrayList<>(people(session, 1, 1));
        for (String name : NAMES) {
            RegistrationState late = new RegistrationState.CancelledByPerson(NOW, true, true);
            people.add(new ListedRegistration(somebody(session, late, name), OptionalInt.empty()));
        }
        return people;
    }

    /** Returns people whose address is not confirmed, or whose letters do not arrive, some with a mark of presence. */
    static List<ListedRegistration> peopleWithoutMail(Session session) {
        List<ListedRegistration> people = new ArrayList<>();
        for (ListedRegistration one : people(session, 6, 3)) {
            Registration known = one.registration();
            boolean bounces = people.size() % 2 == 0;
            people.add(new ListedRegistration(
                    bounces
                            ? known.withMailProblem(Optional.of(new MailProblem(MailProblem.Kind.BOUNCED, NOW)))
                            : known.with(new AddressProof.Awaited(Optional.empty()))
                                    .marked(Optional.of(true)
                                            .filter(there -> one.position().isEmpty())),
                    one.position()));
        }
        return people;
    }

    static OwnRegistration own(SessionSnapshot sessionSnapshot) {
        Registration registration = somebody(
                sessionSnapshot.session(),
                new RegistrationState.Waitlisted(NOW, 200, Optional.empty()),
                NAMES.getLast());
        return new OwnRegistration(sessionSnapshot, registration, OptionalInt.of(200), NOW);
    }

    private static Registration somebody(Session session, RegistrationState state, String name) {
        Person person = new Person(name, new EmailAddress("noor@example.org"), Optional.of(WORD));
        return SampleSessions.registration(session, state, person, Map.of());
    }
}
