package nl.samenkomst.domain.capacity;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class RegistrationChangeTest {

    private static final Session SESSION = session();
    private static final Registration NOOR = noor(SESSION, place());

    @Test
    void storesWhenTheNextLetterIsDue() {
        assertThat(stored(SESSION, NOOR).dueAt()).contains(SIGNED_UP);
        Instant eightDaysBefore = Instant.parse("2026-11-25T14:00:00Z");
        assertThat(stored(SESSION, told(NOOR, LetterKind.CONFIRMED, 1, NOW)).dueAt())
                .contains(eightDaysBefore);
    }

    @Test
    void storesNoMomentWhenNothingIsOwed() {
        Session silent = session("reminders", List.of());
        assertThat(stored(silent, told(NOOR, LetterKind.CONFIRMED, 1, NOW)).dueAt())
                .isEmpty();
    }

    @Test
    void storesTheSessionsRevision() {
        Session second = SESSION.changed(SampleDocuments.document("title", "Anders"), NOW);
        assertThat(stored(second, NOOR).sessionRevision()).isEqualTo(new Revision(2));
    }

    @Test
    void storesTheNextVersionAndNothingElse() {
        Registration stored = stored(SESSION, NOOR);
        assertThat(stored.version()).isEqualTo(NOOR.version().next());
        assertThat(stored)
                .usingRecursiveComparison()
                .ignoringFields("version", "dueAt")
                .isEqualTo(NOOR);
    }

    @Test
    void updatesOnlyTheVersionThatWasRead() {
        RegistrationChange asking = RegistrationChange.update(SESSION, NOOR.linkRequested(NOW), NOW);
        assertThat(asking.before().orElseThrow().version()).isEqualTo(NOOR.version());
        assertThat(asking.after().orElseThrow().version())
                .isEqualTo(NOOR.version().next());
    }

    @Test
    void storesNothingAfterAnErasure() {
        assertThat(RegistrationChange.erasure(NOOR))
                .isEqualTo(new RegistrationChange(Optional.of(NOOR), Optional.empty()));
    }

    @Test
    void isAboutSomebody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrationChange(Optional.empty(), Optional.empty()));
    }

    @Test
    void knowsTheNumbersInTheQueueBeforeAndAfter() {
        RegistrationChange moved = change(waiting(2), waiting(0));
        assertThat(moved.queueNumberBefore()).hasValue(number(2));
        assertThat(moved.queueNumberAfter()).hasValue(number(0));
        assertThat(change(waiting(2), place()).queueNumberAfter()).isEmpty();
    }

    @Test
    void beginsReviewOnlyOnce() {
        assertThat(RegistrationChange.of(SESSION, Optional.empty(), noor(SESSION, underReview()), NOW)
                        .beginsReview())
                .isTrue();
        assertThat(change(underReview(), underReview()).beginsReview()).isFalse();
        assertThat(change(underReview(), place()).beginsReview()).isFalse();
    }

    private static RegistrationChange change(RegistrationState before, RegistrationState after) {
        return RegistrationChange.of(SESSION, Optional.of(noor(SESSION, before)), noor(SESSION, after), NOW);
    }

    private static Registration stored(Session session, Registration next) {
        return RegistrationChange.of(session, Optional.of(next), next, NOW)
                .after()
                .orElseThrow();
    }
}
