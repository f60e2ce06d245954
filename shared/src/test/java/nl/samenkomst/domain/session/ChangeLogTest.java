package nl.samenkomst.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangeLogTest {

    private static final Revision SECOND = Revision.FIRST.next();

    @Test
    void keepsTheLatestOfLongDifferencesThatFit() {
        SessionDifference third = title("3".repeat(ChangeLog.MAX_LENGTH / 3));
        SessionDifference half = title("2".repeat(ChangeLog.MAX_LENGTH / 2));
        SessionDifference rest = title("1".repeat(ChangeLog.MAX_LENGTH / 2));

        ChangeLog log = ChangeLog.EMPTY.with(SECOND, List.of(third, half)).with(SECOND.next(), List.of(rest));

        assertThat(log.since(Revision.FIRST)).containsExactly(half, rest);
        assertThat(log.with(SECOND.next(), List.of(title("!"))).since(Revision.FIRST))
                .containsExactly(rest, title("!"));
    }

    private static SessionDifference title(String after) {
        return new SessionDifference(SessionDifference.Kind.TITLE, "", "", after);
    }
}
