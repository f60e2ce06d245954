package nl.samenkomst.organiserpages.editing;

import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.organiserpages.OrganiserPage;
import nl.samenkomst.texts.Texts;
import org.jspecify.annotations.Nullable;

/** What the pages about a session and its draft share. */
public interface EditingPage extends OrganiserPage {

    /** The texts of these pages. */
    Texts TEXTS = new Texts("editing");

    DraftedSession drafted();

    default String say(String key, Object... namesAndValues) {
        return TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns a text with a number, in the singular for one. */
    default String count(String key, int number) {
        return number == 1 ? say(key + ".one") : say(key, "number", number);
    }

    /** Returns the title as typed, or words for one that is missing. */
    default String sessionTitle() {
        return drafted().title().isEmpty() ? say("untitled") : drafted().title();
    }

    /** Returns the {@code lang} attribute for the session's own words; null, which omits it, if it is the page's. */
    default @Nullable String lang() {
        return Language.of(drafted().fieldsOf(Section.ABOUT).getOrDefault("/language", ""))
                .filter(words -> words != language() && !drafted().title().isEmpty())
                .map(Language::tag)
                .orElse(null);
    }

    /** Returns the title for the browser's tab: {@code {page} – {session}}, without the site's name. */
    @Override
    default String title() {
        String title = heading() + " – " + sessionTitle();
        return hasProblems() ? shared("title.problem", "title", title) : title;
    }

    /** Returns what this is: a draft, or a session with or without changes that wait. */
    default String standing() {
        if (drafted().published().isEmpty()) {
            return say("standing.draft");
        }
        return drafted().draft().isPresent() ? say("standing.changed") : say("standing.published");
    }

    /** Returns the tone of {@link #standing()}. */
    default String standingTone() {
        return drafted().draft().isPresent() ? "wait" : "good";
    }

    default boolean isPublished() {
        return drafted().published().isPresent();
    }

    default boolean hasDraft() {
        return drafted().draft().isPresent();
    }

    default String sectionName(Section section) {
        return say("section." + section.word());
    }

    /** Returns the address of a page of this session, such as {@code edit}. */
    default String to(String part) {
        return links().session(drafted().id(), part);
    }

    /** Returns the address of the form of a section. */
    default String to(Section section) {
        return to("edit/" + section.word());
    }
}
