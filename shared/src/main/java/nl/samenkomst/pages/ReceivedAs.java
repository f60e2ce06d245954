package nl.samenkomst.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what a sign-up was received, in the public's eyes. */
public enum ReceivedAs {
    PLACE,
    WAITING_LIST,
    REVIEW,
    /** Not to come: to have the own link once more. */
    LINK,
    /** Not to come: to have everything erased, which was done. */
    ERASED;

    /** As it stands in addresses and in the API: {@code waiting-list}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with exactly this word, or nothing. */
    public static Optional<ReceivedAs> of(String word) {
        return Arrays.stream(values()).filter(as -> as.word().equals(word)).findFirst();
    }
}
