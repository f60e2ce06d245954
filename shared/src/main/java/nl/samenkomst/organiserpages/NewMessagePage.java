package nl.samenkomst.organiserpages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.Placeholder;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.writing.MessageDraft;
import nl.samenkomst.domain.writing.MessageReach;
import nl.samenkomst.letters.LetterPreview;
import nl.samenkomst.pages.FormFields.SummaryLine;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code newmessage.jte}: the form to write a message, and what it would be once it is right.
 *
 * @param form as typed, with its problems
 * @param preview what would be sent; empty if the form is new, or something in it is wrong
 * @param notice what the organiser must know first; empty if nothing is
 */
public record NewMessagePage(
        Viewer viewer, Session about, TypedForm form, Optional<Preview> preview, Optional<Notice> notice)
        implements MessagesTexts {

    /** The field that says whom the message is for. */
    public static final String TO = "to";

    /** The field with the id of a theme. */
    public static final String THEME = "theme";

    /** The field that says whether it leaves now or later. */
    public static final String FROM = "from";

    /** The value of {@link #FROM} for a message that leaves at another moment. */
    public static final String LATER = "later";

    /** The field with the day on which it leaves. */
    public static final String DATE = "/from/date";

    /** The field with the time at which it leaves. */
    public static final String TIME = "/from/time";

    /** The field that says whether latecomers get it. */
    public static final String LATECOMERS = "latecomers";

    /** The field with the id of the message that was shown. */
    public static final String MESSAGE = "message";

    /** The field with the number of people that was shown. */
    public static final String RECIPIENTS = "recipients";

    /** The button that sends a proof to the organiser. */
    public static final String PROOF = "proof";

    public static final String CHANGE = "change";

    /** The values of {@link #TO}: groups by their word, people who were marked, or everybody. */
    public static final List<String> READERS = Stream.concat(
                    Arrays.stream(MessageGroup.values()).map(MessageGroup::word), Stream.of("came", "absent", "all"))
            .toList();

    /** The words on the page that say what happened, or why nothing did. */
    public enum Notice {
        /** The proof was asked for, and is on its way. */
        PROOF_SENT,
        /** The message would go to another number of people than was shown. */
        OTHER_NUMBER,
        /** There are as many messages as a session can have. */
        TOO_MANY
    }

    /**
     * A message as it would be sent.
     *
     * @param letters one in each of its languages
     */
    public record Preview(MessageId id, MessageDraft draft, MessageReach reach, List<LetterPreview> letters) {

        public Preview {
            letters = List.copyOf(letters);
        }
    }

    /** Returns the name of the field with the subject in a language. */
    public static String subject(Language language) {
        return "/subject/" + language.tag();
    }

    /** Returns the name of the field with the text in a language. */
    public static String text(Language language) {
        return "/text/" + language.tag();
    }

    /** Returns the form as it is opened. */
    public static NewMessagePage blank(Session about, Viewer viewer) {
        return new NewMessagePage(viewer, about, TypedForm.of(Map.of()), Optional.empty(), Optional.empty());
    }

    @Override
    public String template() {
        return "newmessage";
    }

    @Override
    public String heading() {
        return say("new.title");
    }

    @Override
    public boolean hasProblems() {
        return !form.problems().isEmpty();
    }

    @Override
    public Optional<String> done() {
        return notice.filter(Notice.PROOF_SENT::equals)
                .map(_ -> say(
                        "proof.sent",
                        "email",
                        viewer.organiser().map(one -> one.email().value()).orElse("")));
    }

    /** Returns why what was asked did not happen; empty if it did, or nothing was. */
    public Optional<String> refusal() {
        return notice.flatMap(why -> switch (why) {
            case PROOF_SENT -> Optional.empty();
            case OTHER_NUMBER -> Optional.of(say("other-number"));
            case TOO_MANY -> Optional.of(ProblemTexts.forOrganiser(Refusal.MESSAGES_TOO_MANY, language()));
        });
    }

    /** Returns the languages of the form, the session's first. */
    public List<Language> languages() {
        Language main = about.document().about().language();
        return Stream.concat(Stream.of(main), Arrays.stream(Language.values()).filter(other -> other != main))
                .toList();
    }

    public boolean isMain(Language language) {
        return about.document().about().language() == language;
    }

    public String typed(String field) {
        return form.typed(field);
    }

    /** Returns the value of {@code type} for a field of one line. */
    public String htmlType(String field) {
        return switch (field) {
            case DATE -> MomentInput.ofDate(typed(field));
            case TIME -> MomentInput.ofTime(typed(field));
            default -> "text";
        };
    }

    /** Returns whether this is chosen; {@code byDefault} if nothing is. */
    public boolean isChosen(String field, String value, boolean byDefault) {
        return typed(field).isEmpty() ? byDefault : typed(field).equals(value);
    }

    public boolean isWrong(String field) {
        return problem(field).isPresent();
    }

    /** Returns the sentence about what is wrong with a field; empty if nothing is. */
    public Optional<String> problem(String field) {
        return form.problems().stream()
                .filter(problem -> fieldOf(problem.pointer()).equals(field))
                .map(problem -> ProblemTexts.of(problem, language()))
                .findFirst();
    }

    /** Returns the id of a field's element. */
    public static String id(String field) {
        return "m" + field.replace('/', '-');
    }

    /** Returns the ids of what describes a field; null, which omits the attribute, if nothing does. */
    public @Nullable String describedBy(String field, boolean hasHint) {
        List<String> ids = new ArrayList<>();
        if (hasHint) {
            ids.add(id(field) + "-hint");
        }
        if (isWrong(field)) {
            ids.add(id(field) + "-problem");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** Returns every problem with a field. */
    public List<SummaryLine> summary() {
        return form.problems().stream()
                .map(problem ->
                        new SummaryLine("#" + id(fieldOf(problem.pointer())), ProblemTexts.of(problem, language())))
                .toList();
    }

    /** Returns the field that a problem is about, or the one that chooses among others. */
    private static String fieldOf(String pointer) {
        if (pointer.startsWith("/to/themes")) {
            return THEME;
        }
        if (pointer.startsWith("/to")) {
            return TO;
        }
        if (pointer.equals("/from")) {
            return DATE;
        }
        return pointer.equals("/subject") || pointer.equals("/text") ? pointer + "/nl" : pointer;
    }

    public List<Theme> themes() {
        return about.document().themes();
    }

    /** Returns each placeholder as it is written in the page's language. */
    public String written(Placeholder placeholder) {
        return placeholder.written(language());
    }

    /** A value of the form that is sent again with a button. */
    public record Hidden(String name, String value) {}

    /** Returns everything that was typed, for the button that sends it. */
    public List<Hidden> hidden() {
        return form.typed().entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(field -> new Hidden(field.getKey(), field.getValue()))
                .toList();
    }

    /** How many people of a group get the message. */
    public record GroupNumber(String group, int number) {}

    /** Returns how many people get the message, by group. */
    public List<GroupNumber> numbers() {
        MessageReach reach = preview.orElseThrow().reach();
        return Arrays.stream(MessageGroup.values())
                .filter(group -> reach.recipients().containsKey(group))
                .map(group -> new GroupNumber(readers(group), reach.recipients().getOrDefault(group, 0)))
                .toList();
    }

    /** Returns how many people read it in each language, in one line. */
    public String perLanguage() {
        MessageReach reach = preview.orElseThrow().reach();
        return String.join(
                ", ",
                preview.orElseThrow().draft().text().languages().stream()
                        .map(language -> say(
                                "reach.language",
                                "number",
                                reach.languages().getOrDefault(language, 0),
                                "language",
                                nameOf(language)))
                        .toList());
    }

    /** Returns when it leaves, and until when it can be taken back. */
    public String leaves() {
        return preview.orElseThrow()
                .draft()
                .from()
                .map(from -> say("leaves.later", "moment", moment(from, about)))
                .orElseGet(() -> say("leaves.now"));
    }

    /** Returns the {@code lang} attribute for words in this language; null, which omits it, if it is the page's. */
    public @Nullable String tag(Language words) {
        return words == language() ? null : words.tag();
    }
}
