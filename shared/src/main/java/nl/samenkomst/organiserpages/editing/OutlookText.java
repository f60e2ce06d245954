package nl.samenkomst.organiserpages.editing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.editing.PublicationOutlook;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.organiserpages.ChangedValueText;
import nl.samenkomst.organiserpages.SessionsTexts;

/**
 * Says in words what publishing the draft of a published session does.
 *
 * @param drafted the session as published, and its draft
 */
public record OutlookText(DraftedSession drafted, PublicationOutlook outlook, Language language) {

    /** Names that a list shows at most. */
    private static final int MAX_NAMES = 50;

    /** A value before and after. */
    public record Change(String what, String before, String after) {}

    /** Names of people, and how many are not named. */
    public record Names(List<String> names, int others) {}

    /** A choice of whom to tell, with how many letters leave at once. */
    public record Telling(String word, String label, String outcome, boolean chosen) {}

    public List<Change> changes() {
        ChangedValueText text = new ChangedValueText(drafted.published().orElseThrow(), language);
        List<Change> changes = new ArrayList<>();
        for (ChangedValue changed : outlook.changes()) {
            changes.add(
                    changed.isOnlyNamed()
                            ? inFull(text.what(changed), changed.what())
                            : new Change(
                                    text.what(changed),
                                    text.value(changed, changed.before()),
                                    text.value(changed, changed.after())));
        }
        return changes;
    }

    /** Returns a change of a value of several parts, of which the audit trail keeps only that it changed. */
    private Change inFull(String what, String field) {
        return new TypedValues(drafted, language)
                .of(field)
                .map(values -> new Change(what, values.before(), values.after()))
                .orElseGet(() -> new Change(what, "", ""));
    }

    public Names promoted() {
        return names(outlook.promoted());
    }

    public Names shortOfTime() {
        return names(outlook.shortOfTime());
    }

    /** Returns the people with a place, if they are more than there would be places. */
    public Names withPlace() {
        return names(outlook.tooMany() > 0 ? outlook.withPlace() : List.of());
    }

    public int tooMany() {
        return outlook.tooMany();
    }

    private static Names names(List<Registration> people) {
        List<String> names =
                people.stream().limit(MAX_NAMES).map(one -> one.person().name()).toList();
        return new Names(names, people.size() - names.size());
    }

    /** Returns whether anybody is registered whom one of these changes can concern. */
    static boolean hasPeople(List<PublicationOutlook> outlooks) {
        return outlooks.stream()
                .anyMatch(outlook -> !outlook.withPlace().isEmpty()
                        || PublicationOutlook.announcements().stream().anyMatch(one -> outlook.letters(one) > 0));
    }

    /** Returns the choices of whom to tell, each with the letters about all these changes. */
    static List<Telling> tellings(List<PublicationOutlook> outlooks, Announcement chosen, Language language) {
        return PublicationOutlook.announcements().stream()
                .map(one -> new Telling(
                        word(one),
                        EditingPage.TEXTS.text(language, "publish.tell." + word(one)),
                        letters(outlooks, one, language),
                        one == chosen))
                .toList();
    }

    private static String letters(List<PublicationOutlook> outlooks, Announcement announcement, Language language) {
        Map<LetterKind, Integer> told = new EnumMap<>(LetterKind.class);
        outlooks.forEach(outlook -> outlook.told()
                .getOrDefault(announcement, Map.of())
                .forEach((kind, number) -> told.merge(kind, number, Integer::sum)));
        if (told.isEmpty()) {
            return EditingPage.TEXTS.text(language, "publish.letters.none");
        }
        String letters = told.entrySet().stream()
                .map(one -> one.getValue() + " × "
                        + SessionsTexts.TEXTS.text(
                                language, "letter." + one.getKey().word()))
                .collect(Collectors.joining(", "));
        // Such as a letter with new materials, or one that asks to choose another theme.
        return announcement == Announcement.NEVER
                ? EditingPage.TEXTS.text(language, "publish.letters.still", "letters", letters)
                : letters;
    }

    /** Returns the word for a choice of announcement in the form. */
    static String word(Announcement announcement) {
        return announcement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
