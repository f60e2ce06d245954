package nl.samenkomst.domain.draft;

import static nl.samenkomst.domain.draft.InputField.choice;
import static nl.samenkomst.domain.draft.InputField.flag;
import static nl.samenkomst.domain.draft.InputField.lines;
import static nl.samenkomst.domain.draft.InputField.moment;
import static nl.samenkomst.domain.draft.InputField.number;
import static nl.samenkomst.domain.draft.InputField.period;
import static nl.samenkomst.domain.draft.InputField.text;

import java.util.List;
import java.util.Optional;

/** The fields of each section, in the order of the form. */
final class SectionFields {

    private static final List<InputField> ABOUT = List.of(
            text("/title"),
            text("/summary"),
            choice("/language"),
            text("/organiser"),
            lines("/coOrganisers"),
            text("/contact"),
            lines("/audience"),
            lines("/topics"),
            text("/region"),
            text("/series"),
            text("/image"));

    private static final List<InputField> WHEN = List.of(
            moment("/start"),
            moment("/end"),
            text("/timeZone"),
            text("/place"),
            flag("/online"),
            text("/platform"),
            text("/meetingLink/url"),
            period("/meetingLink/visibleFrom"));

    private static final List<InputField> SIGN_UP = List.of(
            number("/places"),
            flag("/waitingList"),
            choice("/admission"),
            lines("/admitDomains"),
            flag("/reviewHoldsPlace"),
            moment("/opens"),
            moment("/closes"),
            period("/noticePeriod"),
            flag("/lateCancellation"),
            period("/confirmAddress"));

    private static final List<InputField> MAILS = List.of(
            new InputField(SessionForm.REMINDERS_CHOICE, InputField.Kind.SWITCH),
            new InputField("/reminders", InputField.Kind.PERIODS),
            choice("/notify"),
            period("/retention"));

    private static final Rows PROGRAMME =
            new Rows("/programme", List.of(moment("/from"), moment("/to"), text("/title"), text("/speaker")));

    private static final Rows THEMES = new Rows(
            "/themes",
            List.of(
                    choice("/id"),
                    text("/title"),
                    text("/summary"),
                    new InputField("/facilitators", InputField.Kind.FACILITATORS),
                    number("/places")));

    private static final Rows QUESTIONS = new Rows(
            "/questions",
            List.of(
                    choice("/id"),
                    text("/label"),
                    choice("/kind"),
                    lines("/options"),
                    flag("/required"),
                    choice("/theme"),
                    choice("/when")));

    private static final Rows MATERIALS = new Rows(
            "/materials",
            List.of(text("/title"), text("/url"), choice("/theme"), choice("/when"), text("/version"), flag("/tell")));

    private SectionFields() {}

    static List<InputField> of(Section section) {
        return switch (section) {
            case ABOUT -> ABOUT;
            case WHEN -> WHEN;
            case SIGN_UP -> SIGN_UP;
            case PROGRAMME, THEMES, QUESTIONS -> List.of();
            case MAILS -> MAILS;
        };
    }

    static Optional<Rows> rowsOf(Section section) {
        return switch (section) {
            case ABOUT, WHEN, SIGN_UP -> Optional.empty();
            case PROGRAMME -> Optional.of(PROGRAMME);
            case THEMES -> Optional.of(THEMES);
            case QUESTIONS -> Optional.of(QUESTIONS);
            case MAILS -> Optional.of(MATERIALS);
        };
    }
}
