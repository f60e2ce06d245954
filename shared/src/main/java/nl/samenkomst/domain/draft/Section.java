package nl.samenkomst.domain.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of a session's form that is saved by itself. Every field of a session document is in exactly one. */
public enum Section {
    ABOUT,
    WHEN,
    SIGN_UP,
    PROGRAMME,
    THEMES,
    QUESTIONS,
    MAILS;

    /** Returns the fields outside rows. */
    public List<InputField> fields() {
        return SectionFields.of(this);
    }

    /** Returns the section's list of rows; empty if it has none. */
    public Optional<Rows> rows() {
        return SectionFields.rowsOf(this);
    }

    /** Returns the word in addresses and the table, such as {@code sign-up}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the section with this word; empty if there is none. */
    public static Optional<Section> of(String word) {
        return Arrays.stream(values())
                .filter(section -> section.word().equals(word))
                .findFirst();
    }

    /** Returns whether the input with this name belongs here. */
    public boolean has(String name) {
        return fields().stream().anyMatch(field -> isWithin(name, field.pointer()))
                || rows().filter(list -> isWithin(name, list.pointer())).isPresent();
    }

    private static boolean isWithin(String name, String pointer) {
        return name.equals(pointer) || name.startsWith(pointer + "/");
    }
}
