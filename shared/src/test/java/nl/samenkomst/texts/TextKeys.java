package nl.samenkomst.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import nl.samenkomst.domain.Language;

/** The keys of a catalogue's sentences, as its file lists them. */
public final class TextKeys {

    private TextKeys() {}

    /** Returns the keys of a catalogue such as {@code letters} in one language; fails if one is there twice. */
    public static Set<String> of(String catalogue, Language language) {
        String file = "/texts/%s.%s.properties".formatted(catalogue, language.tag());
        try (InputStream in = Objects.requireNonNull(TextKeys.class.getResourceAsStream(file), file)) {
            Properties sentences = new Properties() {
                private static final long serialVersionUID = 1L;

                @Override
                public synchronized Object put(Object key, Object sentence) {
                    if (super.put(key, sentence) != null) {
                        throw new IllegalStateException(file + " has twice " + key);
                    }
                    return sentence;
                }
            };
            sentences.load(in);
            return sentences.stringPropertyNames();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
