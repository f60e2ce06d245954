package nl.samenkomst.domain.editing;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.QUESTIONS_AFTERWARDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class SampleLetterTest {

    private static final Session SESSION = SampleSessions.eenzaamheidWith(Map.of("questions", QUESTIONS_AFTERWARDS));

    /** Otherwise the preview would have neither the materials for afterwards nor the questions. */
    @Test
    void isWrittenNowButAReminderOrAFollowUpAtItsMoment() {
        LetterRequest followUp = letter(LetterKind.FOLLOW_UP);

        assertThat(followUp.now()).isEqualTo(SESSION.document().when().end().toInstant());
        assertThat(followUp.registration().questionsToAnswer(SESSION, followUp.now()))
                .hasSize(4);
        assertThat(letter(LetterKind.REMINDER).now())
                .isEqualTo(SESSION.document().when().start().minusDays(8).toInstant());
        assertThat(List.of(letter(LetterKind.CONFIRMED), letter(LetterKind.MATERIALS)))
                .extracting(LetterRequest::now)
                .containsOnly(NOW);
    }

    private static LetterRequest letter(LetterKind kind) {
        return SampleLetter.of(kind, SampleSessions.withTaken(SESSION, 1, 0), Language.NL, NOW);
    }
}
