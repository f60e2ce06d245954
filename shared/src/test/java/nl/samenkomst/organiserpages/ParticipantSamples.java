package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static nl.samenkomst.organiserpages.EveryOrganiserPage.by;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.samenkomst.api.InvitationLines;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Decide;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.participants.DecideMany;
import nl.samenkomst.domain.participants.DecisionOutlook;
import nl.samenkomst.domain.participants.MailFilter;
import nl.samenkomst.domain.participants.ParticipantCursor;
import nl.samenkomst.domain.participants.ParticipantFilter;
import nl.samenkomst.domain.participants.ParticipantsPart;
import nl.samenkomst.domain.participants.ShownParticipant;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.letters.LetterPreview;
import nl.samenkomst.letters.LetterPreviews;
import nl.samenkomst.pages.FormFields;
import nl.samenkomst.texts.Refusal;

/** The pages about participants in every state. */
final class ParticipantSamples {

    private static final SessionSnapshot THEMED = SampleSessions.withTaken(VERSNELLINGSKAMER, 3, 2);
    private static final SessionSnapshot PLAIN = SampleSessions.withTaken(EENZAAMHEID_ONDER_JONGEREN, 3, 2);
    private static final Optional<ThemeId> BUURT = Optional.of(new ThemeId("buurt"));
    private static final Instant EARLIER = NOW.minus(Duration.ofDays(3));
    private static final RegistrationState REVIEWED = new RegistrationState.UnderReview(EARLIER, false, BUURT);

    private ParticipantSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Language language) {
        Viewer viewer = by(NOOR, language);
        lists(pages, viewer);
        persons(pages, viewer);
        decisions(pages, viewer);
        adding(pages, viewer);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void lists(Map<String, OrganiserPage> pages, Viewer viewer) {
        ParticipantsPart full = part(
                people(),
                Optional.of(new ParticipantCursor(1, people().getFirst().id())));
        ParticipantFilter reviewed = ParticipantFilter.ofState("under-review");
        pages.put("participants", list(full, ParticipantFilter.ALL, false, Optional.empty(), Optional.empty(), viewer));
        pages.put(
                "participants-empty",
                new ParticipantListPage(
                        PLAIN,
                        part(List.of(), Optional.empty()),
                        ParticipantFilter.ALL,
                        false,
                        false,
                        Optional.empty(),
                        Optional.of(ParticipantAct.ERASED),
                        viewer));
        pages.put(
                "participants-none-found",
                list(
                        new ParticipantsPart(
                                List.of(), Optional.empty(), Map.of("confirmed", 3), Map.of(), 0, List.of()),
                        new ParticipantFilter(
                                Optional.of("confirmed"), BUURT, Optional.of(MailFilter.RETURNED), "<b>Els</b>"),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        viewer));
        pages.put(
                "participants-to-decide",
                list(
                        part(reviewed(), Optional.empty()),
                        reviewed,
                        false,
                        Optional.empty(),
                        Optional.of(ParticipantAct.ACCEPTED),
                        viewer));
        for (MailFilter mail : MailFilter.values()) {
            pages.put(
                    "participants-mail-" + word(mail),
                    list(
                            part(people(), Optional.empty()),
                            new ParticipantFilter(Optional.empty(), Optional.empty(), Optional.of(mail), ""),
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            viewer));
        }
        for (ParticipantListPage.Problem problem : ParticipantListPage.Problem.values()) {
            pages.put(
                    "participants-problem-" + word(problem),
                    list(
                            part(reviewed(), Optional.empty()),
                            reviewed,
                            false,
                            Optional.of(problem),
                            Optional.empty(),
                            viewer));
        }
        pages.put(
                "participants-longest",
                list(
                        part(
                                fifty(),
                                Optional.of(new ParticipantCursor(
                                        1, people().getFirst().id()))),
                        reviewed,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        viewer));
    }

    private static ParticipantListPage list(
            ParticipantsPart part,
            ParticipantFilter filter,
            boolean isLater,
            Optional<ParticipantListPage.Problem> problem,
            Optional<ParticipantAct> act,
            Viewer viewer) {
        return new ParticipantListPage(THEMED, part, filter, isLater, isLater, problem, act, viewer);
    }

    private static ParticipantsPart part(List<Registration> rows, Optional<ParticipantCursor> next) {
        Map<String, Integer> states = new LinkedHashMap<>();
        rows.forEach(one -> states.merge(one.state().word(), 1, Integer::sum));
        List<Registration> decided = rows.isEmpty() ? List.of() : List.of(decided());
        return new ParticipantsPart(
                listed(rows), next, states, Map.of(new ThemeId("buurt"), 2), rows.size(), listed(decided));
    }

    private static List<ListedRegistration> listed(List<Registration> rows) {
        return rows.stream()
                .map(one -> new ListedRegistration(
                        one,
                        one.state() instanceof RegistrationState.Waitlisted ? OptionalInt.of(2) : OptionalInt.empty()))
                .toList();
    }

    private static Registration decided() {
        Registration one = person("Fatima", new RegistrationState.Confirmed(NOW, false, BUURT), Language.NL);
        return one.with(one.letters().delayed(NOW.plus(Decide.LETTER_DELAY)));
    }

    private static List<Registration> people() {
        List<Registration> people = new ArrayList<>();
        for (RegistrationState state : SampleRegistrations.EVERY_STATE) {
            people.add(person("Els " + people.size(), state, Language.NL));
        }
        people.add(person("Jan", new RegistrationState.Waitlisted(EARLIER, 1, BUURT), Language.EN)
                .with(new AddressProof.Awaited(Optional.of(NOW.plusSeconds(90_000)))));
        people.add(person("Wim", new RegistrationState.Confirmed(EARLIER, true, BUURT), Language.EN)
                .withMailProblem(Optional.of(new MailProblem(MailProblem.Kind.BOUNCED, NOW))));
        return people;
    }

    private static List<Registration> reviewed() {
        return List.of(
                person("Els", REVIEWED, Language.NL),
                person("Jan & <i>Piet</i>", REVIEWED, Language.EN),
                person("مرحبا", REVIEWED, Language.NL).with(new AddressProof.Awaited(Optional.empty())));
    }

    private static List<Registration> fifty() {
        List<Registration> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(person("Willemijn van der Meer-Jansen " + i * 7919, REVIEWED, Language.NL));
        }
        return all;
    }

    private static Registration person(String name, RegistrationState state, Language language) {
        String mailbox = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "x";
        Registration plain = SampleRegistrations.registration(
                VERSNELLINGSKAMER,
                new Person(name, new EmailAddress(mailbox + "@gemeente.example.org"), Optional.of("Gemeente Almelo")),
                language,
                new LinkSecret("AAECAwQFBgcICQoLDA0ODw"),
                new UUID(1, 2),
                state,
                EARLIER);
        return SampleRegistrations.withAnswers(
                plain,
                plain.person(),
                Map.of(
                        new QuestionId("kans"), List.of("Meer samen eten in de buurt " + mailbox.hashCode()),
                        new QuestionId("rol"), List.of("Zorg")));
    }

    private static void persons(Map<String, OrganiserPage> pages, Viewer viewer) {
        int number = 0;
        for (Registration one : people()) {
            pages.put("participant-" + number++, shown(one, viewer, Optional.empty()));
        }
        Registration told = SampleRegistrations.told(
                SampleRegistrations.told(
                        person("Els", new RegistrationState.Confirmed(EARLIER, true, BUURT), Language.NL),
                        LetterKind.UNDER_REVIEW,
                        1,
                        EARLIER),
                LetterKind.PROMOTED,
                1,
                EARLIER.plusSeconds(60));
        pages.put("participant-told", shown(told, viewer, Optional.of(ParticipantAct.ADDRESS_CORRECTED)));
        pages.put("participant-organiser", shown(told, by(KARIM, viewer.language()), Optional.empty()));
        Registration waiting = person("Jan", new RegistrationState.Waitlisted(EARLIER, 1, BUURT), Language.EN);
        for (ParticipantPage.Part part : ParticipantPage.Part.values()) {
            pages.put(
                    "participant-failed-" + word(part),
                    new ParticipantPage(
                            THEMED,
                            seen(waiting),
                            form(viewer, Map.of("name", "", "email", "els"), problems(part)),
                            Optional.of(part),
                            "Omdat",
                            part == ParticipantPage.Part.OWN_LINK
                                    ? Optional.of(Refusal.REGISTRATION_NOT_ACTIVE)
                                    : Optional.empty(),
                            Optional.empty(),
                            viewer));
        }
        pages.put("participant-gone", new ParticipantGonePage(THEMED, viewer));
        pages.put("participant-erasure", new EraseParticipantPage(THEMED, told, false, viewer));
        pages.put("participant-erasure-unticked", new EraseParticipantPage(THEMED, told, true, viewer));
    }

    private static List<Problem> problems(ParticipantPage.Part part) {
        return switch (part) {
            case CHANGES ->
                SignUpForm.parse(Map.of("name", "", "email", "els")) instanceof Parsed.Invalid<SignUp> invalid
                        ? invalid.problems()
                        : List.of();
            case OWN_LINK -> List.of();
            case PRIORITY, CANCELLATION -> List.of(new Problem("reason", Reason.TOO_LONG, "max", 300));
        };
    }

    private static ParticipantPage shown(Registration one, Viewer viewer, Optional<ParticipantAct> act) {
        return new ParticipantPage(
                THEMED,
                seen(one),
                form(viewer, ParticipantPage.typed(one), List.of()),
                Optional.empty(),
                "",
                Optional.empty(),
                act,
                viewer);
    }

    private static ShownParticipant seen(Registration one) {
        List<AuditEntry> history = new ArrayList<>();
        for (AuditAction action : List.of(
                AuditAction.INVITED, AuditAction.MOVED_UP, AuditAction.DECISION_WITHDRAWN, AuditAction.OWN_LINK_SENT)) {
            history.add(new AuditEntry(
                    NOW,
                    history.size() % 2 == 0 ? KARIM.actor() : NOOR.actor(),
                    action,
                    Optional.of(one.id().value()),
                    history.size() % 3 == 0 ? "Daarom" : ""));
        }
        history.add(new AuditEntry(
                        NOW,
                        KARIM.actor(),
                        AuditAction.CORRECTED,
                        Optional.of(one.id().value()),
                        "")
                .with(List.of(new ChangedValue("name", "", "", ""), new ChangedValue("theme", "", "werk", "buurt"))));
        return new ShownParticipant(
                one,
                one.state() instanceof RegistrationState.Waitlisted ? OptionalInt.of(2) : OptionalInt.empty(),
                Optional.of(new OwedLetter(LetterKind.REMINDER, NOW.plusSeconds(100_000))),
                history,
                Map.of(KARIM.actor(), "Karim"));
    }

    private static FormFields form(Viewer viewer, Map<String, String> typed, List<Problem> problems) {
        return new FormFields(THEMED, typed, problems, viewer.language(), NOW);
    }

    private static void decisions(Map<String, OrganiserPage> pages, Viewer viewer) {
        for (Decision decision : Decision.values()) {
            List<Registration> after = DecisionOutlook.of(THEMED, reviewed(), decision, "Vol", NOW);
            pages.put(
                    "decisions-" + word(decision),
                    new DecisionsPage(THEMED, decision, after, List.of(), "Vol", List.of(), previews(after), viewer));
        }
        List<Registration> one = DecisionOutlook.of(THEMED, reviewed().subList(0, 1), Decision.DECLINE, "", NOW);
        pages.put(
                "decisions-with-a-problem",
                new DecisionsPage(
                        THEMED,
                        Decision.DECLINE,
                        one,
                        List.of(decided()),
                        "Te lang",
                        problems(ParticipantPage.Part.PRIORITY),
                        previews(one),
                        viewer));
        pages.put(
                "decisions-none",
                new DecisionsPage(
                        THEMED, Decision.ACCEPT, List.of(), List.of(decided()), "", List.of(), List.of(), viewer));
        List<Registration> three = reviewed();
        pages.put(
                "decisions-results",
                new DecisionResultsPage(
                        THEMED,
                        three,
                        List.of(
                                new DecideMany.Result.DecidedBefore(three.get(0).id(), Optional.of("Karim"), true),
                                new DecideMany.Result.Refused(three.get(1).id(), ChangeOutcome.RefusalReason.CANCELLED),
                                new DecideMany.Result.Gone(three.get(2).id())),
                        viewer));
    }

    private static List<LetterPreview> previews(List<Registration> after) {
        LetterPreviews letters = new LetterPreviews(URI.create("https://aanmelden.example.org"));
        return after.stream()
                .map(one -> letters.of(new LetterRequest(
                        one.state() instanceof RegistrationState.Declined ? LetterKind.DECLINED : LetterKind.CONFIRMED,
                        THEMED,
                        one,
                        OptionalInt.empty(),
                        NOW,
                        List.of())))
                .limit(2)
                .toList();
    }

    private static void adding(Map<String, OrganiserPage> pages, Viewer viewer) {
        pages.put(
                "participant-new",
                new AddParticipantPage(THEMED, form(viewer, Map.of(), List.of()), Optional.empty(), viewer));
        pages.put(
                "participant-new-with-mistakes",
                new AddParticipantPage(
                        THEMED,
                        form(viewer, Map.of("name", "", "email", "els"), problems(ParticipantPage.Part.CHANGES)),
                        Optional.empty(),
                        viewer));
        pages.put(
                "participant-new-refused",
                new AddParticipantPage(
                        THEMED,
                        form(viewer, Map.of("name", "Els"), List.of()),
                        Optional.of(Refusal.REGISTRATION_OTHER_PERSON),
                        viewer));
        String lines = "Els <els@example.org>\nJan\n<b>;x@\n";
        pages.put("invitations", InvitationsPage.blank(THEMED, viewer));
        pages.put(
                "invitations-with-mistakes",
                new InvitationsPage(
                        THEMED,
                        lines,
                        false,
                        InvitationLines.parse(lines).wrong(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        viewer));
        for (InvitationsPage.Problem problem : InvitationsPage.Problem.values()) {
            pages.put(
                    "invitations-problem-" + word(problem),
                    new InvitationsPage(
                            THEMED,
                            "",
                            true,
                            List.of(),
                            Optional.of(problem),
                            List.of(),
                            List.of(),
                            List.of(),
                            viewer));
        }
        pages.put(
                "invitations-sent",
                new InvitationsPage(
                        THEMED,
                        "",
                        true,
                        List.of(),
                        Optional.empty(),
                        reviewed(),
                        List.of(decided()),
                        List.of(new InvitationsPage.NotInvited("Wim", Refusal.MAILBOX_REFUSED)),
                        viewer));
    }
}
