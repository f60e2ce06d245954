package nl.samenkomst.organise;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.TypedDay;
import nl.samenkomst.domain.draft.TypedTime;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.writing.MessageDraft;
import nl.samenkomst.domain.writing.MessageFields;
import nl.samenkomst.organiserpages.NewMessagePage;
import nl.samenkomst.responses.OrganiserRequest;

/** Parses the form with a message by the rules of the API. */
final class MessageForm {

    private static final Set<String> FIELDS = Stream.concat(
                    Stream.of(
                            NewMessagePage.TO,
                            NewMessagePage.THEME,
                            NewMessagePage.FROM,
                            NewMessagePage.DATE,
                            NewMessagePage.TIME,
                            NewMessagePage.LATECOMERS),
                    Stream.of(Language.values())
                            .flatMap(language ->
                                    Stream.of(NewMessagePage.subject(language), NewMessagePage.text(language))))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> typed;
    private final Session session;
    private final List<Problem> problems = new ArrayList<>();

    private MessageForm(Map<String, String> form, Session session) {
        this.typed = typed(form);
        this.session = session;
    }

    /** Returns the fields of a message, without any others that were sent. */
    static Map<String, String> typed(Map<String, String> form) {
        Map<String, String> typed = new HashMap<>(form);
        typed.keySet().retainAll(FIELDS);
        return typed;
    }

    static Parsed<MessageDraft> parse(Map<String, String> form, OrganiserRequest request) {
        Session session = request.snapshot().session();
        return new MessageForm(form, session).parse(request);
    }

    private Parsed<MessageDraft> parse(OrganiserRequest request) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("subject", inEachLanguage("/subject/"));
        tree.put("text", inEachLanguage("/text/"));
        tree.put("to", to());
        from().ifPresent(from -> tree.put("from", from.toOffsetDateTime().toString()));
        tree.put("latecomers", !value(NewMessagePage.LATECOMERS).isEmpty());
        Parsed<MessageDraft> parsed =
                MessageFields.parse(tree, session, request.viewer().now());
        return switch (parsed) {
            case Parsed.Valid<MessageDraft> valid -> problems.isEmpty() ? valid : new Parsed.Invalid<>(problems);
            case Parsed.Invalid<MessageDraft> invalid ->
                new Parsed.Invalid<>(Stream.concat(invalid.problems().stream(), problems.stream())
                        .toList());
        };
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }

    private Map<String, Object> inEachLanguage(String prefix) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            words.put(language.tag(), value(prefix + language.tag()));
        }
        return words;
    }

    private Map<String, Object> to() {
        Map<String, Object> to = new LinkedHashMap<>();
        String readers = value(NewMessagePage.TO);
        switch (readers) {
            case "came" -> to.put("present", true);
            case "absent" -> to.put("present", false);
            case "all" -> to.put("states", List.of());
            default -> {
                if (MessageGroup.of(readers).isEmpty()) {
                    problems.add(new Problem(NewMessagePage.TO, Reason.REQUIRED));
                }
                MessageGroup.of(readers).ifPresent(group -> to.put("states", List.of(group.word())));
            }
        }
        if (!value(NewMessagePage.THEME).isEmpty()) {
            to.put("themes", List.of(value(NewMessagePage.THEME)));
        }
        return to;
    }

    /** Returns the moment that was typed; empty if it leaves at once or, with a problem, if none was. */
    private Optional<ZonedDateTime> from() {
        if (!value(NewMessagePage.FROM).equals(NewMessagePage.LATER)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = TypedDay.parse(value(NewMessagePage.DATE));
        Optional<LocalTime> time = TypedTime.parse(value(NewMessagePage.TIME));
        if (day.isEmpty()) {
            addProblem(NewMessagePage.DATE, "4-3-2027");
        }
        if (time.isEmpty()) {
            addProblem(NewMessagePage.TIME, "15.00");
        }
        return day.flatMap(on ->
                time.map(at -> on.atTime(at).atZone(session.document().when().zone())));
    }

    private void addProblem(String field, String expected) {
        problems.add(
                value(field).isBlank()
                        ? new Problem(field, "moment", Reason.REQUIRED, Map.of())
                        : new Problem(field, "moment", Reason.INVALID, Map.of("expected", expected)));
    }
}
