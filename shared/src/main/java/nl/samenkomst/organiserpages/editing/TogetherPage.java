package nl.samenkomst.organiserpages.editing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.editing.PublicationOutlook;
import nl.samenkomst.domain.editing.PublishTogether.Obstacle;
import nl.samenkomst.domain.editing.PublishTogether.Prospect;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.organiserpages.Viewer;

/**
 * Model of {@code together.jte}: what publishing the drafts of a session and of those that follow it does.
 *
 * @param prospects those with a draft, first to start first
 * @param leftOut those that the organiser left out
 * @param act the word for what the last request did; empty if it did nothing
 */
public record TogetherPage(
        Viewer viewer,
        DraftedSession drafted,
        List<Prospect> prospects,
        Set<SessionId> leftOut,
        Announcement announcement,
        Optional<String> act)
        implements EditingPage {

    public TogetherPage {
        prospects = List.copyOf(prospects);
        leftOut = Set.copyOf(leftOut);
    }

    /** A session that is published with the others. */
    public record Ready(Session session, OutlookText text, Prospect prospect) {

        public SessionId id() {
            return session.id();
        }

        public String title() {
            return session.document().about().title();
        }

        public String version() {
            return prospect.session().drafted().version().toString();
        }

        public String fingerprint() {
            return prospect.fingerprint();
        }
    }

    /** A session with a draft that is not, and why. */
    public record Other(Session session, List<String> why) {

        public String title() {
            return session.document().about().title();
        }
    }

    @Override
    public String template() {
        return "editing/together";
    }

    @Override
    public String heading() {
        return say("together.heading");
    }

    @Override
    public Optional<String> done() {
        return act.filter("carried"::equals).map(carried -> say("done.carried"));
    }

    public List<Ready> ready() {
        return prospects.stream()
                .filter(one -> one.isReady() && !leftOut.contains(one.id()))
                .flatMap(one -> one.outlook().stream().map(outlook -> ready(one, outlook)))
                .toList();
    }

    private Ready ready(Prospect one, PublicationOutlook outlook) {
        return new Ready(one.session().session(), new OutlookText(one.session().drafted(), outlook, language()), one);
    }

    public List<Other> others() {
        return prospects.stream()
                .filter(one -> !one.isReady() || leftOut.contains(one.id()))
                .map(one -> new Other(one.session().session(), why(one)))
                .toList();
    }

    private List<String> why(Prospect one) {
        return one.isReady()
                ? List.of(say("together.left-out"))
                : one.obstacles().stream().sorted().map(this::sentence).toList();
    }

    private String sentence(Obstacle obstacle) {
        return say("together." + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private List<PublicationOutlook> outlooks() {
        return ready().stream().map(one -> one.text().outlook()).toList();
    }

    public boolean hasPeople() {
        return OutlookText.hasPeople(outlooks());
    }

    public List<OutlookText.Telling> tellings() {
        return OutlookText.tellings(outlooks(), announcement, language());
    }

    /** Returns the letters about one of them, for each choice of whom to tell. */
    public List<OutlookText.Telling> tellings(Ready one) {
        return OutlookText.tellings(List.of(one.text().outlook()), announcement, language());
    }

    public boolean hasPeople(Ready one) {
        return OutlookText.hasPeople(List.of(one.text().outlook()));
    }

    /** Returns the words on the button, with the number of sessions. */
    public String button() {
        return count("together.button", ready().size());
    }

    /** Returns the address at which one of them is published by itself. */
    public String ownPage(Session session) {
        return links().session(session.id(), "publication");
    }
}
