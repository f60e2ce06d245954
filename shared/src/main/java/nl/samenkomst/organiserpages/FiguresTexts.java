package nl.samenkomst.organiserpages;

import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.texts.Texts;

/** What the pages with figures share. */
public interface FiguresTexts extends OrganiserPage {

    /** The texts of these pages. */
    Texts FIGURES = new Texts("figures");

    default String say(String key, Object... namesAndValues) {
        return FIGURES.text(language(), key, namesAndValues);
    }

    /** Returns how many came, or were absent; a dash if nobody was marked. */
    default String marked(Tally tally, int number) {
        return tally.hasPresence() ? String.valueOf(number) : say("unknown");
    }

    /** Returns how many are known to have cancelled late. */
    default int late(Tally tally) {
        return tally.cancelledLate().orElse(0);
    }

    /** Returns how many cancelled, and how many of them late if that was counted. */
    default String cancelled(Tally tally) {
        return late(tally) > 0
                ? say("cancelled.late", "number", tally.cancelled(), "late", late(tally))
                : String.valueOf(tally.cancelled());
    }
}
