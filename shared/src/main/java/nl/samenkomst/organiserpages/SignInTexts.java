package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.pages.FormFields.SummaryLine;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;
import org.jspecify.annotations.Nullable;

/** What the pages to sign in with and those of the own account share. */
public interface SignInTexts extends OrganiserPage {

    Texts TEXTS = new Texts("signin");

    /** The clock of moments that belong to no session. */
    ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    default String say(String key, Object... namesAndValues) {
        return TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns what is wrong, as a sentence by the name of its field; in the order of the fields. */
    default Map<String, String> mistakes() {
        return Map.of();
    }

    @Override
    default boolean hasProblems() {
        return !mistakes().isEmpty();
    }

    /** Returns what is wrong, each with a link to its field. */
    default List<SummaryLine> summary() {
        return mistakes().entrySet().stream()
                .map(mistake -> new SummaryLine("#" + mistake.getKey(), mistake.getValue()))
                .toList();
    }

    /** Returns what is wrong with a field; null if nothing is. */
    default @Nullable String mistake(String field) {
        return mistakes().get(field);
    }

    /** Returns a moment in words. */
    default String moment(Instant moment) {
        return Dates.moment(moment.atZone(ZONE), language());
    }

    /** Returns what a role may do, in words. */
    default String role(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> say("role.administrator");
            case ORGANISER -> say("role.organiser");
            case HOST -> say("role.host");
        };
    }
}
