package nl.samenkomst.domain.message;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Language;

/**
 * What a message says, in one or two languages.
 *
 * @param main the session's language, in which there always are words
 */
public record MessageText(Language main, Map<Language, MessageWords> words) {

    public MessageText {
        if (!words.containsKey(main)) {
            throw new IllegalArgumentException("no words in the session's language");
        }
        words = Map.copyOf(words);
    }

    /** Returns the languages in which it was written, the session's first. */
    public List<Language> languages() {
        return new EnumMap<>(words)
                .keySet().stream()
                        .sorted((one, other) -> Boolean.compare(other == main, one == main))
                        .toList();
    }

    /** Returns the language in which somebody reads it: their own if there are words in it, else the session's. */
    public Language languageFor(Language reader) {
        return words.containsKey(reader) ? reader : main;
    }

    /** Returns the words in a language in which it was written. */
    public MessageWords in(Language language) {
        MessageWords found = words.get(language);
        if (found == null) {
            throw new IllegalArgumentException("no words in this language");
        }
        return found;
    }
}
