package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.session.Revision;
import org.junit.jupiter.api.Test;

/** A registration keeps the letters that decide the next one, and no more than fit in its item. */
class LetterLogLimitTest {

    private static final Instant SIGNED_UP = Instant.parse("2026-11-03T09:00:00Z");
    private static final List<LetterKind> KINDS = List.of(LetterKind.values());

    @Test
    void hourlyOwnLinksDoNotFillTheItem() {
        Registration registration = SampleRegistrations.confirmed(EENZAAMHEID_ONDER_JONGEREN, SIGNED_UP);
        registration = SampleRegistrations.told(registration, LetterKind.CONFIRMED, 1, SIGNED_UP);
        for (int hour = 1; hour <= 2_000; hour++) {
            registration = SampleRegistrations.told(
                    registration, LetterKind.OWN_LINK, 1, SIGNED_UP.plus(Duration.ofHours(hour)));
        }

        assertThat(registration.letters().sent()).hasSize(51);
        assertThat(registration.letters().sent().getFirst().kind()).contains(LetterKind.CONFIRMED);
        assertThat(registration.letters().last().orElseThrow().at()).isEqualTo(SIGNED_UP.plus(Duration.ofHours(2_000)));
    }

    @Test
    void droppedLettersNeverChangeTheNextOne() {
        Random random = new Random(14);
        for (int run = 0; run < 200; run++) {
            Registration registration = SampleRegistrations.confirmed(EENZAAMHEID_ONDER_JONGEREN, SIGNED_UP);
            LetterLog bounded = registration.letters();
            List<SentLetter> all = new ArrayList<>();
            Instant at = SIGNED_UP;
            for (int i = 0; i < 120; i++) {
                at = at.plus(Duration.ofMinutes(random.nextInt(600)));
                LetterKind kind = KINDS.get(random.nextInt(KINDS.size()));
                SentLetter letter =
                        new SentLetter(kind, new Revision(random.nextInt(3) / 2 + 1), at, Optional.of("message"));
                all.add(letter);
                bounded = bounded.with(letter, Map.of());
                LetterLog whole = new LetterLog(all, SIGNED_UP, Optional.empty(), 0);
                Instant now = at.plus(Duration.ofMinutes(random.nextInt(20_000)));
                assertThat(Owed.next(EENZAAMHEID_ONDER_JONGEREN, registration.with(bounded), now))
                        .isEqualTo(Owed.next(EENZAAMHEID_ONDER_JONGEREN, registration.with(whole), now));
            }
            assertThat(bounded.sent()).hasSizeLessThanOrEqualTo(50 + KINDS.size());
        }
    }
}
