package nl.samenkomst.local.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The letters that match a filter, newest first.
 *
 * @param session session id to filter by; empty for all sessions
 * @param kind letter kind to filter by; empty for all kinds
 * @param sessions session ids to choose from
 * @param kinds letter kinds to choose from
 */
public record MailboxFilter(
        List<Letter> letters, String session, String kind, Set<String> sessions, Set<String> kinds) {

    public static MailboxFilter of(List<Letter> all, Map<String, String> query) {
        String session = query.getOrDefault("session", "");
        String kind = query.getOrDefault("kind", "");
        return new MailboxFilter(
                all.stream()
                        .filter(letter -> session.isEmpty() || letter.session().equals(session))
                        .filter(letter -> kind.isEmpty() || letter.kind().equals(kind))
                        .toList(),
                session,
                kind,
                choices(all, Letter::session),
                choices(all, Letter::kind));
    }

    private static Set<String> choices(List<Letter> all, Function<Letter, String> of) {
        return all.stream().map(of).filter(tag -> !tag.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isFiltered() {
        return !session.isEmpty() || !kind.isEmpty();
    }
}
