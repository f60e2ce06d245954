package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;

/** Model of a page about a session's participants. */
public interface AboutParticipants extends OrganiserPage {

    /** The texts of these pages. */
    Texts TEXTS = new Texts("participants");

    /** The words that the organiser's lists share. */
    Texts LISTS = new Texts("lists");

    SessionSnapshot snapshot();

    @Override
    default Optional<Session> session() {
        return Optional.of(about());
    }

    /** Returns the session that the page is about. */
    default Session about() {
        return snapshot().session();
    }

    default String say(String key, Object... namesAndValues) {
        return TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns the sentence for one, or the one for another number. */
    default String count(int number, String one, String more) {
        return number == 1 ? say(one) : say(more, "number", number);
    }

    /** Returns a state in words, by the API's word for it. */
    default String stateWord(String state) {
        return LISTS.text(language(), "state." + state);
    }

    /** Returns a state in words. */
    default String state(Registration registration) {
        return stateWord(registration.state().word());
    }

    /** Returns the tone of a state's chip. */
    default String tone(Registration registration) {
        return switch (registration.state()) {
            case RegistrationState.Confirmed _ -> "good";
            case RegistrationState.Waitlisted _, RegistrationState.UnderReview _ -> "wait";
            case RegistrationState.Invitation _ -> "plain";
            case RegistrationState.Closed _ -> "plain";
        };
    }

    /** Returns the title of a registration's theme, or the id of one that was closed; empty if it has none. */
    default String theme(Registration registration) {
        return registration.state().theme().map(this::themeTitle).orElse("");
    }

    default String themeTitle(ThemeId id) {
        return about().document().theme(id).map(Theme::title).orElseGet(id::value);
    }

    /** Returns how letters fare, in words; empty as long as nothing is wrong. */
    default Optional<String> mail(Registration registration) {
        return registration
                .mailProblem()
                .map(MailProblem::kind)
                .map(kind -> LISTS.text(language(), "mail." + kind.word()))
                .or(() -> registration.isUnconfirmed() ? Optional.of(say("mail.unconfirmed")) : Optional.empty());
    }

    /** Returns the tone of the chip about the mail. */
    default String mailTone(Registration registration) {
        return registration.mailProblem().isPresent() && !registration.mayBeMailed() ? "bad" : "wait";
    }

    /** Returns all answers in one line each, without their questions. */
    default List<String> answers(Registration registration) {
        return about().document().questions().stream()
                .map(question -> registration.answers().given().getOrDefault(question.id(), List.of()))
                .filter(values -> !values.isEmpty())
                .map(values -> cut(String.join(", ", values)))
                .toList();
    }

    private static String cut(String text) {
        int most = 80;
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }

    default String moment(Instant moment) {
        return moment(moment, about());
    }

    /** Returns a moment in few words, on the session's clock. */
    default String shortMoment(Instant moment) {
        return Dates.shortMoment(moment.atZone(about().document().when().zone()), language());
    }

    /** Returns the sentence about what was done. */
    default String sentence(ParticipantAct act) {
        return switch (act) {
            case ADDED -> say("done.added");
            case KNOWN -> say("done.known");
            case CORRECTED -> say("done.corrected");
            case ADDRESS_CORRECTED -> say("done.address-corrected");
            case LINK_SENT -> say("done.link-sent");
            case LINK_RENEWED -> say("done.link-renewed");
            case MOVED_UP -> say("done.moved-up");
            case CANCELLED -> say("done.cancelled");
            case ACCEPTED -> say("done.accepted");
            case DECLINED -> say("done.declined");
            case WITHDRAWN -> say("done.withdrawn");
            case WITHDRAWN_WITHOUT_PLACE -> say("done.withdrawn-without-place");
            case ERASED -> say("done.erased");
            case INVITED -> say("done.invited");
        };
    }
}
