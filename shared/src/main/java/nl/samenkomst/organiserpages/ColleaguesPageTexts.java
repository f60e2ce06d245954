package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.colleagues.ColleagueDetails;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;

/** What the pages about colleagues and the desk's history have in common: their words. */
public interface ColleaguesPageTexts extends OrganiserPage {

    Texts COLLEAGUES = new Texts("colleagues");

    /** The parameter of a page with what the last request did. */
    String DONE = "done";

    /** How many sessions of a scope are named. */
    int MAX_NAMED = 3;

    default String say(String key, Object... namesAndValues) {
        return COLLEAGUES.text(language(), key, namesAndValues);
    }

    /** Returns the sentence that says that this was done; empty if it is no word for that. */
    default Optional<String> doneSentence(String what) {
        String key = "done." + what;
        return COLLEAGUES.has(language(), key) ? Optional.of(say(key)) : Optional.empty();
    }

    default String role(Role role) {
        return say("role." + role.word());
    }

    /** Returns what somebody with this role may do, in a sentence. */
    default String roleExplained(Role role) {
        return say("role." + role.word() + ".text");
    }

    /** Returns the sessions that a colleague sees, in words. */
    default String scope(Scope scope) {
        return switch (scope) {
            case Scope.All _ -> say("scope.all");
            case Scope.OfSeries ofSeries -> say("scope.series", "series", ofSeries.series());
            case Scope.Named named -> {
                String first = named.sessions().stream()
                        .map(SessionId::value)
                        .sorted()
                        .limit(MAX_NAMED)
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("");
                int more = named.sessions().size() - MAX_NAMED;
                yield more > 0 ? say("scope.sessions.more", "sessions", first, "number", more) : first;
            }
        };
    }

    /** Returns the last day of somebody's access, or since when it has ended, in words; empty if it has no end. */
    default Optional<String> end(Organiser organiser) {
        return organiser.endsAt().map(ColleagueDetails::lastDay).map(this::day);
    }

    default String day(LocalDate day) {
        return Dates.day(day.atStartOfDay(ColleagueDetails.ZONE), language());
    }

    /** Returns a moment in words, on the desk's own clock. */
    default String moment(Instant moment) {
        return Dates.moment(moment.atZone(ColleagueDetails.ZONE), language());
    }

    /** Returns when somebody signed in last, in words. */
    default String signedIn(Organiser organiser) {
        return organiser.signedInAt().map(this::moment).orElseGet(() -> say("never"));
    }

    default boolean isViewer(Organiser organiser) {
        return viewer().organiser()
                .filter(one -> one.id().equals(organiser.id()))
                .isPresent();
    }
}
