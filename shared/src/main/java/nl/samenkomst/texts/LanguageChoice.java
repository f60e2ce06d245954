package nl.samenkomst.texts;

import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.domain.Language;

/** Chooses the language of a response: the one named, else the browser's preference, else Dutch. */
public final class LanguageChoice {

    private LanguageChoice() {}

    /**
     * Returns the language to answer in; ignores values that cannot be parsed.
     *
     * @param lang the query parameter of that name
     * @param acceptLanguage the header of that name (RFC 9110 §12.5.4)
     */
    public static Language of(Optional<String> lang, Optional<String> acceptLanguage) {
        return lang.flatMap(Language::of)
                .or(() -> acceptLanguage.flatMap(LanguageChoice::preferred))
                .orElse(Language.NL);
    }

    private static Optional<Language> preferred(String header) {
        Optional<Language> best = Optional.empty();
        double bestWeight = 0;
        for (String range : header.split(",", -1)) {
            int semicolon = range.indexOf(';');
            Optional<Language> language = language(semicolon < 0 ? range : range.substring(0, semicolon));
            double weight = semicolon < 0 ? 1 : weight(range.substring(semicolon + 1));
            if (language.isPresent() && weight > bestWeight) {
                best = language;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static Optional<Language> language(String range) {
        String tag = range.strip().toLowerCase(Locale.ROOT);
        int hyphen = tag.indexOf('-');
        return Language.of(hyphen < 0 ? tag : tag.substring(0, hyphen));
    }

    private static double weight(String parameter) {
        String weight = parameter.strip();
        try {
            return weight.startsWith("q=") ? Double.parseDouble(weight.substring(2)) : 0;
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
