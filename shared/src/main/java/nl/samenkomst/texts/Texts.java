package nl.samenkomst.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;

/**
 * The sentences of a catalogue such as {@code letters}, from {@code /texts/letters.nl.properties} and its English twin,
 * with placeholders: {@code Je bent nummer {position} op de wachtlijst.} A sentence in
 * {@code /texts/overrides/letters.nl.properties}, if that file exists, replaces ours.
 */
public final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    /**
     * Reads the catalogue in every language from the class path.
     *
     * @throws IllegalArgumentException if there is none, or if an override has an unknown key or other placeholders
     *     than the sentence that it replaces
     */
    public Texts(String catalogue) {
        for (Language language : Language.values()) {
            String file = catalogue + "." + language.tag() + ".properties";
            Properties sentences = read("/texts/" + file)
                    .orElseThrow(() -> new IllegalArgumentException("there is no /texts/" + file));
            String overrides = "/texts/overrides/" + file;
            read(overrides).ifPresent(others -> override(sentences, others, overrides));
            byLanguage.put(language, sentences);
        }
    }

    /**
     * Returns the sentence with its placeholders filled in, without escaping; those without a value stay.
     *
     * @param namesAndValues name, value, name, value …
     * @throws IllegalArgumentException if there is no such sentence
     */
    public String text(Language language, String key, Object... namesAndValues) {
        String text = of(language).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), namesAndValues)));
    }

    private static String value(String name, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return String.valueOf(namesAndValues[i + 1]);
            }
        }
        return "{" + name + "}";
    }

    public boolean has(Language language, String key) {
        return of(language).containsKey(key);
    }

    private Properties of(Language language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }

    private static void override(Properties sentences, Properties others, String file) {
        for (String key : new TreeSet<>(others.stringPropertyNames())) {
            String sentence = sentences.getProperty(key);
            if (sentence == null) {
                throw new IllegalArgumentException(file + ": there is no text " + key);
            }
            if (!placeholders(others.getProperty(key)).equals(placeholders(sentence))) {
                throw new IllegalArgumentException(
                        file + ": the text " + key + " is to have exactly these in it: " + placeholders(sentence));
            }
            sentences.setProperty(key, others.getProperty(key));
        }
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Properties> read(String resource) {
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(properties);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
