package nl.samenkomst.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.writing.ShownMessage;
import org.jspecify.annotations.Nullable;

/** An organiser's message as JSON. */
public final class MessageView {

    private MessageView() {}

    /** Returns the response to a message that was sent. */
    public static Map<String, Object> receipt(MessageNote note, int recipients) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", note.id().value());
        tree.put("recipients", recipients);
        tree.put("from", note.from().toString());
        return tree;
    }

    /** Returns the response to a message that was withdrawn. */
    public static Map<String, Object> withdrawn(MessageNote note) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", note.id().value());
        tree.put("withdrawnAt", note.withdrawnAt().orElseThrow().toString());
        return tree;
    }

    /** Returns a message with what became of it; without words if they were deleted, or cannot be read. */
    public static Map<String, @Nullable Object> row(ShownMessage shown) {
        MessageNote note = shown.note();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", note.id().value());
        tree.put("writtenAt", note.at().toString());
        tree.put("writtenBy", shown.message().map(one -> one.who().name()).orElse(null));
        tree.put("subject", words(shown.message(), MessageWords::subject));
        tree.put("text", words(shown.message(), MessageWords::text));
        tree.put("to", audience(note.to()));
        tree.put("from", note.from().toString());
        tree.put("latecomers", note.latecomers());
        tree.put("withdrawnAt", note.withdrawnAt().map(Object::toString).orElse(null));
        tree.put("recipients", shown.message().map(Message::recipients).orElse(null));
        tree.put("sent", shown.sent());
        tree.put("returned", shown.returned());
        tree.put("owed", shown.owed());
        return tree;
    }

    private static Map<String, @Nullable Object> words(Optional<Message> message, Function<MessageWords, String> part) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            tree.put(
                    language.tag(),
                    message.map(one -> one.text().words().get(language))
                            .map(part)
                            .orElse(null));
        }
        return tree;
    }

    private static Map<String, @Nullable Object> audience(MessageAudience to) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("states", to.groups().stream().map(MessageGroup::word).toList());
        tree.put("themes", to.themes().stream().map(ThemeId::value).toList());
        tree.put("present", to.present().orElse(null));
        return tree;
    }
}
