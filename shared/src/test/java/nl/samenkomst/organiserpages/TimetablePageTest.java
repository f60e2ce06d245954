package nl.samenkomst.organiserpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.desk.RemindersForm.Unit;
import nl.samenkomst.domain.desk.WhyNot;
import nl.samenkomst.organiserpages.TimetablePage.Act;
import nl.samenkomst.organiserpages.TimetablePage.State;
import nl.samenkomst.texts.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the timetable of letters. */
class TimetablePageTest {

    private final Texts texts = new Texts("timetable");

    @ParameterizedTest
    @EnumSource
    void everyWordOfTheDomainHasAText(Language language) {
        for (WhyNot why : WhyNot.values()) {
            assertThat(texts.has(language, "not." + why.word())).as(why.word()).isTrue();
            assertThat(texts.has(language, "not." + why.word() + ".one"))
                    .as(why.word())
                    .isTrue();
        }
        for (Unit unit : Unit.values()) {
            assertThat(texts.has(language, "unit." + unit.word()))
                    .as(unit.word())
                    .isTrue();
        }
        for (Act act : Act.values()) {
            assertThat(texts.has(language, "done." + act.word())).as(act.word()).isTrue();
        }
        for (State state : State.values()) {
            String key = "refused." + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(texts.has(language, key)).as(key).isEqualTo(state.status() >= 400 && state != State.WRONG);
        }
    }
}
