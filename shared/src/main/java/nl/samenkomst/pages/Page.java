package nl.samenkomst.pages;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.domain.session.Where;
import nl.samenkomst.texts.Dates;
import org.jspecify.annotations.Nullable;

/**
 * What a template shows: things of the domain, and the words for them in the reader's language. Public, like the records
 * that are pages, since jte compiles templates into a package of its own.
 */
public sealed interface Page
        permits AgendaPage,
                SessionPage,
                ReceivedPage,
                OwnPage,
                ProblemPage,
                PrivacyPage,
                AccessibilityPage,
                ParticipantsPage {

    Language language();

    /** What the browser calls the page. */
    String title();

    /** The same page in another language. */
    String in(Language other);

    default String say(String key, Object... namesAndValues) {
        return Pages.TEXTS.text(language(), key, namesAndValues);
    }

    default Language otherLanguage() {
        return language() == Language.NL ? Language.EN : Language.NL;
    }

    /** The name of a language, in that language. */
    default String nameOf(Language named) {
        return Pages.TEXTS.text(named, "language.name");
    }

    /** The attribute {@code lang} for the organiser's words; none where the page is in their language. */
    default @Nullable String langOf(Session session) {
        Language words = session.document().about().language();
        return words == language() ? null : words.tag();
    }

    default String when(Session session) {
        return inZone(Dates.when(session.document().when(), language()), session);
    }

    /** How long it takes, in words; nothing where that is days. */
    default Optional<String> duration(Session session) {
        return Dates.duration(session.document().when(), language());
    }

    /** The same with the zone of the session's clock, where that is not the one at home. */
    default String inZone(String when, Session session) {
        String zone = session.document().when().zone().getId();
        return zone.equals("Europe/Amsterdam") ? when : say("when.zone", "when", when, "zone", zone);
    }

    /** The form whose contents a change of language is to keep, by its id; null where nothing can be typed. */
    default @Nullable String typedIn() {
        return null;
    }

    default String organisers(Session session) {
        List<String> others = session.document().about().coOrganisers();
        String first = session.document().about().organiser();
        return others.isEmpty() ? first : first + ", " + String.join(", ", others);
    }

    /** Until when registrations for a session are kept. */
    default String keptUntil(Session session) {
        SessionDocument document = session.document();
        return Dates.day(document.forgetAt().atZone(document.when().zone()), language());
    }

    /** Whether there is anything to say of where a session is. */
    default boolean hasWhere(Session session) {
        Where where = session.document().where();
        return where.online() || !where.place().isEmpty();
    }

    /** As it stands in {@code <time datetime>}. */
    static String machine(ZonedDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
