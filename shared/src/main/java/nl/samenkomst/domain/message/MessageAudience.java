package nl.samenkomst.domain.message;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.ThemeId;

/**
 * The people to whom a message is sent.
 *
 * @param groups empty for all of them
 * @param themes which they have or wait for; empty for any, or none
 * @param present whether they were marked as present, or as absent; a mark counts whenever it is made. Empty if it does
 *     not matter
 */
public record MessageAudience(List<MessageGroup> groups, List<ThemeId> themes, Optional<Boolean> present) {

    /** Everybody who has a place, waits for one or is under review. */
    public static final MessageAudience EVERYBODY = new MessageAudience(List.of(), List.of(), Optional.empty());

    public MessageAudience {
        groups = List.copyOf(groups);
        themes = List.copyOf(themes);
    }

    /** Returns whether a registration in this state, at this theme and with this mark is one of them. */
    public boolean includes(String state, Optional<ThemeId> theme, Optional<Boolean> mark) {
        return MessageGroup.of(state)
                        .filter(group -> groups.isEmpty() || groups.contains(group))
                        .isPresent()
                && (themes.isEmpty() || theme.filter(themes::contains).isPresent())
                && (present.isEmpty() || present.equals(mark));
    }
}
