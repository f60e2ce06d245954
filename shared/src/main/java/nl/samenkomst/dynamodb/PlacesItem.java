package nl.samenkomst.dynamodb;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.ThemePlaces;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The places of a session in the table: {@code S#<id>} / {@code PLACES}, numbers only. The limits stay in the session's
 * item: every write is conditional on the revision that they were read from. Every change of places or the waiting list
 * goes through this one small item, on a condition that is the capacity rule itself.
 */
final class PlacesItem {

    static final String SK = "PLACES";

    // Beside these, an N for each Count, under its word.
    private static final String LAST_IN_LINE = "lastInLine"; // N
    private static final String FIRST_IN_LINE = "firstInLine"; // N
    private static final String REVISION = "revision"; // N
    private static final String VERSION = "version"; // N
    private static final String TAKEN_AT = "taken:"; // prefix of an N for each theme id
    private static final String WAITING_FOR = "waiting:"; // prefix of an N for each theme id
    private static final String UNCONFIRMED_AT = "unconfirmed:"; // prefix of an N for each theme id

    private PlacesItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    static Map<String, AttributeValue> write(SessionId id, Places places) {
        return Attributes.of(key(id))
                .with(LAST_IN_LINE, places.highestNumber())
                .with(FIRST_IN_LINE, places.lowestNumber())
                .with(REVISION, places.revision().number())
                .with(VERSION, places.version().number())
                .map();
    }

    /** Returns the item with all counters of these places, and whatever else is in {@code stored}. */
    static Map<String, AttributeValue> rewrite(
            SessionId id, Places places, Revision revision, long version, Map<String, AttributeValue> stored) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(stored);
        item.keySet().removeIf(PlacesItem::isOfTheme);
        item.putAll(write(id, places));
        item.put(REVISION, Values.number(revision.number()));
        item.put(VERSION, Values.number(version));
        for (Count count : Count.values()) {
            item.put(count.word(), Values.number(places.count(count)));
        }
        places.themes().forEach((theme, counted) -> {
            item.put(TAKEN_AT + theme, Values.number(counted.taken()));
            item.put(WAITING_FOR + theme, Values.number(counted.waiting()));
            item.put(UNCONFIRMED_AT + theme, Values.number(counted.unconfirmed()));
        });
        return item;
    }

    /** The condition that the places have not changed since this version. */
    static Condition isVersion(long version) {
        return Condition.isEqual(VERSION, Values.number(version));
    }

    /** Returns the version of the places, even if the rest of the item is unreadable; 0 if it is, too. */
    static long versionOrZero(Map<String, AttributeValue> values) {
        return ItemReader.readOr(() -> Attributes.of(values).longNumber(VERSION), 0L);
    }

    /** Returns the stored counts under the limits and themes of this document. */
    static Places read(Map<String, AttributeValue> values, SessionDocument document) {
        Attributes item = Attributes.of(values);
        Map<Count, Integer> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            counts.put(count, item.number(count.word(), 0));
        }
        Map<ThemeId, ThemePlaces> themes = new LinkedHashMap<>();
        for (String name : values.keySet()) {
            if (isOfTheme(name)) {
                ThemeId theme = new ThemeId(name.substring(name.indexOf(':') + 1));
                themes.put(
                        theme,
                        new ThemePlaces(
                                OptionalInt.empty(),
                                item.number(TAKEN_AT + theme, 0),
                                item.number(WAITING_FOR + theme, 0),
                                item.number(UNCONFIRMED_AT + theme, 0),
                                true));
            }
        }
        return new Places(
                        OptionalInt.empty(),
                        themes,
                        counts,
                        item.longNumber(LAST_IN_LINE),
                        item.longNumber(FIRST_IN_LINE),
                        new Revision(item.number(REVISION)),
                        new Version(item.longNumber(VERSION)))
                .withRulesOf(document);
    }

    private static boolean isOfTheme(String name) {
        return name.startsWith(TAKEN_AT) || name.startsWith(WAITING_FOR) || name.startsWith(UNCONFIRMED_AT);
    }

    /** Returns the session revision that the places follow, even if the rest of the item is unreadable. */
    static Revision revision(Map<String, AttributeValue> values) {
        return new Revision(Attributes.of(values).number(REVISION));
    }

    /** Returns the differences that these changes make to the places. */
    static UpdateExpression difference(RegistrationChanges changes) {
        Places before = changes.seen().places();
        Places after = changes.after();
        UpdateExpression difference = new UpdateExpression().add(VERSION, 1);
        for (Count count : Count.values()) {
            difference.add(count.word(), after.count(count) - before.count(count));
        }
        after.themes().forEach((theme, counted) -> {
            ThemePlaces was = at(theme, before, counted);
            difference.add(TAKEN_AT + theme, counted.taken() - was.taken());
            difference.add(WAITING_FOR + theme, counted.waiting() - was.waiting());
            difference.add(UNCONFIRMED_AT + theme, counted.unconfirmed() - was.unconfirmed());
        });
        if (changes.requiresSamePlaces()) {
            difference.add(LAST_IN_LINE, after.highestNumber() - before.highestNumber());
            difference.add(FIRST_IN_LINE, after.lowestNumber() - before.lowestNumber());
        }
        return difference;
    }

    /**
     * The condition that these changes are still valid: the session is at the revision seen, and so are the places,
     * or, for changes that do not need that, nobody waits and the places newly taken fit.
     */
    static Condition allow(RegistrationChanges changes) {
        Places before = changes.seen().places();
        Condition sameRules = isRevision(changes.session().revision());
        return changes.requiresSamePlaces()
                ? sameRules.and(isVersion(before.version().number()))
                : thereIsRoom(before, changes.after(), sameRules.and(isAtMost(Count.WAITING.word(), 0)));
    }

    /** Returns the update that makes the places follow the next revision of the session; the counts stay. */
    static UpdateExpression followRevision() {
        return new UpdateExpression().add(VERSION, 1).add(REVISION, 1);
    }

    /** The condition that the places follow this revision of the session. */
    static Condition isRevision(Revision revision) {
        return Condition.isEqual(REVISION, Values.number(revision.number()));
    }

    /** Adds the condition that the places newly taken fit within the limits of the session and of each theme. */
    private static Condition thereIsRoom(Places before, Places after, Condition others) {
        Condition condition = others;
        int more = after.taken() - before.taken();
        if (more > 0 && before.limit().isPresent()) {
            condition =
                    condition.and(isAtMost(Count.TAKEN.word(), before.limit().getAsInt() - more));
        }
        for (Map.Entry<ThemeId, ThemePlaces> theme : after.themes().entrySet()) {
            ThemePlaces counted = theme.getValue();
            int moreHere = counted.taken() - at(theme.getKey(), before, counted).taken();
            if (moreHere > 0 && counted.limit().isPresent()) {
                condition = condition.and(
                        isAtMost(TAKEN_AT + theme.getKey(), counted.limit().getAsInt() - moreHere));
            }
        }
        return condition;
    }

    /** The condition on a counter; an absent one counts as 0. */
    private static Condition isAtMost(String counter, int number) {
        return Condition.isAbsent(counter).or(Condition.isAtMost(counter, Values.number(number)));
    }

    private static ThemePlaces at(ThemeId theme, Places before, ThemePlaces after) {
        return before.themes().getOrDefault(theme, ThemePlaces.allFree(after.limit()));
    }
}
