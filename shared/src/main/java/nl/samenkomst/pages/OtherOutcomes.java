package nl.samenkomst.pages;

import java.util.Comparator;
import java.util.List;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.ReceivedAs;

/**
 * Model of {@code otheroutcomes.jte}: what a form did for other sessions.
 *
 * @param also the outcomes
 * @param others the sessions, as far as they exist and are public
 */
public record OtherOutcomes(ReceivedAs as, List<AlsoReceived> also, List<SessionSnapshot> others, Language language) {

    public String heading() {
        return as == ReceivedAs.ERASED ? say("received.erased.others") : say("received.also");
    }

    /** Returns the sessions by start. */
    public List<Session> byStart() {
        return others.stream()
                .map(SessionSnapshot::session)
                .sorted(Comparator.comparing(
                        session -> session.document().when().start().toInstant()))
                .toList();
    }

    /** Returns the outcome for one of the sessions, in words. */
    public String what(Session other) {
        AlsoReceived.As received = also.stream()
                .filter(one -> one.session().equals(other.id()))
                .map(AlsoReceived::as)
                .findFirst()
                .orElse(AlsoReceived.As.CLOSED);
        return switch (received) {
            case PLACE -> say("received.also.place");
            case WAITING_LIST -> say("received.also.waiting-list");
            case REVIEW -> say("received.also.review");
            case FULL -> say("received.also.full");
            case CLOSED -> say("received.also.closed");
            case ERASED -> say("received.also.erased");
            case KEPT -> say("received.also.kept");
        };
    }

    /** Returns whether registrations for sessions by invitation were erased or left: their titles are for nobody else. */
    public boolean hasHidden() {
        return hidden(AlsoReceived.As.ERASED) + hidden(AlsoReceived.As.KEPT) > 0;
    }

    /** Returns how many registrations for sessions by invitation were erased, and how many are left. */
    public String hidden() {
        return say(
                "received.erased.hidden",
                "deleted",
                hidden(AlsoReceived.As.ERASED),
                "kept",
                hidden(AlsoReceived.As.KEPT));
    }

    private long hidden(AlsoReceived.As outcome) {
        List<SessionId> shown =
                others.stream().map(other -> other.session().id()).toList();
        return also.stream()
                .filter(one -> one.as() == outcome && !shown.contains(one.session()))
                .count();
    }

    private String say(String key, Object... namesAndValues) {
        return Pages.TEXTS.text(language, key, namesAndValues);
    }
}
