package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.document.SampleDocuments.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class PublishWarningTest {

    private static final Instant FIVE_DAYS_BEFORE = START.minus(Duration.ofDays(5));
    private static final Instant NINE_DAYS_BEFORE = START.minus(Duration.ofDays(9));
    private static final Session WEEKS_NOTICE = session("noticePeriod", "P7D");

    @Test
    void warnsOfASessionThatBeginsWithinItsNoticePeriod() {
        assertThat(ofNew(WEEKS_NOTICE, FIVE_DAYS_BEFORE)).containsExactly(PublishWarning.NOTICE_PERIOD_SHORT);
        assertThat(ofNew(WEEKS_NOTICE, NINE_DAYS_BEFORE)).isEmpty();
        assertThat(ofNew(session(), START.minusSeconds(60)))
                .as("no notice period")
                .isEmpty();
    }

    @Test
    void warnsOfAMoveOrALongerNoticePeriodThatLeavesTooLittleTime() {
        Session far = session(
                "noticePeriod", "P7D", "start", "2027-01-14T15:00:00+01:00", "end", "2027-01-14T17:00:00+01:00");
        assertThat(PublishWarning.about(Optional.of(far), WEEKS_NOTICE, FIVE_DAYS_BEFORE))
                .containsExactly(PublishWarning.NOTICE_PERIOD_SHORT);
        assertThat(PublishWarning.about(Optional.of(session()), WEEKS_NOTICE, FIVE_DAYS_BEFORE))
                .containsExactly(PublishWarning.NOTICE_PERIOD_SHORT);
        assertThat(PublishWarning.about(Optional.of(WEEKS_NOTICE), far, FIVE_DAYS_BEFORE))
                .isEmpty();
    }

    @Test
    void doesNotWarnAgainOfWhatStays() {
        Session renamed = WEEKS_NOTICE.changed(document("noticePeriod", "P7D", "title", "Beter"), FIVE_DAYS_BEFORE);
        assertThat(PublishWarning.about(Optional.of(WEEKS_NOTICE), renamed, FIVE_DAYS_BEFORE))
                .isEmpty();
    }

    private static List<PublishWarning> ofNew(Session session, Instant now) {
        return PublishWarning.about(Optional.empty(), session, now);
    }
}
