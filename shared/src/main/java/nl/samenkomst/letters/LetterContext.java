package nl.samenkomst.letters;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;
import nl.samenkomst.urls.DeskUrls;

/**
 * The context of every sentence in a letter: the mail, the desk's URLs and the language.
 *
 * @param language the recipient's
 */
record LetterContext(LetterRequest mail, DeskUrls urls, Language language) {

    static final Texts TEXTS = new Texts("letters");

    /** The zone that readers assume for a time without one. */
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    LetterContext(LetterRequest mail, DeskUrls urls) {
        this(mail, urls, mail.registration().language());
    }

    /** Returns the context of another session in the same letter. */
    LetterContext forSession(LetterRequest other) {
        return new LetterContext(other, urls, language);
    }

    Session session() {
        return mail.session();
    }

    SessionDocument document() {
        return session().document();
    }

    About about() {
        return document().about();
    }

    RegistrationState state() {
        return mail.registration().state();
    }

    /** Returns whether the address was confirmed; if not, the letter asks to. */
    boolean isConfirmed() {
        return mail.registration().proof().isGiven();
    }

    OwnRegistration own() {
        return new OwnRegistration(mail.sessionSnapshot(), mail.registration(), mail.position(), mail.now());
    }

    /** Returns whether the person can answer questions about the session on the own page. */
    boolean asksAfterwards() {
        return !own().questionsToAnswer().isEmpty();
    }

    /**
     * Returns the last word under one of these keys.
     *
     * @param undecided before the start, for somebody under review
     * @param undecidedInTheEnd the same from the start on
     */
    String lastWord(String waiting, String undecided, String undecidedInTheEnd) {
        if (state() instanceof RegistrationState.Waitlisted) {
            return text(waiting);
        }
        return text(document().when().hasStartedBy(mail.now()) ? undecidedInTheEnd : undecided);
    }

    /** Returns how far away the session is: <i>morgen</i>, <i>over 8 dagen</i>. */
    String days() {
        ZonedDateTime start = document().when().start();
        return Dates.fromNow(start, mail.now().atZone(start.getZone()), language);
    }

    /** Returns the day on which the session starts. */
    String day() {
        return Dates.day(document().when().start(), language);
    }

    /** Returns the day and time when the session starts. */
    String start() {
        return moment(document().when().start());
    }

    String moment(ZonedDateTime moment) {
        return inZone(Dates.moment(moment, language));
    }

    /** Adds the session's time zone, unless readers assume it. */
    String inZone(String when) {
        ZoneId zone = document().when().zone();
        return zone.equals(DEFAULT_ZONE) ? when : text("zone", "zone", zone.getId(), "when", when);
    }

    String text(String key, Object... namesAndValues) {
        return TEXTS.text(language, key, namesAndValues);
    }

    List<Paragraph> paragraphs(String... texts) {
        return Stream.of(texts).map(this::paragraph).toList();
    }

    Paragraph paragraph(String text) {
        return new Paragraph(text, language);
    }

    Paragraph organiserParagraph(String text) {
        return new Paragraph(text, about().language());
    }
}
