package nl.samenkomst.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Language;

/**
 * The sentences of one catalogue, such as {@code letters}, from {@code /texts/letters.nl.properties} and its English
 * twin. A sentence names what is filled in: {@code Je staat op plek {position}.}
 */
public final class Texts {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    /** Reads the catalogue from the class path, in every language. */
    public Texts(String catalogue) {
        for (Language language : Language.values()) {
            byLanguage.put(language, read("/texts/" + catalogue + "." + language.tag() + ".properties"));
        }
    }

    /** The sentence with its values filled in, each as it is: name, value, name, value … */
    public String text(Language language, String key, Object... namesAndValues) {
        String text = of(language).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), namesAndValues)));
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

    public Set<String> keys(Language language) {
        return of(language).stringPropertyNames();
    }

    private Properties of(Language language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + resource);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
