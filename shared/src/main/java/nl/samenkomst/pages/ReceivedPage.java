package nl.samenkomst.pages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.ReceivedAs;

/**
 * Model of {@code received.jte}: the page that confirms a form was received. Nothing in it depends on who sent it.
 *
 * @param wish the theme that was chosen; empty for any theme
 * @param also the outcomes for the other sessions that were ticked
 * @param others the other sessions, as far as they exist and are public
 */
public record ReceivedPage(
        SessionSnapshot sessionSnapshot,
        ReceivedAs as,
        Optional<ThemeId> wish,
        List<AlsoReceived> also,
        List<SessionSnapshot> others,
        Language language)
        implements Page {

    @Override
    public String title() {
        return switch (as) {
            case PLACE -> say("received.title.place");
            case WAITING_LIST ->
                fullTheme().isPresent() ? say("received.title.waiting-list.theme") : say("received.title.waiting-list");
            case REVIEW -> say("received.title.review");
            case LINK, RENEWAL -> say("received.link.title");
            case ERASED -> say("received.erased.title");
        };
    }

    @Override
    public String in(Language other) {
        return DeskUrls.received(session().id(), as, wish, also, other);
    }

    public Tone tone() {
        return switch (as) {
            case PLACE -> Tone.GOOD;
            case WAITING_LIST, REVIEW -> Tone.WAIT;
            case LINK, RENEWAL, ERASED -> Tone.PLAIN;
        };
    }

    public Session session() {
        return sessionSnapshot.session();
    }

    /** Returns whether somebody signed up, or tried to. */
    public boolean isSignUp() {
        return switch (as) {
            case PLACE, WAITING_LIST, REVIEW -> true;
            case LINK, RENEWAL, ERASED -> false;
        };
    }

    /** Returns whether the page announces a letter. */
    public boolean announcesLetter() {
        return as != ReceivedAs.ERASED;
    }

    /** Returns whether the reader must take the session out of their calendar themselves, since nothing is kept. */
    public boolean leavesEntry() {
        return as == ReceivedAs.ERASED;
    }

    /** Returns the outcomes for the other sessions. */
    public OtherOutcomes otherOutcomes() {
        return new OtherOutcomes(as, also, others, language);
    }

    /** Returns what the title means for whoever sent the form, registered before or not. */
    public String what() {
        return switch (as) {
            case PLACE -> say("received.place");
            case WAITING_LIST -> waitingList();
            case REVIEW -> say("received.review");
            case LINK -> say("received.link");
            case RENEWAL -> say("received.renewal");
            case ERASED -> say("received.erased");
        };
    }

    /** Returns the themes with places left, for somebody waitlisted for a full theme; otherwise an empty list. */
    public List<String> elsewhere() {
        return as == ReceivedAs.WAITING_LIST && fullTheme().isPresent()
                ? sessionSnapshot.themesWithRoom().stream().map(Theme::title).toList()
                : List.of();
    }

    private String waitingList() {
        return fullTheme()
                .map(theme -> say("received.waiting-list.theme", "theme", theme.title()))
                .orElseGet(() -> say("received.waiting-list"));
    }

    /** Returns the chosen theme if it is full while the session has room; otherwise empty. */
    private Optional<Theme> fullTheme() {
        return wish.flatMap(session().document()::theme)
                .filter(theme -> !sessionSnapshot.places().mayTake(Optional.of(theme.id())))
                .filter(theme -> sessionSnapshot.places().hasRoom(Optional.empty()));
    }
}
