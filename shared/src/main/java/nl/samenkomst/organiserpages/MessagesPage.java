package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.desk.HistoryEntry;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.writing.ShownMessage;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code messages.jte}: what organisers wrote to the people of a session, and what became of it.
 *
 * @param messages the last first
 * @param act what the last request did; empty if it did nothing
 */
public record MessagesPage(Viewer viewer, Session about, List<Row> messages, Optional<MessageDone> act)
        implements MessagesTexts {

    public MessagesPage {
        messages = List.copyOf(messages);
    }

    /**
     * A message with the name of its writer.
     *
     * @param who empty if nobody knows any more
     */
    public record Row(ShownMessage shown, Optional<HistoryEntry> who) {}

    @Override
    public String template() {
        return "messages";
    }

    @Override
    public String heading() {
        return say("title");
    }

    @Override
    public Optional<String> done() {
        return act.map(word -> TEXTS.text(language(), "done." + word.word()));
    }

    /** Returns the subject in the session's language, or words for one that is no longer kept. */
    public String subject(Row row) {
        return row.shown()
                .message()
                .map(message -> message.text().in(message.text().main()).subject())
                .orElseGet(() -> say("deleted"));
    }

    /** Returns the languages in which the message was written; none if its words are no longer kept. */
    public List<Language> languages(Row row) {
        return row.shown().message().map(message -> message.text().languages()).orElse(List.of());
    }

    /** Returns what was written in one of its languages. */
    public MessageWords words(Row row, Language language) {
        return row.shown().message().orElseThrow().text().in(language);
    }

    /** Returns who wrote the message, and when. */
    public String by(Row row) {
        return say(
                "by",
                "who",
                row.who().map(entry -> HistoryTexts.who(entry, language())).orElseGet(() -> say("by.unknown")),
                "moment",
                moment(row.shown().note().at(), about));
    }

    public String readers(Row row) {
        return readers(row.shown().note().to());
    }

    /** Returns whether nobody has got the message yet, so that taking it back undoes it. */
    public boolean isPending(Row row) {
        return row.shown().note().isPending(viewer.now());
    }

    /** Returns whether somebody would still get the message, if it were not withdrawn. */
    public boolean canBeStopped(Row row) {
        ShownMessage shown = row.shown();
        boolean isForMore =
                shown.note().latecomers() && !about.document().when().hasStartedBy(viewer.now());
        return shown.note().withdrawnAt().isEmpty() && (isPending(row) || shown.owed() > 0 || isForMore);
    }

    /** Returns until when the message can be taken back, or when it leaves. */
    public String leaves(Row row) {
        return moment(row.shown().note().from(), about);
    }

    public Optional<String> withdrawn(Row row) {
        return row.shown().note().withdrawnAt().map(at -> say("withdrawn", "moment", moment(at, about)));
    }

    /** Returns to how many people the message was to go when it was written; 0 if that is no longer kept. */
    public int recipients(Row row) {
        return row.shown().message().map(message -> message.recipients()).orElse(0);
    }

    /** Returns the target of the form that withdraws the message. */
    public String withdrawal(Row row) {
        return links().session(about.id(), "messages/" + row.shown().note().id() + "/withdrawal");
    }

    /** Returns the {@code lang} attribute for words in this language; null, which omits it, if it is the page's. */
    public @Nullable String tag(Language words) {
        return words == language() ? null : words.tag();
    }
}
