package nl.samenkomst.pages;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Where;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Model of a template: domain objects, and the words for them in the reader's language. Public, like the records that
 * implement it, because jte compiles templates into a package of its own.
 */
public sealed interface Page
        permits AgendaPage,
                SessionPage,
                ReceivedPage,
                LinkAskedPage,
                ErasedPage,
                MailRefusedPage,
                EntryPage,
                AfterwardsTexts,
                LinkRefusedPage,
                ProblemPage,
                PrivacyPage,
                AccessibilityPage,
                ParticipantsPage {

    Language language();

    /** Returns the title for the browser's tab. */
    String title();

    /** Returns what the page is, in a sentence or two for search engines; empty for a page that none may index. */
    default Optional<String> description() {
        return Optional.empty();
    }

    /** Returns the address of this page in another language. */
    String in(Language other);

    default String say(String key, Object... namesAndValues) {
        return Pages.TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns every language but the page's own. */
    default List<Language> otherLanguages() {
        return Arrays.stream(Language.values())
                .filter(language -> language != language())
                .toList();
    }

    /** Returns the name of a language in that language. */
    default String nameOf(Language named) {
        return Pages.TEXTS.text(named, "language.name");
    }

    /** Returns the {@code lang} attribute for the organiser's words; null, which omits it, if it is the page's. */
    default @Nullable String langOf(Session session) {
        Language words = session.document().about().language();
        return words == language() ? null : words.tag();
    }

    /** Returns the date and hours, with the time zone if it is not Europe/Amsterdam. */
    default String when(Session session) {
        return inZone(Dates.when(session.document().when(), language()), session);
    }

    /** Returns the duration in words; empty if it is a day or more. */
    default Optional<String> duration(Session session) {
        return Dates.duration(session.document().when(), language());
    }

    /** Returns {@code when} with the session's time zone added, unless that is Europe/Amsterdam. */
    default String inZone(String when, Session session) {
        String zone = session.document().when().zone().getId();
        return zone.equals("Europe/Amsterdam") ? when : say("when.zone", "when", when, "zone", zone);
    }

    /** Returns the form whose contents survive a change of language; empty if the page has no such form. */
    default Optional<MainForm> mainForm() {
        return Optional.empty();
    }

    /** Returns the organiser and co-organisers, separated by commas. */
    default String organisers(Session session) {
        List<String> others = session.document().about().coOrganisers();
        String first = session.document().about().organiser();
        return others.isEmpty() ? first : first + ", " + String.join(", ", others);
    }

    /** Returns the day until which the session's registrations are kept. */
    default String keptUntil(Session session) {
        SessionDocument document = session.document();
        return Dates.day(document.forgetAt().atZone(document.when().zone()), language());
    }

    /** Returns whether the session is online or has a venue. */
    default boolean hasWhere(Session session) {
        Where where = session.document().where();
        return where.online() || !where.place().isEmpty();
    }

    /** Returns a date and time with its offset, for {@code <time datetime>}. */
    static String machine(ZonedDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
