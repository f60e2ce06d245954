package nl.samenkomst.domain.participants;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * Which participants a list shows.
 *
 * @param state only this state, by its word; empty for all
 * @param theme only people with a place at this theme, or who want one; empty for all
 * @param mail only people whose mail is like this; empty for all
 * @param words only people in whose name, address, organisation or answers each of these words is; may be empty
 */
public record ParticipantFilter(
        Optional<String> state, Optional<ThemeId> theme, Optional<MailFilter> mail, String words) {

    /** Shows all. */
    public static final ParticipantFilter ALL =
            new ParticipantFilter(Optional.empty(), Optional.empty(), Optional.empty(), "");

    /** Anything longer is cut. */
    public static final int MAX_WORDS_LENGTH = 100;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Parses what a query says; ignores an unknown state, an unknown word about mail, and what cannot be a theme. */
    public static ParticipantFilter parse(
            Optional<String> state, Optional<String> theme, Optional<String> mail, Optional<String> words) {
        String typed = words.orElse("").strip();
        return new ParticipantFilter(
                state.filter(RegistrationState.WORDS::contains),
                theme.flatMap(ThemeId::parse),
                mail.flatMap(MailFilter::of),
                typed.substring(0, Math.min(typed.length(), MAX_WORDS_LENGTH)));
    }

    /** Returns the people in one state, by its word. */
    public static ParticipantFilter ofState(String word) {
        return ALL.with(Optional.of(word));
    }

    /** Returns this with another state; empty for all. */
    public ParticipantFilter with(Optional<String> otherState) {
        return new ParticipantFilter(otherState, theme, mail, words);
    }

    /** Returns this with everybody's mail. */
    public ParticipantFilter withoutMail() {
        return new ParticipantFilter(state, theme, Optional.empty(), words);
    }

    /** Returns whether the list is the queue, which is in the order of its numbers. */
    boolean isQueue() {
        return state.equals(Optional.of("waitlisted"));
    }

    boolean accepts(Registration registration) {
        return state.filter(word -> !word.equals(registration.state().word())).isEmpty()
                && (theme.isEmpty() || theme.equals(registration.state().theme()))
                && mail.map(filter -> filter.accepts(registration)).orElse(true)
                && hasWords(registration);
    }

    private boolean hasWords(Registration registration) {
        if (words.isEmpty()) {
            return true;
        }
        String all = folded(String.join(
                "\n",
                Stream.of(
                                Stream.of(
                                        registration.person().name(),
                                        registration.person().email().value()),
                                registration.person().organisation().stream(),
                                registration.answers().given().values().stream().flatMap(List::stream))
                        .flatMap(texts -> texts)
                        .toList()));
        return Stream.of(folded(words).split("\\s+")).allMatch(all::contains);
    }

    /** Returns a form in which case and accents do not matter. */
    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
