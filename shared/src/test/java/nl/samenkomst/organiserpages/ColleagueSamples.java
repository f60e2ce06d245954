package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.access.SampleOrganisers.organiser;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.colleagues.ColleagueDetails;
import nl.samenkomst.domain.colleagues.ColleagueForm;
import nl.samenkomst.domain.colleagues.Colleagues;
import nl.samenkomst.domain.colleagues.DeskHistory;
import nl.samenkomst.domain.colleagues.NewColleague;
import nl.samenkomst.domain.colleagues.ScopeChoices;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signin.GiveFactor;
import nl.samenkomst.urls.OrganiserUrls;

/** The pages about colleagues and the desk's history, in every state. */
final class ColleagueSamples {

    /** Signs in with the account of the organisation. */
    private static final Organiser CONNECTED =
            ELS.reset().signedInAs(new Identity("https://login.example.org", "f:1:els"), NOW);

    private static final Organiser PIET = organiser("Piet", Role.ADMINISTRATOR, new Scope.All());
    private static final Organiser INVITED = new Organiser(
            new OrganiserId("AminaAAAAAAAAAAA"),
            "Amina <b>Yıldız</b>",
            new EmailAddress("amina@example.org"),
            Role.HOST,
            new Scope.Named(Set.of(
                    VERSNELLINGSKAMER.id(), new SessionId("netwerkdag"), new SessionId("a"), new SessionId("b"))),
            NOW,
            Optional.of(NOW.plus(Duration.ofDays(104))),
            Optional.empty(),
            Optional.empty(),
            NOOR.version());
    private static final Organiser FORMER = organiser("Sem", Role.ORGANISER, new Scope.OfSeries("Netwerk"))
            .with("Sem", Role.ORGANISER, new Scope.OfSeries("Netwerk"), Optional.of(NOW.minus(Duration.ofDays(3))));

    private static final List<Session> SESSIONS =
            List.of(EENZAAMHEID_ONDER_JONGEREN, LIBRARY_NETWORK, VERSNELLINGSKAMER);
    private static final ScopeChoices CHOICES = new ScopeChoices(SESSIONS, List.of("Netwerk", "Versnellingskamers"));
    private static final ScopeChoices NO_CHOICES = new ScopeChoices(List.of(), List.of());

    private ColleagueSamples() {}

    static void put(Language language, Map<String, OrganiserPage> pages) {
        Viewer noor = viewer(NOOR, language);
        Colleagues few = new Colleagues(List.of(NOOR, KARIM, CONNECTED, INVITED, FORMER), NOW);
        pages.put("colleagues", new ColleaguesPage(few, "", noor));
        pages.put("colleagues-invited", new ColleaguesPage(few, "invited", noor));
        pages.put("colleagues-alone", new ColleaguesPage(new Colleagues(List.of(NOOR), NOW), "ended", noor));
        pages.put("colleagues-full", new ColleaguesPage(full(), "?", noor));

        TypedForm blank = TypedForm.of(Map.of("id", "AAAAAAAAAAAAAAAA"));
        pages.put("colleague-new", new NewColleaguePage(blank, CHOICES, Optional.empty(), false, noor));
        pages.put(
                "colleague-new-without-sessions",
                new NewColleaguePage(blank, NO_CHOICES, Optional.empty(), false, noor));
        pages.put(
                "colleague-new-wrong",
                new NewColleaguePage(
                        wrong(Map.of("name", "x".repeat(101), "email", "noor", "role", "", "last-day", "ooit")),
                        CHOICES,
                        Optional.empty(),
                        false,
                        noor));
        pages.put(
                "colleague-new-wrong-sessions",
                new NewColleaguePage(
                        wrong(Map.of(
                                "name",
                                "\u202E",
                                "email",
                                "",
                                "role",
                                "host",
                                "scope",
                                "sessions",
                                "last-day",
                                "1-1-2020")),
                        NO_CHOICES,
                        Optional.empty(),
                        false,
                        noor));
        pages.put(
                "colleague-new-wrong-series",
                new NewColleaguePage(
                        wrong(Map.of("role", "host", "scope", "series", "email", "\u202E@example.org")),
                        CHOICES,
                        Optional.empty(),
                        false,
                        noor));
        pages.put(
                "colleague-new-unknown-session",
                new NewColleaguePage(
                        wrong(Map.of(
                                "name",
                                "Els",
                                "email",
                                "els@example.org",
                                "role",
                                "host",
                                "scope",
                                "sessions",
                                "ids",
                                "<b>")),
                        CHOICES,
                        Optional.empty(),
                        false,
                        noor));
        pages.put(
                "colleague-new-too-many-sessions",
                new NewColleaguePage(
                        wrong(Map.of(
                                "name", "Els",
                                "email", "els@example.org",
                                "role", "host",
                                "scope", "sessions",
                                "ids",
                                        String.join(
                                                " ",
                                                IntStream.range(0, 201)
                                                        .mapToObj(i -> "s" + i)
                                                        .toList()))),
                        CHOICES,
                        Optional.empty(),
                        false,
                        noor));
        TypedForm els = TypedForm.of(Map.of(
                "name", "Els", "email", "els@example.org", "role", "host", "scope", "all", "last-day", "4-3-2027"));
        pages.put("colleague-new-known", new NewColleaguePage(els, CHOICES, Optional.of(ELS), false, noor));
        pages.put("colleague-new-former", new NewColleaguePage(els, CHOICES, Optional.of(FORMER), false, noor));
        pages.put("colleague-new-full", new NewColleaguePage(els, CHOICES, Optional.empty(), true, noor));

        pages.put("colleague", page(KARIM, Optional.empty(), "", noor));
        pages.put("colleague-changed", page(KARIM, Optional.empty(), "changed", noor));
        pages.put("colleague-connected", page(CONNECTED, Optional.empty(), "", noor));
        pages.put("colleague-reset", page(ELS, Optional.empty(), "reset", noor));
        pages.put("colleague-invited", page(INVITED, Optional.empty(), "mailed", noor));
        pages.put("colleague-former", page(FORMER, Optional.empty(), "", noor));
        pages.put("colleague-oneself", page(PIET, Optional.empty(), "", viewer(PIET, language)));
        pages.put("colleague-last", new ColleaguePage(NOOR, true, form(NOOR), CHOICES, Optional.empty(), "", noor));
        for (ColleaguePage.Why why : ColleaguePage.Why.values()) {
            pages.put(
                    "colleague-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    page(why == ColleaguePage.Why.ENDED ? FORMER : INVITED, Optional.of(why), "", noor));
        }
        pages.put(
                "colleague-wrong",
                new ColleaguePage(
                        KARIM,
                        false,
                        wrongChange(Map.of("name", "", "role", "organiser", "scope", "")),
                        CHOICES,
                        Optional.empty(),
                        "",
                        noor));

        pages.put("desk-history", history(few, true, noor));
        pages.put("desk-history-older", history(few, false, noor));
        pages.put(
                "desk-history-empty",
                new DeskHistoryPage(new DeskHistory(List.of(), few, Optional.empty()), true, noor));
    }

    private static ColleaguePage page(
            Organiser colleague, Optional<ColleaguePage.Why> why, String word, Viewer viewer) {
        return new ColleaguePage(colleague, false, form(colleague), CHOICES, why, word, viewer);
    }

    private static Viewer viewer(Organiser organiser, Language language) {
        return new Viewer(
                Optional.of(organiser),
                language,
                new OrganiserUrls(Optional.empty()).colleagues(),
                new OrganiserUrls(Optional.of(language)),
                NOW);
    }

    private static TypedForm form(Organiser colleague) {
        return TypedForm.of(ColleagueForm.filledIn(ColleagueDetails.of(colleague), CHOICES, colleague.isActive(NOW)));
    }

    private static TypedForm wrong(Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(typed);
        List<Problem> problems =
                ColleagueForm.parseNew(form, NOOR.id(), NOW) instanceof Parsed.Invalid<NewColleague> invalid
                        ? invalid.problems()
                        : List.of();
        return new TypedForm(form, problems);
    }

    private static TypedForm wrongChange(Map<String, String> typed) {
        List<Problem> problems = ColleagueForm.parse(typed, NOW) instanceof Parsed.Invalid<ColleagueDetails> invalid
                ? invalid.problems()
                : List.of();
        return new TypedForm(typed, problems);
    }

    private static Colleagues full() {
        List<Organiser> everybody = new ArrayList<>(List.of(NOOR));
        for (int i = 1; i < Colleagues.MAX; i++) {
            everybody.add(organiser("Collega" + i, Role.ORGANISER, new Scope.All()));
        }
        return new Colleagues(everybody, NOW);
    }

    private static DeskHistoryPage history(Colleagues colleagues, boolean isFirst, Viewer viewer) {
        List<DeskEntry> entries = new ArrayList<>();
        Instant at = NOW;
        for (DeskAction action : DeskAction.values()) {
            at = at.minusSeconds(60);
            entries.add(new DeskEntry(at, NOOR.actor(), action, Optional.empty()));
        }
        entries.add(new DeskEntry(at, NOOR.actor(), DeskAction.COLLEAGUE_CHANGED, Optional.of(INVITED.id()))
                .with("organiser;;all", "host;2027-03-04;sessions:1"));
        entries.add(new DeskEntry(at, NOOR.actor(), DeskAction.COLLEAGUE_CHANGED, Optional.of(INVITED.id()))
                .with("organiser;;sessions:3", "host;;series:<b>Netwerk"));
        entries.add(new DeskEntry(
                        at, Actor.DESK, DeskAction.COLLEAGUE_INVITED, Optional.of(new OrganiserId("unknownunknown--")))
                .with("", "administrator;;all"));
        entries.add(
                new DeskEntry(at, NOOR.actor(), DeskAction.SIGNED_IN, Optional.empty()).with("", GiveFactor.STEP_UP));
        entries.add(new DeskEntry(at, Actor.DESK, DeskAction.COLLEAGUE_INVITED, Optional.of(KARIM.id()))
                .with("", "administrator"));
        entries.add(new DeskEntry(at, Actor.LOCAL, "later-act", Optional.empty(), "?", ""));
        entries.add(new DeskEntry(at, Actor.PERSON, DeskAction.SIGNED_OUT, Optional.empty()));
        entries.add(new DeskEntry(
                at, new Actor.ByRole("arn:aws:sts::1:assumed-role/a/noor"), DeskAction.SIGNED_OUT, Optional.empty()));
        return new DeskHistoryPage(
                new DeskHistory(
                        entries,
                        colleagues,
                        isFirst ? Optional.of(entries.getLast().position()) : Optional.empty()),
                isFirst,
                viewer);
    }
}
