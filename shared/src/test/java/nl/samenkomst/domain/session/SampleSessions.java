package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.agenda.AgendaChoice;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;

/** Sessions from practice, as they are on 20 November 2026, and people who signed up for them. */
public final class SampleSessions {

    public static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    public static final String MEETING_LINK = "https://zoom.example.org/j/geheim";

    /** Online, with few places, programme times, a notice period of a week, and materials before and after. */
    public static final Session EENZAAMHEID_ONDER_JONGEREN = session("eenzaamheid-onder-jongeren", eenzaamheid());

    /** In a library, in English, with unlimited places; late cancellation is allowed. */
    public static final Session LIBRARY_NETWORK = session("library-network", library());

    /** Required fields only. */
    public static final Session HANDREIKING = session(
            "handreiking",
            Map.of(
                    "title", "Handreiking lokale aanpak",
                    "start", "2027-01-14T10:00:00+01:00",
                    "end", "2027-01-14T12:00:00+01:00",
                    "contact", "vragen@example.org",
                    "organiser", "Kennisinstituut"));

    /** Three themes with facilitators and places of their own, and questions of every kind. */
    public static final Session VERSNELLINGSKAMER = session("versnellingskamer", versnellingskamer());

    private SampleSessions() {}

    /** Returns the session about loneliness with these fields replaced. */
    public static Session eenzaamheidWith(Map<String, ?> changes) {
        Map<String, Object> tree = new HashMap<>(eenzaamheid());
        tree.putAll(changes);
        return session("eenzaamheid-onder-jongeren", tree);
    }

    /** Questions of every kind for afterwards, in a session document. */
    public static final List<Map<String, Object>> QUESTIONS_AFTERWARDS = List.of(
            Map.of(
                    "id",
                    "oordeel",
                    "label",
                    "Wat vond je ervan?",
                    "kind",
                    "choice",
                    "options",
                    List.of("Goed", "Kon beter"),
                    "required",
                    true,
                    "when",
                    "after"),
            Map.of(
                    "id",
                    "over",
                    "label",
                    "Waarover wil je meer?",
                    "kind",
                    "choices",
                    "options",
                    List.of("Wonen", "Geld", "Taal"),
                    "when",
                    "after"),
            Map.of("id", "weer", "label", "Kom je weer?", "kind", "yes-no", "when", "after"),
            Map.of("id", "tip", "label", "Heb je een tip?", "when", "after"));

    public static Session cancelled(Session session, String reason) {
        return session.cancelled(reason, NOW);
    }

    public static SessionSnapshot withTaken(Session session, int taken, int waiting) {
        Places places = Places.allFree(session.document())
                .add(Count.TAKEN, taken)
                .add(Count.WAITING, waiting)
                .add(Count.CANCELLED, 1);
        return new SessionSnapshot(session, places);
    }

    /** Returns an agenda with these sessions, all on one page. */
    public static AgendaResults agenda(List<SessionSnapshot> sessionSnapshots, Instant changedAt) {
        Map<Facet, List<AgendaChoice>> choices = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            choices.put(
                    facet,
                    sessionSnapshots.stream()
                            .flatMap(sessionSnapshot -> facet
                                    .of(sessionSnapshot.session().document().about())
                                    .stream())
                            .distinct()
                            .map(value -> new AgendaChoice(value, 2))
                            .toList());
        }
        return new AgendaResults(
                sessionSnapshots,
                sessionSnapshots.size(),
                1,
                1,
                choices,
                Optional.empty(),
                Optional.of(changedAt),
                false);
    }

    public static RegistrationState confirmed() {
        return new RegistrationState.Confirmed(NOW, false, Optional.empty());
    }

    public static RegistrationState waiting() {
        return new RegistrationState.Waitlisted(NOW, 7, Optional.empty());
    }

    public static RegistrationState gone() {
        return new RegistrationState.CancelledByPerson(NOW, true, false);
    }

    public static Registration registration(Session session, RegistrationState state) {
        EmailAddress email = new EmailAddress("noor@gemeente.example.org");
        Registration noor = SampleRegistrations.registration(
                session,
                new Person("Noor de Vries", email, Optional.of("Gemeente Almelo")),
                Language.NL,
                new LinkSecret("AAECAwQFBgcICQoLDA0ODw"),
                new UUID(1, 2),
                state,
                NOW);
        return state instanceof RegistrationState.Confirmed
                ? SampleRegistrations.told(
                        noor, LetterKind.CONFIRMED, session.revision().number(), NOW)
                : noor;
    }

    /** Returns a registration with these answers. */
    public static Registration registration(
            Session session, RegistrationState state, Map<QuestionId, List<String>> answers) {
        return registration(session, state, registration(session, state).person(), answers);
    }

    /** Returns another person's registration with these answers. */
    public static Registration registration(
            Session session, RegistrationState state, Person person, Map<QuestionId, List<String>> answers) {
        return SampleRegistrations.withAnswers(registration(session, state), person, answers);
    }

    public static OwnRegistration own(Session session, RegistrationState state, Instant now) {
        OptionalInt position = state instanceof RegistrationState.Waitlisted ? OptionalInt.of(3) : OptionalInt.empty();
        return new OwnRegistration(withTaken(session, 1, 0), registration(session, state), position, now);
    }

    public static Session session(String id, Map<String, ?> tree) {
        return Session.published(
                new SessionId(id), SampleDocuments.document(tree), Instant.parse("2026-11-01T08:00:00Z"));
    }

    private static Map<String, Object> eenzaamheid() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("title", "Eenzaamheid onder jongeren");
        tree.put(
                "summary",
                "Hoe herken je eenzaamheid bij jongeren, en wat kun je als gemeente doen?\n\nDrie gemeenten vertellen"
                        + " wat zij proberen.\nNeem je eigen vraag mee.");
        tree.put("start", "2026-12-15T14:00:00+01:00");
        tree.put("end", "2026-12-15T16:30:00+01:00");
        tree.put("online", true);
        tree.put("platform", "Zoom");
        tree.put("organiser", "Kenniscentrum Samen");
        tree.put("coOrganisers", List.of("Een tegen eenzaamheid"));
        tree.put("contact", "bijeenkomsten@example.org");
        tree.put("audience", List.of("Beleidsmedewerkers van gemeenten", "Projectleiders van coalities"));
        tree.put("topics", List.of("Eenzaamheid", "Jongeren"));
        tree.put("region", "Heel Nederland");
        tree.put("series", "Lokale aanpak eenzaamheid");
        tree.put("places", 30);
        tree.put("noticePeriod", "P7D");
        tree.put(
                "programme",
                List.of(
                        Map.of("from", "13:50", "to", "14:00", "title", "Inloop"),
                        Map.of("from", "14:00", "to", "15:00", "title", "Wat onderzoek zegt", "speaker", "Sam Bakker"),
                        Map.of("from", "15:00", "title", "Pauze"),
                        Map.of("to", "16:30", "title", "In gesprek met drie gemeenten"),
                        Map.of("title", "Afsluiting")));
        tree.put("meetingLink", Map.of("url", MEETING_LINK));
        tree.put(
                "materials",
                List.of(
                        Map.of("title", "Handreiking", "url", "https://example.org/handreiking.pdf", "version", "2026"),
                        Map.of("title", "Dia's", "url", "https://example.org/dias.pdf", "when", "after")));
        return tree;
    }

    private static Map<String, Object> versnellingskamer() {
        Map<String, Object> tree = new HashMap<>();
        tree.put("title", "Versnellingskamer participatie");
        tree.put("start", "2026-12-15T15:00:00+01:00");
        tree.put("end", "2026-12-15T17:00:00+01:00");
        tree.put("organiser", "Alliantie");
        tree.put("contact", "alliantie@example.org");
        tree.put("places", 12);
        tree.put(
                "themes",
                List.of(
                        Map.of(
                                "id",
                                "buurt",
                                "title",
                                "Meedoen in de buurt",
                                "summary",
                                "Wat werkt in de straat?",
                                "facilitators",
                                List.of(
                                        Map.of("name", "Karim Boland", "organisation", "Wijkteam"),
                                        Map.of("name", "Els Verhoeven")),
                                "places",
                                4),
                        Map.of("id", "werk", "title", "Werk dat past", "places", 4),
                        Map.of("id", "digitaal", "title", "Digitaal meekomen")));
        tree.put(
                "questions",
                List.of(
                        Map.of("id", "kans", "label", "Welke kans zie je?", "required", true),
                        Map.of("id", "rol", "label", "Je rol", "kind", "choice", "options", List.of("Beleid", "Zorg")),
                        Map.of(
                                "id",
                                "met",
                                "label",
                                "Met wie werk je?",
                                "kind",
                                "choices",
                                "options",
                                List.of("Inwoners", "Scholen"),
                                "theme",
                                "buurt"),
                        Map.of("id", "eerder", "label", "Was je er eerder bij?", "kind", "yes-no")));
        return tree;
    }

    private static Map<String, Object> library() {
        return Map.of(
                "title", "Library network: working together",
                "language", "en",
                "start", "2026-12-03T15:00:00+01:00",
                "end", "2026-12-03T17:00:00+01:00",
                "place", "Library of Almelo",
                "organiser", "Network Overijssel",
                "contact", "network@example.org",
                "topics", List.of("Libraries"),
                "noticePeriod", "P1D",
                "lateCancellation", true);
    }
}
