package nl.samenkomst.pages;

import java.text.CollationKey;
import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sorts people by surname, as in the Netherlands: by its main word, without the prefixes before it, so that <i>Noor de
 * Vries</i> is at the V (https://taaladvies.net/alfabetische-rangschikking-van-namen/); <i>ij</i> as an i and a j
 * (https://taaladvies.net/ij-alfabetisering/); a letter with a mark at the letter without. A form has one field for the
 * whole name, so the main word is a guess: what follows the first prefixes, or else the last word.
 */
public final class SurnameOrder {

    /**
     * Words of prefixes in Dutch and other languages (https://nl.wikipedia.org/wiki/Tussenvoegsel), and the usual
     * abbreviations.
     */
    private static final Set<String> PREFIXES = Set.of(
            ("'s 't a aan af al am auf aus bei ben bij bin boven d da dal dalla das de deca degli dei del della den der des"
                            + " di die do don dos du el het i im in l la las le les lo los of onder op over s t te ten ter tho"
                            + " thoe thor to toe tot uijt uit unter van ver vom von voor vor zu zum zur v v. v.d. v/d vd")
                    .split(" "));

    /** Prefixes that are written as part of the word: d'Hondt, 's-Gravesande. */
    private static final Pattern JOINED = Pattern.compile("^(?:[dl]'|'[st]-)(?=\\p{L})", Pattern.CASE_INSENSITIVE);

    /** What people add to a name: <i>Noor de Vries (Gemeente Ede)</i>; and the given name in <i>Vries, Noor de</i>. */
    private static final Pattern ADDED = Pattern.compile("(?<=.)\\s*[(,].*", Pattern.DOTALL);

    private static final Pattern APOSTROPHE = Pattern.compile("[\u2018\u2019\u00b4`]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    /** Letters that Java sorts after Z, since they do not decompose into a letter and a mark. */
    private static final String LETTERS_WITH_STROKES = "& D ; đ , Đ & I ; ı & L ; ł , Ł & O ; ø , Ø";

    /** Ignores marks and capitals. */
    private static final Collator ALPHABET = alphabet(Collator.PRIMARY);

    private static final Collator WHOLE_NAMES = alphabet(Collator.TERTIARY);

    private SurnameOrder() {}

    private record Named<T>(T value, String name, CollationKey surname) {}

    /** Returns everybody by surname, and by whole name among those with the same. */
    public static <T> List<T> sorted(Stream<T> all, Function<T, String> name) {
        return all.map(one -> {
                    String whole = name.apply(one);
                    return new Named<>(one, whole, ALPHABET.getCollationKey(surname(whole)));
                })
                .sorted(Comparator.comparing((Named<T> one) -> one.surname()).thenComparing(Named::name, WHOLE_NAMES))
                .map(Named::value)
                .toList();
    }

    /** Returns the main word of a surname, and the words after it. */
    public static String surname(String name) {
        String plain = ADDED.matcher(APOSTROPHE.matcher(name).replaceAll("'")).replaceAll("");
        List<String> words = SPACE.splitAsStream(plain)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        int main = firstPrefix(words);
        while (main < words.size() && isPrefix(words.get(main))) {
            main++;
        }
        int start = main < words.size() ? main : Math.max(0, words.size() - 1);
        String surname = String.join(" ", words.subList(start, words.size()));
        return JOINED.matcher(surname).replaceFirst("");
    }

    /** Returns the index of the first prefix; the number of words if there is none. */
    private static int firstPrefix(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            // A capital at the beginning may be that of a given name: Ben Jansen, Al Smit.
            boolean isGivenName = i == 0 && Character.isUpperCase(words.get(i).codePointAt(0));
            if (!isGivenName && isPrefix(words.get(i))) {
                return i;
            }
        }
        return words.size();
    }

    private static boolean isPrefix(String word) {
        return PREFIXES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Collator alphabet(int strength) {
        try {
            RuleBasedCollator root = (RuleBasedCollator) Collator.getInstance(Locale.ROOT);
            Collator alphabet = new RuleBasedCollator(root.getRules() + LETTERS_WITH_STROKES);
            // Also takes the one-character ĳ apart.
            alphabet.setDecomposition(Collator.FULL_DECOMPOSITION);
            alphabet.setStrength(strength);
            return alphabet;
        } catch (ParseException invalidRules) {
            throw new IllegalStateException(invalidRules);
        }
    }
}
