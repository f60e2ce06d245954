package nl.samenkomst.domain.writing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.message.Placeholder;
import nl.samenkomst.domain.session.Session;

/**
 * Parses a message from JSON, or from a form whose fields have the same names. There must be a subject and a text in the
 * session's language; in another, both or neither.
 */
public final class MessageFields {

    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String TO = "to";
    private static final String STATES = "states";
    private static final String THEMES = "themes";
    private static final String PRESENT = "present";
    private static final String FROM = "from";
    private static final String LATECOMERS = "latecomers";

    private static final int MAX_WORD = 50; // code points

    private final Session session;
    private final Instant now;
    private final Fields fields;

    private MessageFields(Map<String, ?> tree, Session session, Instant now) {
        this.session = session;
        this.now = now;
        this.fields = Fields.of(tree);
    }

    /** Parses a message to people of this session. */
    public static Parsed<MessageDraft> parse(Map<String, ?> tree, Session session, Instant now) {
        return new MessageFields(tree, session, now).parse();
    }

    private Parsed<MessageDraft> parse() {
        fields.allowOnly(Set.of(SUBJECT, TEXT, TO, FROM, LATECOMERS));
        Map<Language, MessageWords> words = words();
        MessageAudience audience = audience();
        Optional<Instant> from = fields.moment(FROM).map(OffsetDateTime::toInstant);
        from.ifPresent(this::check);
        boolean latecomers = fields.flag(LATECOMERS, false);
        List<Problem> problems = fields.problems();
        return problems.isEmpty()
                ? new Parsed.Valid<>(new MessageDraft(new MessageText(main(), words), audience, from, latecomers))
                : new Parsed.Invalid<>(problems);
    }

    private Language main() {
        return session.document().about().language();
    }

    private Map<Language, MessageWords> words() {
        Set<String> tags = Set.copyOf(Language.tags());
        Fields none = Fields.of(Map.of());
        Optional<Fields> subjects = fields.object(SUBJECT);
        Optional<Fields> texts = fields.object(TEXT);
        subjects.ifPresent(inner -> inner.allowOnly(tags));
        texts.ifPresent(inner -> inner.allowOnly(tags));
        requireMain(SUBJECT, subjects);
        requireMain(TEXT, texts);
        Map<Language, MessageWords> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words(language, subjects.orElse(none), texts.orElse(none))
                    .ifPresent(written -> words.put(language, written));
        }
        return words;
    }

    private void requireMain(String name, Optional<Fields> object) {
        if (object.isEmpty() && fields.isValidSoFar(name)) {
            fields.problem(name, Reason.REQUIRED);
        }
    }

    /** Returns what was written in a language; empty if nothing was, which is a problem in the session's. */
    private Optional<MessageWords> words(Language language, Fields subjects, Fields texts) {
        String tag = language.tag();
        String subject = subjects.line(tag, MessageWords.MAX_SUBJECT).orElse("");
        String text = texts.text(tag, MessageWords.MAX_TEXT);
        boolean isWanted = language == main() || !subject.isEmpty() || !text.isEmpty();
        if (isWanted && subject.isEmpty() && subjects.isValidSoFar(tag)) {
            subjects.problem(tag, Reason.REQUIRED);
        }
        if (isWanted && text.isEmpty() && texts.isValidSoFar(tag)) {
            texts.problem(tag, Reason.REQUIRED);
        }
        checkPlaceholders(language, subject, subjects);
        checkPlaceholders(language, text, texts);
        return isWanted ? Optional.of(new MessageWords(subject, text)) : Optional.empty();
    }

    private static void checkPlaceholders(Language language, String text, Fields in) {
        if (!in.isValidSoFar(language.tag())) {
            return;
        }
        Placeholder.firstUnknown(text)
                .ifPresent(found -> in.problem(
                        language.tag(),
                        Reason.PLACEHOLDER,
                        Map.of(
                                "found",
                                Problem.abbreviated(found),
                                "known",
                                String.join(", ", Placeholder.all(language)))));
    }

    private MessageAudience audience() {
        Optional<Fields> to = fields.object(TO);
        if (to.isEmpty()) {
            if (fields.isValidSoFar(TO)) {
                fields.problem(TO, Reason.REQUIRED);
            }
            return MessageAudience.EVERYBODY;
        }
        Fields audience = to.get();
        audience.allowOnly(Set.of(STATES, THEMES, PRESENT));
        return new MessageAudience(
                groups(audience),
                themes(audience),
                audience.has(PRESENT) ? Optional.of(audience.flag(PRESENT, true)) : Optional.empty());
    }

    private static List<MessageGroup> groups(Fields audience) {
        List<MessageGroup> groups = new ArrayList<>();
        List<String> words = audience.lines(STATES, MessageGroup.values().length, MAX_WORD);
        for (int i = 0; i < words.size(); i++) {
            Optional<MessageGroup> group = MessageGroup.of(words.get(i));
            group.ifPresent(groups::add);
            if (group.isEmpty()) {
                audience.problemAt(
                        STATES,
                        i,
                        Reason.INVALID,
                        "expected",
                        Arrays.stream(MessageGroup.values())
                                .map(MessageGroup::word)
                                .collect(Collectors.joining(", ")));
            }
        }
        return groups;
    }

    private List<ThemeId> themes(Fields audience) {
        List<String> words = audience.lines(THEMES, SessionDocumentFields.MAX_ENTRIES, MAX_WORD);
        Set<ThemeId> known = new HashSet<>();
        session.document().themes().forEach(theme -> known.add(theme.id()));
        List<ThemeId> themes = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<ThemeId> theme = ThemeId.parse(words.get(i)).filter(known::contains);
            theme.ifPresent(themes::add);
            if (theme.isEmpty()) {
                audience.problemAt(THEMES, i, Reason.UNKNOWN);
            }
        }
        return themes;
    }

    /** Checks that the moment lies ahead, and that there is anybody left to write to by then. */
    private void check(Instant from) {
        if (from.isBefore(now)) {
            fields.problem(FROM, Reason.TOO_EARLY, "moment", "now");
        } else if (!from.isBefore(session.document().forgetAt())) {
            fields.problem(FROM, Reason.TOO_LATE, "moment", "forgotten");
        }
    }
}
