package nl.samenkomst.domain.editing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Drafts;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Correct;
import nl.samenkomst.domain.organiser.PublishAndPromote;
import nl.samenkomst.domain.organiser.PublishOutcome;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;

/** Shows what publishing a draft would do, and publishes it if that is still what the organiser saw. */
public final class PublishDraft {

    private final Sessions sessions;
    private final Registrations registrations;
    private final Drafts drafts;
    private final Publications publications;
    private final PublishAndPromote publish;
    private final Correct correct;
    private final Clock clock;

    public PublishDraft(
            Sessions sessions,
            Registrations registrations,
            Drafts drafts,
            Publications publications,
            PublishAndPromote publish,
            Correct correct,
            Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.drafts = drafts;
        this.publications = publications;
        this.publish = publish;
        this.correct = correct;
        this.clock = clock;
    }

    /**
     * What the organiser confirms; what they saw is checked as far as it is given.
     *
     * @param revision that was published when they looked; empty if none was, or it is not given
     * @param draft the version of the draft that they saw
     * @param fingerprint of the {@link PublicationOutlook} that they saw
     * @param themes where people go who chose a theme that goes: to another theme, or nowhere yet if absent
     */
    public record Confirmation(
            Optional<Revision> revision,
            Optional<Version> draft,
            Optional<String> fingerprint,
            Announcement announcement,
            Map<ThemeId, ThemeId> themes) {

        public Confirmation {
            themes = Map.copyOf(themes);
        }
    }

    /** The outcome of publishing. */
    public sealed interface Outcome {

        /**
         * It is published.
         *
         * @param unmoved how many people could not get the theme that was chosen for them, and keep what they have
         */
        record Published(Session session, PublicationOutlook outlook, int unmoved) implements Outcome {}

        /** Something changed since the organiser looked: the draft, the people, or what happens to them. */
        record ChangedMeanwhile() implements Outcome {}

        /** The draft cannot be published as it is. */
        record Invalid(List<Problem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** There is no draft any more: somebody else published or discarded it. */
        record Gone() implements Outcome {}

        /** The session was called off, and must be reinstated before it can change. */
        record Cancelled() implements Outcome {}

        /** The organiser would not see the session once it is published like this. */
        record OutOfScope() implements Outcome {}
    }

    /** Returns what publishing would do, or else every problem with the draft. */
    public Parsed<PublicationOutlook> outlook(DraftedSession drafted, Optional<SessionSnapshot> published) {
        return outlook(drafted, published, Map.of());
    }

    /**
     * Returns what publishing would do, or else every problem with the draft.
     *
     * @param themes where people go who chose a theme that goes
     */
    public Parsed<PublicationOutlook> outlook(
            DraftedSession drafted, Optional<SessionSnapshot> published, Map<ThemeId, ThemeId> themes) {
        Instant now = clock.instant();
        return switch (drafted.document()) {
            case Parsed.Invalid<SessionDocument> invalid -> new Parsed.Invalid<>(invalid.problems());
            case Parsed.Valid<SessionDocument> valid -> {
                List<Problem> problems = problems(drafted, valid.value(), now);
                yield problems.isEmpty()
                        ? new Parsed.Valid<>(outlook(drafted.id(), valid.value(), published, themes, now))
                        : new Parsed.Invalid<>(problems);
            }
        };
    }

    /** Finds what is wrong only with publishing now. */
    private static List<Problem> problems(DraftedSession drafted, SessionDocument document, Instant now) {
        boolean isNewStart = drafted.published()
                .filter(known ->
                        known.document().when().start().equals(document.when().start()))
                .isEmpty();
        return isNewStart && document.when().hasStartedBy(now)
                ? List.of(new Problem("/start/date", "start", Reason.TOO_EARLY, Map.of("moment", "now")))
                : List.of();
    }

    private PublicationOutlook outlook(
            SessionId id,
            SessionDocument document,
            Optional<SessionSnapshot> published,
            Map<ThemeId, ThemeId> themes,
            Instant now) {
        return published
                .map(before -> PublicationOutlook.of(before, document, all(id, now), themes, now))
                .orElseGet(() -> PublicationOutlook.first(Session.published(id, document, now)));
    }

    private List<Registration> all(SessionId id, Instant now) {
        List<Registration> all = new ArrayList<>();
        registrations.all(id, now).forEach(all::add);
        return all;
    }

    /** Publishes the draft, if that still does what {@code confirmed} says. */
    public Outcome publish(SessionId id, Confirmation confirmed, Organiser by) {
        Optional<SessionSnapshot> published = sessions.find(id);
        Optional<Draft> draft = drafts.find(id);
        if (draft.isEmpty()) {
            return new Outcome.Gone();
        }
        DraftedSession drafted = new DraftedSession(id, published.map(SessionSnapshot::session), draft);
        return switch (outlook(drafted, published, confirmed.themes())) {
            case Parsed.Invalid<PublicationOutlook> invalid -> new Outcome.Invalid(invalid.problems());
            case Parsed.Valid<PublicationOutlook> valid ->
                decide(drafted, valid.value(), confirmed, by, clock.instant())
                        .orElseGet(() -> publish(drafted, valid.value(), confirmed, by));
        };
    }

    /** Returns why the draft is not published; empty if it is. */
    static Optional<Outcome> decide(
            DraftedSession drafted, PublicationOutlook outlook, Confirmation confirmed, Organiser by, Instant now) {
        boolean isSame = confirmed
                        .revision()
                        .filter(seen -> drafted.published()
                                .map(Session::revision)
                                .filter(seen::equals)
                                .isEmpty())
                        .isEmpty()
                && confirmed.draft().orElse(drafted.version()).equals(drafted.version())
                && confirmed.fingerprint().orElse(outlook.fingerprint()).equals(outlook.fingerprint());
        if (!isSame || !drafted.overtaken().isEmpty()) {
            return Optional.of(new Outcome.ChangedMeanwhile());
        }
        if (drafted.published().filter(Session::isCancelled).isPresent()) {
            return Optional.of(new Outcome.Cancelled());
        }
        return by.sees(outlook.after(), now) ? Optional.empty() : Optional.of(new Outcome.OutOfScope());
    }

    private Outcome publish(DraftedSession drafted, PublicationOutlook outlook, Confirmation confirmed, Organiser by) {
        Draft draft = drafted.draft().orElseThrow();
        // People who move to a theme that exists already do so first, so that no letter asks them to choose one.
        Map<Boolean, Map<ThemeId, ThemeId>> themes = confirmed.themes().entrySet().stream()
                .filter(move -> outlook.closedThemes().containsKey(move.getKey()))
                .collect(Collectors.partitioningBy(
                        move -> isPublished(drafted, move.getValue()),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        int unmoved = changeThemes(drafted.id(), themes.getOrDefault(true, Map.of()), by);
        PublishOutcome outcome = publish.publish(
                drafted.id(),
                outlook.after().document(),
                drafted.published().map(Session::revision),
                confirmed.announcement(),
                by.actor(),
                publications.of(draft));
        return switch (outcome) {
            case PublishOutcome.Published first -> new Outcome.Published(first.session(), outlook, 0);
            case PublishOutcome.Changed changed -> {
                // A draft that says the same as what is published writes nothing, and so does not go by itself.
                drafts.discard(draft);
                int others = changeThemes(drafted.id(), themes.getOrDefault(false, Map.of()), by);
                yield new Outcome.Published(changed.session(), outlook, unmoved + others);
            }
            case PublishOutcome.Overtaken _ -> new Outcome.ChangedMeanwhile();
            case PublishOutcome.AlreadyCancelled _ -> new Outcome.Cancelled();
            case PublishOutcome.Refused refused -> new Outcome.Invalid(refused.problems());
        };
    }

    private static boolean isPublished(DraftedSession drafted, ThemeId theme) {
        return drafted.published()
                .flatMap(session -> session.document().theme(theme))
                .isPresent();
    }

    /**
     * Moves people to the themes that were chosen for them, and returns how many could not be moved; they keep their
     * place where it is.
     */
    private int changeThemes(SessionId id, Map<ThemeId, ThemeId> themes, Organiser by) {
        int unmoved = 0;
        for (Registration one : themes.isEmpty() ? List.<Registration>of() : all(id, clock.instant())) {
            Optional<ThemeId> to = one.state()
                    .theme()
                    .filter(theme -> one.isActive())
                    .flatMap(theme -> Optional.ofNullable(themes.get(theme)));
            if (to.isPresent() && !isMoved(correct.correct(id, one.id(), movedTo(to.get(), one), by.actor()))) {
                unmoved++;
            }
        }
        return unmoved;
    }

    private static boolean isMoved(ChangeOutcome outcome) {
        return outcome instanceof ChangeOutcome.Changed;
    }

    private static SignUp movedTo(ThemeId theme, Registration one) {
        Map<String, String> answers = new LinkedHashMap<>();
        one.answers().given().forEach((question, values) -> answers.put(question.value(), String.join("\n", values)));
        return new SignUp(one.person(), Optional.of(one.language()), Optional.of(theme.value()), answers);
    }
}
