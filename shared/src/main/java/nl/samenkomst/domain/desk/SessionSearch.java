package nl.samenkomst.domain.desk;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.StartQuery;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Session;

/**
 * A search among the sessions to come or those that have been, by words in the title, the id, the series or the venue.
 *
 * @param words empty for all sessions
 * @param after the session after which the search continues; empty to begin at now
 */
public record SessionSearch(AgendaDirection direction, String words, Optional<AgendaCursor> after) {

    /** Sessions read for a page of all sessions: as many as one read finds. */
    public static final int PAGE_SIZE = 50;

    /** Sessions read for one search; the page says so, and leads on. */
    public static final int MAX_SCANNED = 200;

    /** The maximum length of the words, in code points; the rest is ignored. */
    public static final int MAX_LENGTH = 200;

    /** The index knows when sessions start; one that started longer ago than this counts as past. */
    static final Duration MAX_UNDER_WAY = Duration.ofDays(8);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public SessionSearch {
        words = words.strip();
        words = words.substring(
                0, words.offsetByCodePoints(0, Math.min(MAX_LENGTH, words.codePointCount(0, words.length()))));
    }

    public StartQuery query(Instant now) {
        Instant start = direction == AgendaDirection.UPCOMING ? now.minus(MAX_UNDER_WAY) : now;
        return new StartQuery(
                direction, after.orElseGet(() -> AgendaCursor.from(start)), words.isEmpty() ? PAGE_SIZE : MAX_SCANNED);
    }

    /** Returns the sessions that match, in the same order. */
    public List<SessionSnapshot> matching(List<SessionSnapshot> scanned, Instant now) {
        List<String> wanted = SPACE.splitAsStream(folded(words))
                .filter(word -> !word.isEmpty())
                .toList();
        return scanned.stream()
                .filter(one -> isPast(one.session(), now) == (direction == AgendaDirection.PAST))
                .filter(one -> matches(one.session(), wanted))
                .toList();
    }

    private static boolean isPast(Session session, Instant now) {
        return session.document().when().hasEndedBy(now)
                || session.document().when().start().toInstant().isBefore(now.minus(MAX_UNDER_WAY));
    }

    private static boolean matches(Session session, List<String> wanted) {
        SessionDocument document = session.document();
        String text = folded(String.join(
                "\n",
                List.of(
                        document.about().title(),
                        session.id().value(),
                        document.about().series().orElse(""),
                        document.where().place())));
        return wanted.stream().allMatch(text::contains);
    }

    /** Returns the text without case and accents. */
    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
