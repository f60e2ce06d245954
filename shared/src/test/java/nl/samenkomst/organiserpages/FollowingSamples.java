package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.PartChange;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.draft.SectionInput;
import nl.samenkomst.domain.editing.CarryChanges;
import nl.samenkomst.domain.editing.PublicationOutlook;
import nl.samenkomst.domain.editing.PublishDraft;
import nl.samenkomst.domain.editing.PublishTogether.Obstacle;
import nl.samenkomst.domain.editing.PublishTogether.Prospect;
import nl.samenkomst.domain.editing.PublishTogether.Result;
import nl.samenkomst.domain.editing.SampleOutlooks;
import nl.samenkomst.domain.editing.SeriesSession;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.organiserpages.editing.FollowingPage;
import nl.samenkomst.organiserpages.editing.TogetherPage;
import nl.samenkomst.organiserpages.editing.TogetherResultsPage;

/** The pages that change the sessions of a series that follow one, in every state. */
final class FollowingSamples {

    private static final SessionId SECOND = new SessionId("wijkgesprek-2027-01-07");
    private static final SessionId THIRD = new SessionId("wijkgesprek-2027-02-04");
    private static final SessionId FOURTH = new SessionId("wijkgesprek-2027-03-04");

    private FollowingSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Viewer noor) {
        List<SeriesSession> following =
                List.of(plain(published(SECOND, 12, "Stadhuis")), plain(published(THIRD, 40, "Wijkcentrum De Brug")));
        for (FollowingPage.State state : FollowingPage.State.values()) {
            pages.put(
                    "following-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    following(noor, following, state));
        }
        pages.put("following-done", following(noor, List.of(drafted(SECOND, NOOR)), FollowingPage.State.ASKED));
        pages.put("following-none", following(noor, List.of(), FollowingPage.State.ASKED));
        together(pages, noor);
    }

    private static FollowingPage following(Viewer noor, List<SeriesSession> following, FollowingPage.State state) {
        DraftedSession changed = changed(published(new SessionId("wijkgesprek"), 12, "Stadhuis"));
        boolean isSent = state == FollowingPage.State.NOTHING_TICKED || state == FollowingPage.State.SOME_FAILED;
        return new FollowingPage(
                noor,
                changed,
                PartChange.of(changed),
                PartChange.staying(changed),
                following.stream()
                        .map(one -> FollowingPage.Follower.of(one, PartChange.of(changed)))
                        .toList(),
                isSent ? Optional.of(Map.of(THIRD, Set.of("/places"))) : Optional.empty(),
                state == FollowingPage.State.SOME_FAILED
                        ? Map.of(SECOND, CarryChanges.Result.TOO_LARGE, THIRD, CarryChanges.Result.CHANGED_MEANWHILE)
                        : Map.of(),
                state == FollowingPage.State.SOME_FAILED,
                state);
    }

    private static void together(Map<String, OrganiserPage> pages, Viewer noor) {
        SeriesSession themed = new SeriesSession(
                SampleSessions.withTaken(VERSNELLINGSKAMER, 14, 2),
                EditingSamples.changed().draft());
        PublicationOutlook many = SampleOutlooks.ofChange(EditingSamples.document(EditingSamples.changed()));
        SeriesSession second = drafted(SECOND, NOOR);
        Prospect ready = ready(second, outlook(second));
        Prospect people = ready(themed, many);
        Prospect held = new Prospect(drafted(THIRD, KARIM), Optional.empty(), "", EnumSet.allOf(Obstacle.class));
        SeriesSession fourth = drafted(FOURTH, NOOR);
        Prospect leftOut = ready(fourth, outlook(fourth));
        pages.put("together", together(noor, second, List.of(ready, people, held, leftOut), Set.of(FOURTH)));
        pages.put("together-one", together(noor, second, List.of(ready), Set.of()));
        pages.put("together-none", together(noor, second, List.of(held), Set.of()));
        Map<SessionId, Result> results = new LinkedHashMap<>();
        results.put(SECOND, new Result.Tried(new PublishDraft.Outcome.Published(second.session(), outlook(second), 0)));
        pages.put(
                "together-published",
                new TogetherResultsPage(noor, second.drafted(), List.of(second.session()), results));
        results.put(THIRD, new Result.Tried(new PublishDraft.Outcome.ChangedMeanwhile()));
        results.put(FOURTH, new Result.Tried(new PublishDraft.Outcome.Gone()));
        results.put(VERSNELLINGSKAMER.id(), new Result.NotTried());
        pages.put(
                "together-not-all",
                new TogetherResultsPage(
                        noor,
                        second.drafted(),
                        List.of(
                                second.session(),
                                published(THIRD, 12, "Stadhuis"),
                                fourth.session(),
                                VERSNELLINGSKAMER),
                        results));
    }

    private static TogetherPage together(
            Viewer noor, SeriesSession session, List<Prospect> prospects, Set<SessionId> leftOut) {
        return new TogetherPage(
                noor, session.drafted(), prospects, leftOut, Announcement.IF_MOVED, Optional.of("carried"));
    }

    private static Prospect ready(SeriesSession session, PublicationOutlook outlook) {
        return new Prospect(session, Optional.of(outlook), outlook.fingerprint(), Set.of());
    }

    private static PublicationOutlook outlook(SeriesSession session) {
        return SampleOutlooks.of(session.snapshot(), EditingSamples.document(session.drafted()));
    }

    private static Session published(SessionId id, int places, String venue) {
        return Session.published(
                id,
                SampleDocuments.document("title", "Wijkgesprek", "series", "Wijk", "places", places, "place", venue),
                NOW);
    }

    private static SeriesSession plain(Session session) {
        return new SeriesSession(SampleSessions.withTaken(session, 3, 0), Optional.empty());
    }

    private static SeriesSession drafted(SessionId id, Organiser by) {
        Session session = published(id, 12, "Stadhuis");
        return new SeriesSession(
                SampleSessions.withTaken(session, 3, 0), changed(session, by).draft());
    }

    private static DraftedSession changed(Session session) {
        return changed(session, NOOR);
    }

    /** Another number of places, other times, reminders of its own, a programme, and materials. */
    private static DraftedSession changed(Session session, Organiser by) {
        DraftedSession before = new DraftedSession(session.id(), Optional.of(session), Optional.empty());
        return before.with(Draft.first(
                session.id(),
                by.id(),
                Map.of(
                        Section.SIGN_UP,
                        saved(before, Section.SIGN_UP, by, "/places", "20", "/lateCancellation", "yes"),
                        Section.WHEN,
                        saved(
                                before,
                                Section.WHEN,
                                by,
                                "/start/time",
                                "19:30",
                                "/end/time",
                                "21:00",
                                "/place",
                                "Buurthuis"),
                        Section.PROGRAMME,
                        saved(
                                before,
                                Section.PROGRAMME,
                                by,
                                "/programme/0/from/time",
                                "19:30",
                                "/programme/0/title",
                                "Inloop"),
                        Section.MAILS,
                        saved(
                                before,
                                Section.MAILS,
                                by,
                                "/reminders/choice",
                                "own",
                                "/reminders",
                                "P8D\nPT1H",
                                "/materials/0/title",
                                "Lezen",
                                "/materials/0/url",
                                "https://example.org/lezen"))));
    }

    private static SectionDraft saved(DraftedSession before, Section section, Organiser by, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>(before.fieldsOf(section));
        String basis = SectionInput.fingerprint(fields);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SectionDraft(SectionInput.of(section, fields), basis, by.id(), NOW);
    }
}
