package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.samenkomst.api.SessionNumbers;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.access.FoundSessions;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.audit.ChangedValues;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.desk.HistoryEntry;
import nl.samenkomst.domain.desk.Overview;
import nl.samenkomst.domain.desk.SessionProgress;
import nl.samenkomst.domain.desk.SessionSearch;
import nl.samenkomst.domain.desk.ShowHistory.HistoryPart;
import nl.samenkomst.domain.desk.ToldOfCancellation;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;

/** The pages about sessions in every state: the overview, the list, and one session's pages. */
final class SessionsSamples {

    /** Words that would be markup, were they not escaped. */
    private static final String HOSTILE = "<b>Els</b> & \"co\" <script>";

    private static final Session TOMORROW = session(
            "wijkgesprek",
            Map.of(
                    "title", "Wijkgesprek in de bibliotheek",
                    "start", "2026-11-21T09:30:00+01:00",
                    "end", "2026-11-21T11:30:00+01:00",
                    "place", "Bibliotheek Almelo, Het Baken 3",
                    "series", "Wijkgesprekken",
                    "places", 24));

    private static final Session REVIEWED = SampleSessions.eenzaamheidWith(Map.of("admission", "reviewed"));

    private static final Session NEAR_AND_ODD = session(
            "meedoen",
            Map.of(
                    "title", "Meedoen met een laag inkomen",
                    "start", "2026-11-25T13:00:00+01:00",
                    "end", "2026-11-25T15:00:00+01:00",
                    "online", true,
                    "admission", "reviewed",
                    "places", 20));

    private static final Session INVITED = session(
            "klankbord",
            Map.of(
                    "title", "Klankbordgroep inwoners",
                    "start", "2027-02-04T19:30:00+01:00",
                    "end", "2027-02-04T21:00:00+01:00",
                    "place", "Stadhuis",
                    "admission", "invited"));

    private static final Session NOT_OPEN = session(
            "zomer",
            Map.of(
                    "title", "Zomeracademie vrijwillige inzet",
                    "start", "2027-06-10T10:00:00+02:00",
                    "end", "2027-06-10T16:00:00+02:00",
                    "opens", "2027-03-01T09:00:00+01:00",
                    "place", "Theater Hengelo",
                    "places", 120));

    private SessionsSamples() {}

    static Map<String, OrganiserPage> in(Language language) {
        Map<String, OrganiserPage> pages = new LinkedHashMap<>();
        pages.put("overview", overview(NOOR, language, everything()));
        pages.put("overview-calm", overview(NOOR, language, List.of(snapshot(HANDREIKING, 4, 0, 0, 0))));
        pages.put("overview-empty", overview(NOOR, language, List.of()));
        pages.put("overview-host", overview(ELS, language, List.of(snapshot(TOMORROW, 19, 0, 0, 0))));
        pages.put("overview-host-empty", overview(ELS, language, List.of()));
        pages.put("sessions", list(language, "", AgendaDirection.UPCOMING, everything(), false));
        pages.put("sessions-search", list(language, "wijk " + HOSTILE, AgendaDirection.PAST, List.of(), true));
        pages.put("sessions-past-empty", list(language, "", AgendaDirection.PAST, List.of(), false));
        pages.put("session", session(language, snapshot(REVIEWED, 28, 0, 4, 1), people(REVIEWED), Optional.empty()));
        pages.put("session-themes", session(language, full(), people(VERSNELLINGSKAMER), Optional.empty()));
        pages.put("session-odd", session(language, odd(), List.of(), Optional.empty()));
        pages.put(
                "session-new",
                session(language, snapshot(HANDREIKING, 0, 0, 0, 0), List.of(), Optional.of(SessionDone.REINSTATED)));
        Session cancelled = SampleSessions.cancelled(REVIEWED, HOSTILE);
        pages.put(
                "session-cancelled",
                session(
                        language,
                        snapshot(cancelled, 28, 0, 4, 0),
                        people(cancelled),
                        Optional.of(SessionDone.CANCELLED)));
        pages.put("history", new HistoryPage(by(NOOR, language), REVIEWED, new HistoryPart(entries(), 2, 3)));
        pages.put("history-empty", new HistoryPage(by(NOOR, language), REVIEWED, new HistoryPart(List.of(), 1, 1)));
        pages.put("cancellation", cancellation(language, REVIEWED, "", List.of(), CancellationPage.State.ASKED));
        pages.put(
                "cancellation-wrong",
                cancellation(
                        language,
                        REVIEWED,
                        "te lang ".repeat(50),
                        List.of(new Problem("reason", Reason.TOO_LONG, "max", "300")),
                        CancellationPage.State.ASKED));
        pages.put(
                "cancellation-changed",
                cancellation(language, REVIEWED, HOSTILE, List.of(), CancellationPage.State.CHANGED));
        pages.put(
                "cancellation-already",
                cancellation(language, cancelled, HOSTILE, List.of(), CancellationPage.State.ALREADY_CANCELLED));
        pages.put(
                "cancellation-told",
                cancellation(
                        language,
                        REVIEWED.cancelled("", NOW.minus(Duration.ofHours(1))),
                        "",
                        List.of(),
                        CancellationPage.State.ASKED));
        pages.put(
                "cancellation-started",
                cancellation(
                        language,
                        session("gestart", Map.of("start", "2026-11-20T09:30:00+01:00")),
                        "",
                        List.of(),
                        CancellationPage.State.STARTED));
        return pages;
    }

    /** Returns a short session with these fields. */
    private static Session session(String id, Map<String, ?> fields) {
        Map<String, Object> tree = new HashMap<>();
        tree.put("title", "Bijeenkomst");
        tree.put("end", "2026-11-20T17:00:00+01:00");
        tree.put("organiser", "Gemeente Almelo");
        tree.put("contact", "samen@example.org");
        tree.putAll(fields);
        return SampleSessions.session(id, tree);
    }

    private static List<SessionSnapshot> everything() {
        return List.of(
                snapshot(TOMORROW, 19, 0, 0, 0),
                odd(),
                snapshot(LIBRARY_NETWORK, 31, 0, 0, 0),
                snapshot(REVIEWED, 28, 0, 4, 1),
                full(),
                snapshot(SampleSessions.cancelled(HANDREIKING, ""), 6, 0, 0, 0),
                snapshot(INVITED, 3, 0, 0, 0),
                snapshot(NOT_OPEN, 0, 0, 0, 0));
    }

    private static SessionSnapshot full() {
        Places places = Places.allFree(VERSNELLINGSKAMER.document())
                .add(Count.TAKEN, 12)
                .add(Count.WAITING, 5)
                .add(Count.BOUNCED, 2)
                .add(Count.CANCELLED, 3)
                .add(new ThemeId("buurt"), 4, 3)
                .add(new ThemeId("werk"), 3, 0)
                .add(new ThemeId("digitaal"), 3, 2)
                .add(new ThemeId("oud"), 2, 0);
        return new SessionSnapshot(VERSNELLINGSKAMER, places);
    }

    private static SessionSnapshot odd() {
        Places places = Places.allFree(NEAR_AND_ODD.document())
                .add(Count.TAKEN, 22)
                .add(Count.WAITING, 2)
                .add(Count.REVIEWING, 1)
                .add(Count.BOUNCED, 1)
                .add(Count.COMPLAINED, 1)
                .add(Count.UNCONFIRMED_PLACES, 3);
        return new SessionSnapshot(NEAR_AND_ODD, places);
    }

    private static SessionSnapshot snapshot(Session session, int taken, int waiting, int reviewing, int bounced) {
        return new SessionSnapshot(
                session,
                Places.allFree(session.document())
                        .add(Count.TAKEN, taken)
                        .add(Count.WAITING, waiting)
                        .add(Count.REVIEWING, reviewing)
                        .add(Count.BOUNCED, bounced)
                        .add(Count.CANCELLED, 2));
    }

    private static Viewer by(Organiser organiser, Language language) {
        return EveryOrganiserPage.by(organiser, language);
    }

    private static OrganiserPage overview(Organiser organiser, Language language, List<SessionSnapshot> seen) {
        return new OverviewPage(
                by(organiser, language),
                Overview.of(seen, organiser, NOW),
                !seen.isEmpty(),
                organiser.equals(NOOR) && !seen.isEmpty() ? EditingSamples.drafts() : List.of());
    }

    private static OrganiserPage list(
            Language language,
            String words,
            AgendaDirection direction,
            List<SessionSnapshot> sessions,
            boolean isMore) {
        Optional<AgendaCursor> next = isMore ? Optional.of(AgendaCursor.after(HANDREIKING)) : Optional.empty();
        return new SessionListPage(
                by(KARIM, language),
                new SessionSearch(direction, words, next),
                new FoundSessions(sessions, Map.of(), SessionSearch.MAX_SCANNED, next),
                sessions);
    }

    private static OrganiserPage session(
            Language language, SessionSnapshot snapshot, List<Registration> people, Optional<SessionDone> act) {
        return new SessionDeskPage(
                by(NOOR, language),
                snapshot,
                SessionNumbers.perState(snapshot.places()),
                SessionProgress.of(snapshot.session(), people, NOW),
                act);
    }

    /** Returns people who signed up on several days, more of them on the first and on the last ones. */
    private static List<Registration> people(Session session) {
        Random random = new Random(18);
        List<Registration> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int daysAgo = i < 12 ? 19 - random.nextInt(3) : i < 30 ? random.nextInt(20) : random.nextInt(3);
            Instant at = NOW.minus(Duration.ofDays(daysAgo)).minus(Duration.ofHours(1));
            Registration one = SampleRegistrations.registration(
                    session,
                    new Person("Persoon " + i, new EmailAddress("p" + i + "@example.org"), Optional.empty()),
                    i % 9 == 0 ? Language.EN : Language.NL,
                    LinkSecret.generate(random),
                    new UUID(18, i),
                    i % 10 == 3
                            ? new RegistrationState.UnderReview(at, true, Optional.empty())
                            : new RegistrationState.Confirmed(at, false, Optional.empty()),
                    at);
            people.add(SampleRegistrations.told(
                    one,
                    i % 10 == 3 ? LetterKind.UNDER_REVIEW : LetterKind.CONFIRMED,
                    session.revision().number(),
                    at.plus(Duration.ofMinutes(1))));
        }
        return people;
    }

    private static OrganiserPage cancellation(
            Language language, Session session, String reason, List<Problem> problems, CancellationPage.State state) {
        AuditEntry entry = AuditEntry.ofSession(NOW, KARIM.actor(), AuditAction.SESSION_CANCELLED, "");
        return new CancellationPage(
                by(NOOR, language),
                session,
                ToldOfCancellation.of(session, people(session), NOW),
                reason,
                problems,
                state,
                session.isCancelled()
                        ? Optional.of(new HistoryEntry(entry, Optional.of(KARIM.name()), Optional.empty()))
                        : Optional.empty());
    }

    /** Returns an entry of every action, and a change of the session's values. */
    private static List<HistoryEntry> entries() {
        List<HistoryEntry> entries = new ArrayList<>();
        Session changed = SampleSessions.eenzaamheidWith(Map.of(
                "places",
                40,
                "start",
                "2026-12-15T13:30:00+01:00",
                "noticePeriod",
                "P3D",
                "admission",
                "reviewed",
                "topics",
                List.of("Eenzaamheid"),
                "place",
                "Stadhuis"));
        entries.add(new HistoryEntry(
                AuditEntry.ofSession(NOW, NOOR.actor(), AuditAction.SESSION_CHANGED, "")
                        .with(ChangedValues.between(EENZAAMHEID_ONDER_JONGEREN.document(), changed.document())),
                Optional.of(NOOR.name()),
                Optional.empty()));
        entries.add(new HistoryEntry(
                AuditEntry.ofSession(NOW, NOOR.actor(), AuditAction.SESSION_CHANGED, "")
                        .with(List.of(
                                new ChangedValue("speaker", "Wat onderzoek zegt", "Sam Bakker", "Els Verhoeven"),
                                new ChangedValue("questions", "", "", ""))),
                Optional.of(NOOR.name()),
                Optional.empty()));
        Instant at = NOW;
        for (AuditAction action : AuditAction.values()) {
            at = at.minus(Duration.ofHours(5));
            boolean isAboutPerson =
                    !action.word().startsWith("session") && !action.word().startsWith("letter");
            boolean isByPerson = action == AuditAction.CANCELLED_LATE;
            entries.add(new HistoryEntry(
                    new AuditEntry(
                            at,
                            isByPerson ? Actor.PERSON : action == AuditAction.LAPSED ? Actor.DESK : KARIM.actor(),
                            action,
                            isAboutPerson ? Optional.of("id") : Optional.empty(),
                            action == AuditAction.DECLINED ? HOSTILE : ""),
                    isByPerson ? Optional.empty() : Optional.of(KARIM.name()),
                    isAboutPerson ? Optional.of(HOSTILE) : Optional.empty()));
        }
        entries.add(new HistoryEntry(
                new AuditEntry(
                                at,
                                new Actor.ByRole("arn:aws:sts::111122223333:assumed-role/organiser/noor"),
                                AuditAction.DECLINED,
                                Optional.of("id"),
                                "Past niet")
                        .erased(),
                Optional.empty(),
                Optional.empty()));
        entries.add(new HistoryEntry(
                new AuditEntry(at, ELS.actor(), "unheard-of", Optional.empty(), "", List.of()),
                Optional.empty(),
                Optional.empty()));
        return entries;
    }
}
