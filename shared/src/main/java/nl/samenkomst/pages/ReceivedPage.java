package nl.samenkomst.pages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.Theme;
import nl.samenkomst.domain.session.ThemeId;

/**
 * What {@code received.jte} shows; nothing in it depends on who signed up.
 *
 * @param wish the theme that was wanted, where it was said
 */
public record ReceivedPage(Listing listing, ReceivedAs as, Optional<ThemeId> wish, Language language) implements Page {

    @Override
    public String title() {
        return switch (as) {
            case PLACE, WAITING_LIST, REVIEW -> say("received.title");
            case LINK -> say("received.link.title");
            case ERASED -> say("received.erased.title");
        };
    }

    @Override
    public String in(Language other) {
        return Addresses.received(session().id(), as, wish, other);
    }

    public Session session() {
        return listing.session();
    }

    /** Whether a letter may follow. */
    public boolean tellsOfLetter() {
        return as != ReceivedAs.ERASED;
    }

    public String what() {
        return switch (as) {
            case PLACE -> say("received.place");
            case WAITING_LIST -> waitingList();
            case REVIEW -> say("received.review");
            case LINK -> say("received.link");
            case ERASED -> say("received.erased");
        };
    }

    /** The themes that have places all the same, for who wanted one that has none. */
    public List<String> elsewhere() {
        return as == ReceivedAs.WAITING_LIST && fullTheme().isPresent()
                ? listing.themesWithRoom().stream().map(Theme::title).toList()
                : List.of();
    }

    private String waitingList() {
        return fullTheme()
                .map(theme -> say("received.waiting-list.theme", "theme", theme.title()))
                .orElseGet(() -> say("received.waiting-list"));
    }

    /** The theme wanted, where it is full and the session is not. */
    private Optional<Theme> fullTheme() {
        return wish.flatMap(session().document()::theme)
                .filter(theme -> !listing.places().mayTake(Optional.of(theme.id())))
                .filter(theme -> listing.places().hasRoom(Optional.empty()));
    }
}
