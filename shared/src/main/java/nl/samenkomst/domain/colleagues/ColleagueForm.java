package nl.samenkomst.domain.colleagues;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.TypedDay;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.session.SessionId;

/** Parses the form with which an administrator invites or changes a colleague; several ticks of one name are lines. */
public final class ColleagueForm {

    public static final String NAME = "name";
    public static final String EMAIL = "email";

    /** The word of a {@link Role}. */
    public static final String ROLE = "role";

    /** One of {@link #ALL}, {@link #SESSIONS} and {@link #SERIES}. */
    public static final String SCOPE = "scope";

    /** The ids of sessions, ticked. */
    public static final String SESSIONS = "sessions";

    /** The ids of further sessions, typed, with anything but a part of an id between them. */
    public static final String IDS = "ids";

    public static final String SERIES = "series";

    /** The last day that they may use the desk, typed; empty for no end. */
    public static final String LAST_DAY = "last-day";

    /** The {@link ColleagueDetails#fingerprint} of the details that the form was made from. */
    public static final String SEEN = "seen";

    /** The id of a colleague to invite. */
    public static final String ID = "id";

    public static final String ALL = "all";

    /** The most sessions in a scope. */
    public static final int MAX_SESSIONS = 200;

    /** As the pages have them. */
    private static final List<String> ORDER = List.of(NAME, EMAIL, ROLE, SCOPE, SERIES, SESSIONS, IDS, LAST_DAY);

    private static final int MAX_NAME_LENGTH = 100; // code points
    private static final int MAX_SERIES_LENGTH = 200; // code points

    private ColleagueForm() {}

    /**
     * Parses an invitation.
     *
     * @param otherwise the id if the form has none
     */
    public static Parsed<NewColleague> parseNew(Map<String, String> form, OrganiserId otherwise, Instant now) {
        Fields fields = Fields.of(form);
        ColleagueDetails details = details(fields, form, now);
        Optional<EmailAddress> email = fields.address(EMAIL);
        if (email.isEmpty() && fields.isValidSoFar(EMAIL)) {
            fields.problem(EMAIL, Reason.REQUIRED);
        }
        OrganiserId id = OrganiserId.parse(form.getOrDefault(ID, "")).orElse(otherwise);
        return email.isPresent() && fields.problems().isEmpty()
                ? new Parsed.Valid<>(new NewColleague(id, email.get(), details))
                : new Parsed.Invalid<>(inOrder(fields.problems()));
    }

    /** Parses a change. */
    public static Parsed<ColleagueDetails> parse(Map<String, String> form, Instant now) {
        Fields fields = Fields.of(form);
        ColleagueDetails details = details(fields, form, now);
        return fields.problems().isEmpty()
                ? new Parsed.Valid<>(details)
                : new Parsed.Invalid<>(inOrder(fields.problems()));
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(problem -> ORDER.indexOf(problem.field())))
                .toList();
    }

    /** Returns the problem with ids of sessions that do not exist. */
    public static Problem unknown(Set<SessionId> unknown) {
        return new Problem(
                IDS,
                Reason.UNKNOWN,
                "ids",
                unknown.stream().map(SessionId::value).sorted().limit(5).collect(Collectors.joining(", ")));
    }

    /**
     * Returns the form that would give these details.
     *
     * @param choices those with a box to tick
     * @param isActive whether their end is to come; another day must be chosen to take a former colleague back
     */
    public static Map<String, String> filledIn(ColleagueDetails details, ScopeChoices choices, boolean isActive) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put(NAME, details.name());
        form.put(ROLE, details.role().word());
        form.put(SEEN, details.fingerprint());
        details.endsAt()
                .filter(end -> isActive)
                .map(ColleagueDetails::lastDay)
                .ifPresent(day -> form.put(LAST_DAY, typed(day)));
        switch (details.scope()) {
            case Scope.All _ -> form.put(SCOPE, ALL);
            case Scope.OfSeries ofSeries -> {
                form.put(SCOPE, SERIES);
                form.put(SERIES, ofSeries.series());
            }
            case Scope.Named named -> {
                form.put(SCOPE, SESSIONS);
                Set<SessionId> boxes =
                        choices.sessions().stream().map(session -> session.id()).collect(Collectors.toSet());
                Map<Boolean, String> lines = named.sessions().stream()
                        .collect(Collectors.partitioningBy(
                                boxes::contains,
                                Collectors.mapping(
                                        SessionId::value,
                                        Collectors.collectingAndThen(
                                                Collectors.toList(),
                                                ids -> String.join(
                                                        "\n",
                                                        ids.stream().sorted().toList())))));
                form.put(SESSIONS, lines.getOrDefault(true, ""));
                form.put(IDS, lines.getOrDefault(false, ""));
            }
        }
        return form;
    }

    /** Returns a day as people in the Netherlands type it: {@code 4-3-2027}. */
    public static String typed(LocalDate day) {
        return day.getDayOfMonth() + "-" + day.getMonthValue() + "-" + day.getYear();
    }

    private static ColleagueDetails details(Fields fields, Map<String, String> form, Instant now) {
        String name = fields.requiredLine(NAME, MAX_NAME_LENGTH);
        Role role = role(fields, form);
        Scope scope = role == Role.ADMINISTRATOR ? new Scope.All() : scope(fields, form);
        return new ColleagueDetails(name, role, scope, end(fields, form, now));
    }

    private static Role role(Fields fields, Map<String, String> form) {
        Optional<Role> role = Role.of(form.getOrDefault(ROLE, ""));
        if (role.isEmpty()) {
            fields.problem(ROLE, Reason.REQUIRED);
        }
        return role.orElse(Role.HOST);
    }

    private static Scope scope(Fields fields, Map<String, String> form) {
        return switch (form.getOrDefault(SCOPE, "")) {
            case ALL -> new Scope.All();
            case SESSIONS -> named(fields, form);
            case SERIES -> new Scope.OfSeries(fields.requiredLine(SERIES, MAX_SERIES_LENGTH));
            default -> {
                fields.problem(SCOPE, Reason.REQUIRED);
                yield new Scope.All();
            }
        };
    }

    private static Scope named(Fields fields, Map<String, String> form) {
        List<String> typed = Stream.of(SESSIONS, IDS)
                .flatMap(field -> Stream.of(form.getOrDefault(field, "").split("[\\s,;]+", -1)))
                .map(ColleagueForm::withoutAddress)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (typed.isEmpty()) {
            fields.problem(SESSIONS, Reason.REQUIRED);
        } else if (typed.size() > MAX_SESSIONS) {
            fields.problem(IDS, Reason.TOO_LONG, "max", MAX_SESSIONS);
        }
        Set<SessionId> sessions = new HashSet<>();
        typed.stream().limit(MAX_SESSIONS).forEach(id -> {
            Optional<SessionId> session = SessionId.parse(id);
            session.ifPresent(sessions::add);
            if (session.isEmpty() && fields.isValidSoFar(IDS)) {
                fields.problem(IDS, Reason.UNKNOWN, "ids", Problem.abbreviated(id));
            }
        });
        return new Scope.Named(sessions);
    }

    /** Returns the id of a session from its address, such as {@code https://…/organise/sessions/netwerkdag/door}. */
    private static String withoutAddress(String typed) {
        int sessions = typed.lastIndexOf("/sessions/");
        return sessions < 0
                ? typed
                : typed.substring(sessions + "/sessions/".length()).replaceFirst("[/?#.].*", "");
    }

    private static Optional<Instant> end(Fields fields, Map<String, String> form, Instant now) {
        String typed = form.getOrDefault(LAST_DAY, "");
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<Instant> end = TypedDay.parse(typed).map(ColleagueDetails::endAfter);
        if (end.isEmpty()) {
            fields.problem(LAST_DAY, Reason.INVALID);
        } else if (!now.isBefore(end.get())) {
            fields.problem(LAST_DAY, Reason.TOO_EARLY);
        }
        return end;
    }
}
