package nl.samenkomst.pages;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static nl.samenkomst.domain.session.SampleSessions.cancelled;
import static nl.samenkomst.domain.session.SampleSessions.confirmed;
import static nl.samenkomst.domain.session.SampleSessions.eenzaamheidWith;
import static nl.samenkomst.domain.session.SampleSessions.gone;
import static nl.samenkomst.domain.session.SampleSessions.own;
import static nl.samenkomst.domain.session.SampleSessions.waiting;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.erasure.ErasureForm;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.Participant;
import nl.samenkomst.domain.own.Certificate;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.CertificateCode;
import nl.samenkomst.domain.registration.Evaluation;
import nl.samenkomst.domain.registration.EvaluationAnswer;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.ReceivedAs;

/** Every page in every state, as HTML by a unique name. */
public final class EveryPage {

    public static final Pages PAGES = desk(HouseStyle.defaultStyle());

    private static final AgendaFilter FILTER =
            AgendaFilter.NONE.with(Facet.TOPIC, "Jongeren").with(Facet.REGION, "Heel Nederland");
    private static final Optional<AgendaCursor> CURSOR = Optional.of(AgendaCursor.after(HANDREIKING));

    static final Instant LATE = Instant.parse("2026-12-10T09:00:00Z");
    static final Instant LAST_HOUR = Instant.parse("2026-12-15T12:30:00Z");
    static final Instant DURING = Instant.parse("2026-12-15T14:00:00Z");
    static final Instant AFTER = Instant.parse("2026-12-16T09:00:00Z");

    private static final ThemeId BUURT = new ThemeId("buurt");

    private EveryPage() {}

    public static Pages desk(HouseStyle style) {
        return new Pages(style).at(URI.create("https://aanmelden.example.org"));
    }

    public static Map<String, String> in(Language language) {
        return in(HouseStyle.defaultStyle(), language);
    }

    /** Returns every page in a house style. */
    public static Map<String, String> in(HouseStyle style, Language language) {
        Pages desk = desk(style);
        Map<String, String> pages = new LinkedHashMap<>();
        agenda(desk, language, pages);
        sessions(desk, language, pages);
        pages.put(
                "session-of-nobody-to-share",
                new Pages(style).session(withTaken(HANDREIKING, 0, 0), SignUpDraft.blank(), List.of(), language, NOW));
        for (ReceivedAs as : ReceivedAs.values()) {
            pages.put(
                    "received-" + as.word(),
                    desk.received(
                            withTaken(EENZAAMHEID_ONDER_JONGEREN, 1, 0),
                            as,
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            language));
        }
        SessionSnapshot themeFull = new SessionSnapshot(
                VERSNELLINGSKAMER, withTaken(VERSNELLINGSKAMER, 4, 0).places().add(BUURT, 4, 0));
        pages.put(
                "received-theme-full",
                desk.received(themeFull, ReceivedAs.WAITING_LIST, Optional.of(BUURT), List.of(), List.of(), language));
        pages.put(
                "received-also",
                desk.received(
                        withTaken(EENZAAMHEID_ONDER_JONGEREN, 1, 0),
                        ReceivedAs.PLACE,
                        Optional.empty(),
                        AlsoReceived.parse(HANDREIKING.id() + ".full," + LIBRARY_NETWORK.id() + ".closed"),
                        List.of(withTaken(LIBRARY_NETWORK, 0, 0), withTaken(HANDREIKING, 0, 0)),
                        language));
        List<AlsoReceived> erased = AlsoReceived.parse(
                HANDREIKING.id() + ".erased," + EENZAAMHEID_ONDER_JONGEREN.id() + ".kept,netwerk.erased,leden.kept");
        List<SessionSnapshot> shown =
                List.of(withTaken(EENZAAMHEID_ONDER_JONGEREN, 1, 0), withTaken(HANDREIKING, 0, 0));
        pages.put(
                "received-erased-others",
                desk.received(
                        withTaken(VERSNELLINGSKAMER, 4, 0),
                        ReceivedAs.ERASED,
                        Optional.empty(),
                        erased,
                        shown,
                        language));
        pages.put("erased", desk.erased(LIBRARY_NETWORK.id(), List.of(), List.of(), language));
        pages.put("erased-others", desk.erased(LIBRARY_NETWORK.id(), erased, shown, language));
        own(desk, language, pages);
        extremes(desk, language, pages);
        pages.put("participants", participants(EENZAAMHEID_ONDER_JONGEREN, 2, 1, desk, language));
        pages.put("participants-themes", participants(VERSNELLINGSKAMER, 6, 10, desk, language));
        pages.put(
                "participants-late",
                onPaper(desk, VERSNELLINGSKAMER, Extremes.peopleAndLateOnes(VERSNELLINGSKAMER), language));
        pages.put(
                "participants-without-mail",
                onPaper(desk, VERSNELLINGSKAMER, Extremes.peopleWithoutMail(VERSNELLINGSKAMER), language));
        pages.put("participants-none", participants(VERSNELLINGSKAMER, 0, 0, desk, language));
        pages.put("participants-many", participants(Extremes.session(), 60, 200, desk, language));
        for (int part = 1; part <= 3; part++) {
            pages.put("participants-part-" + part, parts(desk, VERSNELLINGSKAMER, part, language));
        }
        links(desk, language, pages);
        afterwards(desk, language, pages);
        pages.put("privacy", desk.privacy(language));
        pages.put("accessibility", desk.accessibility(language));
        for (Refusal refusal : Refusal.values()) {
            pages.put("problem-" + refusal.code(), desk.problem(refusal, Optional.empty(), language));
            pages.put("problem-here-" + refusal.code(), desk.problem(refusal, Optional.of(HANDREIKING.id()), language));
        }
        return pages;
    }

    private static String participants(Session session, int coming, int waiting, Pages desk, Language language) {
        return onPaper(desk, session, Extremes.people(session, coming, waiting), language);
    }

    /** Renders the printable list in one part. */
    static String onPaper(Pages desk, Session session, List<ListedRegistration> list, Language language) {
        return desk.participants(
                participants(session, list, Optional.empty(), Wiring.RESPONSE_LIMIT, language), EveryPage::address);
    }

    /** Returns the part of the printable list that starts after a cursor. */
    static ParticipantsPage participants(
            Session session,
            List<ListedRegistration> list,
            Optional<PrintCursor> after,
            PartLimit limit,
            Language language) {
        List<Participant> people = list.stream().map(EveryPage::participant).toList();
        return ParticipantsPage.of(session, people, after, limit, language).orElseThrow();
    }

    private static Participant participant(ListedRegistration listed) {
        Registration registration = listed.registration();
        return new Participant(
                registration.id(),
                registration.version(),
                registration.person(),
                registration.state(),
                registration.present(),
                registration.proof(),
                registration.mailProblem(),
                listed.position());
    }

    private static String parts(Pages desk, Session session, int part, Language language) {
        List<ListedRegistration> list = Extremes.people(session, 20, 10);
        PartLimit limit = Wiring.RESPONSE_LIMIT.rows(12);
        ParticipantsPage page = participants(session, list, Optional.empty(), limit, language);
        for (int next = 1; next < part; next++) {
            page = participants(session, list, page.next(), limit, language);
        }
        return desk.participants(page, EveryPage::address);
    }

    private static String address(PrintCursor after) {
        return "/api/v1/organiser/sessions/kamer/registrations.html?after=" + after.written();
    }

    /** Adds pages with everything at its longest, without what is optional, and with right-to-left text. */
    private static void extremes(Pages desk, Language language, Map<String, String> pages) {
        Session session = Extremes.session();
        SessionSnapshot sessionSnapshot = withTaken(session, 3, 200);
        pages.put(
                "agenda-extreme",
                desk.agenda(
                        AgendaQuery.EVERYTHING,
                        SampleSessions.agenda(List.of(sessionSnapshot, withTaken(HANDREIKING, 0, 0)), NOW),
                        language,
                        NOW));
        session("extreme", sessionSnapshot, NOW, desk, language, pages);
        session("extreme-rtl", withTaken(Extremes.inArabic(), 0, 0), NOW, desk, language, pages);
        SignUpDraft typed = SignUpDraft.invalid(
                Map.of("name", Extremes.WORD.repeat(4), "email", Extremes.WORD, "organisation", Extremes.WORD),
                List.of(new Problem("name", Reason.TOO_LONG, "max", "200"), new Problem("email", Reason.REQUIRED)));
        pages.put("session-extreme-problems", desk.session(sessionSnapshot, typed, List.of(), language, NOW));
        pages.put(
                "own-extreme",
                desk.own(Extremes.own(sessionSnapshot), List.of(), List.of(), Optional.empty(), language));
    }

    static SignUpDraft invalid(Map<String, String> form) {
        return switch (SignUpForm.parse(form)) {
            case Parsed.Invalid<SignUp> invalid -> SignUpDraft.invalid(form, invalid.problems());
            case Parsed.Valid<SignUp> _ -> throw new IllegalArgumentException("nothing is wrong");
        };
    }

    private static void agenda(Pages desk, Language language, Map<String, String> pages) {
        Session cancelled = cancelled(LIBRARY_NETWORK, "");
        List<SessionSnapshot> all = List.of(
                withTaken(LIBRARY_NETWORK, 4, 0),
                withTaken(EENZAAMHEID_ONDER_JONGEREN, 12, 0),
                withTaken(EENZAAMHEID_ONDER_JONGEREN, 29, 0),
                withTaken(EENZAAMHEID_ONDER_JONGEREN, 30, 2),
                withTaken(eenzaamheidWith(Map.of("waitingList", false)), 30, 0),
                withTaken(eenzaamheidWith(Map.of("opens", "2026-12-01T09:00:00+01:00")), 0, 0),
                withTaken(eenzaamheidWith(Map.of("closes", "2026-11-19T09:00:00+01:00")), 0, 0),
                withTaken(cancelled, 0, 0),
                withTaken(HANDREIKING, 0, 0));
        AgendaQuery everything = AgendaQuery.EVERYTHING;
        AgendaQuery past = everything.inDirection(AgendaDirection.PAST);
        AgendaQuery filtered = everything.withFilter(FILTER);
        AgendaResults full = SampleSessions.agenda(all, NOW);
        AgendaResults empty = SampleSessions.agenda(List.of(), NOW);
        AgendaResults second =
                new AgendaResults(all, 51, 2, 3, full.choices(), Optional.empty(), Optional.of(NOW), false);
        AgendaResults last =
                new AgendaResults(all.subList(0, 1), 21, 3, 3, full.choices(), CURSOR, Optional.of(NOW), false);
        pages.put("agenda", desk.agenda(everything, full, language, NOW));
        List<SessionSnapshot> twenty = IntStream.range(0, 20)
                .mapToObj(i -> withTaken(another("sessie-" + i, Map.of("title", "Eenzaamheid " + i)), i, 0))
                .toList();
        pages.put("agenda-twenty", desk.agenda(everything, SampleSessions.agenda(twenty, NOW), language, NOW));
        pages.put("agenda-second", desk.agenda(filtered.page(2), second, language, NOW));
        pages.put(
                "agenda-last", desk.agenda(everything.from(CURSOR.orElseThrow()).page(3), last, language, NOW));
        pages.put("agenda-past", desk.agenda(past, full, language, AFTER.plus(Duration.ofDays(60))));
        pages.put("agenda-past-last", desk.agenda(past.page(3), last, language, AFTER.plus(Duration.ofDays(60))));
        pages.put("agenda-empty", desk.agenda(everything, empty, language, NOW));
        pages.put("agenda-past-empty", desk.agenda(past, empty, language, NOW));
        pages.put(
                "agenda-filtered", desk.agenda(filtered, SampleSessions.agenda(all.subList(1, 2), NOW), language, NOW));
        pages.put("agenda-filtered-empty", desk.agenda(filtered, empty, language, NOW));
        pages.put(
                "agenda-past-filtered-empty",
                desk.agenda(filtered.inDirection(AgendaDirection.PAST), empty, language, NOW));
    }

    private static void sessions(Pages desk, Language language, Map<String, String> pages) {
        Session eenzaamheid = EENZAAMHEID_ONDER_JONGEREN;
        session("open", withTaken(eenzaamheid, 12, 0), NOW, desk, language, pages);
        session(
                "untimed",
                withTaken(eenzaamheidWith(Map.of("programme", List.of(Map.of("title", "In gesprek")))), 12, 0),
                NOW,
                desk,
                language,
                pages);
        session("one-left", withTaken(eenzaamheid, 29, 0), NOW, desk, language, pages);
        session("waiting-list", withTaken(eenzaamheid, 30, 2), NOW, desk, language, pages);
        session("full", withTaken(eenzaamheidWith(Map.of("waitingList", false)), 30, 0), NOW, desk, language, pages);
        session(
                "not-yet",
                withTaken(eenzaamheidWith(Map.of("opens", "2026-12-01T09:00:00+01:00")), 0, 0),
                NOW,
                desk,
                language,
                pages);
        session(
                "closed",
                withTaken(eenzaamheidWith(Map.of("closes", "2026-11-19T09:00:00+01:00")), 0, 0),
                NOW,
                desk,
                language,
                pages);
        session("started", withTaken(eenzaamheid, 12, 0), DURING, desk, language, pages);
        session("over", withTaken(eenzaamheid, 12, 0), AFTER, desk, language, pages);
        session(
                "cancelled",
                withTaken(cancelled(eenzaamheid, "De spreker is ziek."), 12, 0),
                NOW,
                desk,
                language,
                pages);
        session("no-limit", withTaken(LIBRARY_NETWORK, 12, 0), NOW, desk, language, pages);
        session("least", withTaken(HANDREIKING, 0, 0), NOW, desk, language, pages);
        session(
                "elsewhere",
                withTaken(
                        eenzaamheidWith(Map.of(
                                "timeZone", "Europe/London",
                                "start", "2026-12-15T13:00:00Z",
                                "end", "2026-12-16T12:00:00Z",
                                "programme", List.of(Map.of("from", "2026-12-16T10:00:00Z", "title", "Tweede dag")))),
                        0,
                        0),
                NOW,
                desk,
                language,
                pages);
        session(
                "picture",
                withTaken(
                        eenzaamheidWith(Map.of(
                                "image", "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=")),
                        12,
                        0),
                NOW,
                desk,
                language,
                pages);
        pages.put(
                "session-in-series",
                desk.session(
                        withTaken(eenzaamheid, 12, 0),
                        SignUpDraft.blank(),
                        List.of(
                                withTaken(HANDREIKING, 0, 0),
                                withTaken(cancelled(LIBRARY_NETWORK, ""), 0, 0),
                                withTaken(LIBRARY_NETWORK, 0, 0)),
                        language,
                        LATE));
        SignUpDraft ticked = SignUpDraft.invalid(
                Map.of("also", HANDREIKING.id().value()),
                List.of(new Problem("/also/1", "also", Reason.UNKNOWN, Map.of())));
        pages.put(
                "session-also-problems",
                desk.session(
                        withTaken(eenzaamheid, 12, 0),
                        ticked,
                        List.of(
                                withTaken(HANDREIKING, 0, 0),
                                withTaken(VERSNELLINGSKAMER, 0, 0),
                                withTaken(cancelled(LIBRARY_NETWORK, ""), 0, 0),
                                withTaken(another("review", Map.of("admission", "reviewed")), 0, 0),
                                withTaken(another("one-left", Map.of()), 29, 0),
                                withTaken(another("left", Map.of()), 12, 0),
                                withTaken(another("waiting", Map.of()), 30, 2),
                                withTaken(another("full", Map.of("waitingList", false)), 30, 0)),
                        language,
                        NOW));
        SignUpDraft typed = invalid(Map.of("name", "", "email", "noor@", SignUpForm.HONEYPOT, "x"));
        pages.put("session-problems", desk.session(withTaken(eenzaamheid, 12, 0), typed, List.of(), language, NOW));
        SignUpDraft refused = SignUpDraft.refused(Map.of("name", "Noor"), Refusal.SESSION_FULL);
        pages.put("session-refused", desk.session(withTaken(eenzaamheid, 12, 0), refused, List.of(), language, NOW));
        SignUpDraft noLink =
                SignUpDraft.invalid(Map.of("email", "noor@"), List.of(new Problem("email", Reason.REQUIRED)));
        pages.put("session-link-not-asked", desk.linkNotAsked(withTaken(eenzaamheid, 12, 0), noLink, language, NOW));
        session(
                "review",
                withTaken(eenzaamheidWith(Map.of("admission", "reviewed")), 12, 0),
                NOW,
                desk,
                language,
                pages);
        SessionSnapshot themes = withTaken(VERSNELLINGSKAMER, 3, 0);
        session("themes", themes, NOW, desk, language, pages);
        SessionSnapshot full =
                new SessionSnapshot(VERSNELLINGSKAMER, themes.places().add(BUURT, 4, 2));
        session("themes-full", full, NOW, desk, language, pages);
        Map<String, String> form = Map.of(
                "name", "Noor", "email", "noor@example.org", "theme", "buurt", "answer.rol", "Zorg", "answer.kans", "");
        List<Problem> open = List.of(new Problem("/answers/kans", "answer", Reason.REQUIRED, Map.of()));
        pages.put(
                "session-themes-problems",
                desk.session(themes, SignUpDraft.invalid(form, open), List.of(), language, NOW));
        pages.put(
                "session-problems-closed",
                desk.session(withTaken(eenzaamheid, 12, 0), typed, List.of(), language, AFTER));
    }

    private static Session another(String id, Map<String, ?> other) {
        return Session.published(new SessionId(id), eenzaamheidWith(other).document(), NOW);
    }

    private static void session(
            String name,
            SessionSnapshot sessionSnapshot,
            Instant now,
            Pages desk,
            Language language,
            Map<String, String> pages) {
        pages.put("session-" + name, desk.session(sessionSnapshot, SignUpDraft.blank(), List.of(), language, now));
    }

    private static void own(Pages desk, Language language, Map<String, String> pages) {
        Session eenzaamheid = EENZAAMHEID_ONDER_JONGEREN;
        Session noLink = eenzaamheidWith(Map.of("meetingLink", Map.of("visibleFrom", "P40D")));
        own("confirmed", eenzaamheid, confirmed(), NOW, desk, language, pages);
        own("confirmed-link-follows", noLink, confirmed(), NOW, desk, language, pages);
        own("confirmed-too-late", eenzaamheid, confirmed(), LATE, desk, language, pages);
        own("confirmed-last-hour", eenzaamheid, confirmed(), LAST_HOUR, desk, language, pages);
        own("confirmed-started", eenzaamheid, confirmed(), DURING, desk, language, pages);
        own("confirmed-over", eenzaamheid, confirmed(), AFTER, desk, language, pages);
        own(
                "confirmed-late",
                LIBRARY_NETWORK,
                confirmed(),
                Instant.parse("2026-12-03T09:00:00Z"),
                desk,
                language,
                pages);
        OwnRegistration others = new OwnRegistration(
                withTaken(eenzaamheid, 30, 2),
                SampleSessions.own(eenzaamheid, confirmed(), NOW).registration(),
                OptionalInt.empty(),
                NOW);
        pages.put("own-confirmed-others-wait", desk.own(others, List.of(), List.of(), Optional.empty(), language));
        pages.put("own-confirmed-moved", desk.own(moved(), List.of(), List.of(), Optional.empty(), language));
        pages.put(
                "own-not-confirmed", desk.own(unproven(eenzaamheid), List.of(), List.of(), Optional.empty(), language));
        pages.put("own-bounced", desk.own(bounced(eenzaamheid), List.of(), List.of(), Optional.empty(), language));
        own("waiting", eenzaamheid, waiting(), NOW, desk, language, pages);
        own("waiting-started", eenzaamheid, waiting(), DURING, desk, language, pages);
        own("cancelled", eenzaamheid, gone(), NOW, desk, language, pages);
        own(
                "cancelled-late",
                eenzaamheid,
                new RegistrationState.CancelledByPerson(LATE, true, true),
                LATE,
                desk,
                language,
                pages);
        own(
                "session-cancelled",
                cancelled(eenzaamheid, "De spreker is ziek."),
                confirmed(),
                NOW,
                desk,
                language,
                pages);
        unconfirmed("unconfirmed", confirmed(), Optional.empty(), desk, language, pages);
        unconfirmed("unconfirmed-lapsing", waiting(), Optional.of(NOW.plusSeconds(86_400)), desk, language, pages);
        unconfirmed(
                "unconfirmed-review",
                new RegistrationState.UnderReview(NOW, true, Optional.empty()),
                Optional.empty(),
                desk,
                language,
                pages);
        own("lapsed", eenzaamheid, new RegistrationState.Lapsed(NOW, true), NOW, desk, language, pages);
        own("session-cancelled-waiting", cancelled(eenzaamheid, ""), waiting(), NOW, desk, language, pages);
        own("session-cancelled-gone", cancelled(eenzaamheid, ""), gone(), NOW, desk, language, pages);
        own(
                "review",
                eenzaamheid,
                new RegistrationState.UnderReview(NOW, true, Optional.empty()),
                NOW,
                desk,
                language,
                pages);
        own(
                "declined",
                eenzaamheid,
                new RegistrationState.Declined(NOW, "Voor gemeenten."),
                NOW,
                desk,
                language,
                pages);
        RegistrationState byOrganiser = new RegistrationState.CancelledByOrganiser(NOW, true, "Dubbel aangemeld.");
        own("cancelled-by-organiser", eenzaamheid, byOrganiser, NOW, desk, language, pages);
        Session invited = eenzaamheidWith(Map.of("admission", "invited"));
        own("invited", invited, new RegistrationState.Invited(NOW), NOW, desk, language, pages);
        own("invited-too-late", invited, new RegistrationState.Invited(NOW), DURING, desk, language, pages);
        own(
                "invited-not-yet",
                eenzaamheidWith(Map.of("admission", "invited", "opens", "2026-12-01T09:00:00+01:00")),
                new RegistrationState.Invited(NOW),
                NOW,
                desk,
                language,
                pages);
        pages.put("own-invited-waiting-list", invited(invited, desk, language));
        pages.put(
                "own-invited-full",
                invited(eenzaamheidWith(Map.of("admission", "invited", "waitingList", false)), desk, language));
        own("invited-confirmed", invited, confirmed(), NOW, desk, language, pages);
        own("invited-cancelled", invited, gone(), NOW, desk, language, pages);
        own("not-coming", invited, new RegistrationState.InvitationDeclined(NOW), NOW, desk, language, pages);
        own(
                "revoked",
                invited,
                new RegistrationState.InvitationRevoked(NOW, "Voor bibliotheken."),
                NOW,
                desk,
                language,
                pages);
        own("invited-theme", VERSNELLINGSKAMER, new RegistrationState.Invited(NOW), NOW, desk, language, pages);
        RegistrationState atTable = new RegistrationState.Confirmed(NOW, false, Optional.of(BUURT));
        OwnRegistration seated = new OwnRegistration(
                withTaken(VERSNELLINGSKAMER, 3, 0),
                SampleSessions.registration(
                        VERSNELLINGSKAMER,
                        atTable,
                        Map.of(
                                new QuestionId("kans"), List.of("Meer tijd,\nminder regels"),
                                new QuestionId("met"), List.of("Inwoners", "Scholen"),
                                new QuestionId("eerder"), List.of("yes"))),
                OptionalInt.empty(),
                NOW);
        pages.put("own-theme", desk.own(seated, List.of(), List.of(), Optional.empty(), language));
        own("choose-theme", VERSNELLINGSKAMER, confirmed(), NOW, desk, language, pages);
        SignUpDraft full = SignUpDraft.refused(Map.of("name", "Noor", "theme", "werk"), Refusal.THEME_FULL);
        pages.put("own-theme-full", desk.ownNotChanged(seated, List.of(), List.of(), false, full, language));
        List<SessionSnapshot> elsewhere =
                List.of(withTaken(LIBRARY_NETWORK, 0, 0), withTaken(EENZAAMHEID_ONDER_JONGEREN, 1, 0));
        pages.put("own-elsewhere", desk.own(seated, List.of(), elsewhere, Optional.empty(), language));
        SignUpDraft unsure = SignUpDraft.invalid(
                Map.of(ErasureForm.SESSIONS, EENZAAMHEID_ONDER_JONGEREN.id().value()),
                List.of(new Problem("sure", Reason.REQUIRED)));
        pages.put("own-nowhere-else", desk.ownEverywhere(seated, List.of(), List.of(), language));
        pages.put("own-not-erased", desk.ownNotChanged(seated, List.of(), elsewhere, true, unsure, language));
        SignUpDraft unticked = SignUpDraft.invalid(Map.of(), List.of(new Problem("no-mail", Reason.REQUIRED)));
        pages.put("own-mail-not-refused", desk.ownNotChanged(seated, List.of(), List.of(), false, unticked, language));
        OwnLink link = seated.registration().ownLink();
        pages.put("mail-refused", desk.mailRefused(eenzaamheid.id(), link, true, language));
        pages.put("mail-refused-undone", desk.mailRefused(eenzaamheid.id(), link, false, language));
        pages.put(
                "own-refused",
                desk.own(
                        SampleSessions.own(eenzaamheid, confirmed(), LATE),
                        List.of(),
                        List.of(),
                        Optional.of(Refusal.NOTICE_PERIOD_PASSED),
                        language));
    }

    /** Adds what people see once a session that asks them something has ended. */
    private static void afterwards(Pages desk, Language language, Map<String, String> pages) {
        Session asking =
                eenzaamheidWith(Map.of("questions", SampleSessions.QUESTIONS_AFTERWARDS, "meetingLink", Map.of()));
        OwnRegistration asked = SampleSessions.own(asking, confirmed(), AFTER);
        pages.put("own-answers", desk.own(asked, List.of(), List.of(), Optional.empty(), language));
        SignUpDraft wrong = SignUpDraft.invalid(
                Map.of("answer.over", "Wonen\nTaal", "answer.tip", "Meer \"tijd\"\n<b>", "signed", "yes"),
                List.of(
                        new Problem("/answers/oordeel", "answer", Reason.REQUIRED, Map.of()),
                        new Problem("/answers/tip", "answer", Reason.TOO_LONG, Map.of("max", "2000"))));
        pages.put("own-answers-problems", desk.ownNotChanged(asked, List.of(), List.of(), false, wrong, language));
        Registration present = asked.registration().marked(Optional.of(true));
        pages.put("own-answers-present", afterwards(asked, present, desk, language));
        pages.put("own-answers-given", afterwards(asked, present.evaluated(Evaluation.WITHOUT_NAME), desk, language));
        Evaluation signed = new Evaluation(List.of(EvaluationAnswer.of(
                asking.document().questionsAfterwards().getLast(), List.of("Meer pauzes,\nminder dia's"))));
        pages.put("own-answers-signed", afterwards(asked, present.evaluated(signed), desk, language));
        Certificate certificate = new Certificate(
                asking,
                present,
                Optional.of(new CertificateCode(
                        present.id(), present.ownLink().secret().value())));
        pages.put("certificate", desk.certificate(certificate, present.ownLink(), language));
        pages.put("certificate-verified", desk.verifiedCertificate(certificate, language));
        OwnRegistration extreme = Extremes.own(withTaken(Extremes.session(), 3, 200));
        pages.put(
                "certificate-extreme",
                desk.certificate(
                        new Certificate(extreme.session(), extreme.registration(), certificate.code()),
                        present.ownLink(),
                        language));
    }

    private static String afterwards(OwnRegistration asked, Registration registration, Pages desk, Language language) {
        return desk.own(
                new OwnRegistration(asked.sessionSnapshot(), registration, asked.position(), asked.now()),
                List.of(),
                List.of(),
                Optional.empty(),
                language);
    }

    /** Adds the pages of links that can do less than the own link, or nothing. */
    private static void links(Pages desk, Language language, Map<String, String> pages) {
        entry("confirmed", EENZAAMHEID_ONDER_JONGEREN, confirmed(), NOW, desk, language, pages);
        entry("last-hour", EENZAAMHEID_ONDER_JONGEREN, confirmed(), LAST_HOUR, desk, language, pages);
        entry("over", EENZAAMHEID_ONDER_JONGEREN, confirmed(), AFTER, desk, language, pages);
        entry("cancelled", EENZAAMHEID_ONDER_JONGEREN, gone(), NOW, desk, language, pages);
        entry("session-cancelled", cancelled(EENZAAMHEID_ONDER_JONGEREN, ""), confirmed(), NOW, desk, language, pages);
        Session hidden = eenzaamheidWith(Map.of("admission", "invited"));
        entry("invited", hidden, confirmed(), NOW, desk, language, pages);
        OwnLink link =
                SampleSessions.own(hidden, confirmed(), NOW).registration().ownLink();
        for (Refusal refusal : List.of(Refusal.LINK_ENDED, Refusal.LINK_OF_CALENDAR)) {
            pages.put("link-refused-" + refusal.code(), desk.linkRefused(refusal, hidden.id(), link, language));
        }
        for (ReceivedAs as : List.of(ReceivedAs.LINK, ReceivedAs.RENEWAL)) {
            pages.put("link-asked-" + as.word(), desk.linkAsked(hidden.id(), as, language));
        }
        OwnRegistration series = SampleSessions.own(EENZAAMHEID_ONDER_JONGEREN, gone(), NOW);
        pages.put("own-series", desk.own(series, List.of(series), List.of(), Optional.empty(), language));
    }

    private static void entry(
            String name,
            Session session,
            RegistrationState state,
            Instant now,
            Pages desk,
            Language language,
            Map<String, String> pages) {
        pages.put("entry-" + name, desk.entry(SampleSessions.own(session, state, now), language));
    }

    private static String invited(Session full, Pages desk, Language language) {
        OwnRegistration own = new OwnRegistration(
                withTaken(full, 30, 0),
                SampleSessions.registration(full, new RegistrationState.Invited(NOW)),
                OptionalInt.empty(),
                NOW);
        return desk.own(own, List.of(), List.of(), Optional.empty(), language);
    }

    /** Somebody who was told of another time, venue and programme. */
    private static OwnRegistration moved() {
        Session moved = EENZAAMHEID_ONDER_JONGEREN.changed(
                eenzaamheidWith(Map.of(
                                "start", "2026-12-17T10:00:00+01:00",
                                "end", "2026-12-17T12:00:00+01:00",
                                "place", "Stadhuis van Almelo, trouwzaal",
                                "platform", "MS Teams",
                                "programme", List.of(Map.of("title", "In gesprek met drie gemeenten"))))
                        .document(),
                NOW);
        return new OwnRegistration(
                withTaken(moved, 1, 0),
                SampleSessions.registration(EENZAAMHEID_ONDER_JONGEREN, confirmed()),
                OptionalInt.empty(),
                NOW);
    }

    /** Returns the registration of somebody who has not shown yet that the address is theirs. */
    private static OwnRegistration unproven(Session session) {
        OwnRegistration own = SampleSessions.own(session, confirmed(), NOW);
        return new OwnRegistration(
                own.sessionSnapshot(),
                own.registration().with(new AddressProof.Awaited(Optional.empty())),
                own.position(),
                own.now());
    }

    /** Returns the registration of somebody whose letters came back. */
    private static OwnRegistration bounced(Session session) {
        OwnRegistration own = SampleSessions.own(session, confirmed(), NOW);
        return new OwnRegistration(
                own.sessionSnapshot(),
                own.registration().withMailProblem(Optional.of(new MailProblem(MailProblem.Kind.BOUNCED, NOW))),
                own.position(),
                own.now());
    }

    private static void own(
            String name,
            Session session,
            RegistrationState state,
            Instant now,
            Pages desk,
            Language language,
            Map<String, String> pages) {
        pages.put(
                "own-" + name,
                desk.own(SampleSessions.own(session, state, now), List.of(), List.of(), Optional.empty(), language));
    }

    /** Adds the own page of somebody whose address nobody has confirmed, and whose registration lapses then if ever. */
    private static void unconfirmed(
            String name,
            RegistrationState state,
            Optional<Instant> lapses,
            Pages desk,
            Language language,
            Map<String, String> pages) {
        OwnRegistration own = SampleSessions.own(EENZAAMHEID_ONDER_JONGEREN, state, NOW);
        OwnRegistration unconfirmed = new OwnRegistration(
                own.sessionSnapshot(),
                own.registration().with(new AddressProof.Awaited(lapses)),
                own.position(),
                own.now());
        pages.put("own-" + name, desk.own(unconfirmed, List.of(), List.of(), Optional.empty(), language));
    }
}
