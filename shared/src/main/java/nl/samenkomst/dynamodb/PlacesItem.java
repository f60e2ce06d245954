package nl.samenkomst.dynamodb;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.ThemePlaces;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

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

    private PlacesItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    static Map<String, AttributeValue> write(SessionId id, Places places) {
        return Attributes.of(key(id))
                .with(LAST_IN_LINE, places.lastInLine())
                .with(FIRST_IN_LINE, places.firstInLine())
                .with(REVISION, places.revision())
                .with(VERSION, places.version())
                .map();
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
            if (name.startsWith(TAKEN_AT) || name.startsWith(WAITING_FOR)) {
                ThemeId theme = new ThemeId(name.substring(name.indexOf(':') + 1));
                themes.put(
                        theme,
                        new ThemePlaces(
                                OptionalInt.empty(),
                                item.number(TAKEN_AT + theme, 0),
                                item.number(WAITING_FOR + theme, 0),
                                true));
            }
        }
        return new Places(
                        OptionalInt.empty(),
                        themes,
                        counts,
                        item.longNumber(LAST_IN_LINE),
                        item.longNumber(FIRST_IN_LINE),
                        item.number(REVISION),
                        item.longNumber(VERSION))
                .under(document);
    }

    /** Returns the session revision that the places follow, even if the rest of the item is unreadable. */
    static int revision(Map<String, AttributeValue> values) {
        return Attributes.of(values).number(REVISION);
    }

    /** Returns the write that applies the changes to the places, on condition that these changes are still valid. */
    static TransactWriteItem change(RegistrationChanges changes, String table) {
        Places before = changes.seen().places();
        Places after = changes.after();
        Change change = new Change(changes.session().id(), changes.session().revision());
        for (Count count : Count.values()) {
            change.add(count.word(), after.count(count) - before.count(count));
        }
        after.themes().forEach((theme, counted) -> {
            ThemePlaces was = before.themes().getOrDefault(theme, ThemePlaces.allFree(counted.limit()));
            change.add(TAKEN_AT + theme, counted.taken() - was.taken());
            change.add(WAITING_FOR + theme, counted.waiting() - was.waiting());
        });
        if (changes.needsPlacesAsSeen()) {
            change.provided(VERSION, "=", before.version())
                    .add(LAST_IN_LINE, after.lastInLine() - before.lastInLine())
                    .add(FIRST_IN_LINE, after.firstInLine() - before.firstInLine());
        } else {
            change.providedNobodyWaits().providedThereIsRoom(before, after);
        }
        return change.in(table);
    }

    /** Returns the write that makes the places follow the next revision of the session; the counts stay. */
    static TransactWriteItem follow(SessionId session, int revision, String table) {
        return new Change(session, revision).add(REVISION, 1).in(table);
    }

    /** Builds one conditional update of the places. */
    private static final class Change {

        private final SessionId id;
        private final List<String> additions = new ArrayList<>();
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<String, AttributeValue> values = new LinkedHashMap<>();

        Change(SessionId id, int revision) {
            this.id = id;
            provided(REVISION, "=", revision);
            add(VERSION, 1);
        }

        Change add(String attribute, long number) {
            if (number != 0) {
                additions.add(named(attribute) + " " + valued(number));
            }
            return this;
        }

        Change provided(String attribute, String is, long number) {
            conditions.add(named(attribute) + " " + is + " " + valued(number));
            return this;
        }

        /** Adds a condition on a counter; an absent one counts as 0. */
        private Change providedAtMost(String attribute, long number) {
            conditions.add("(attribute_not_exists(" + named(attribute) + ") OR " + named(attribute) + " <= "
                    + valued(number) + ")");
            return this;
        }

        Change providedNobodyWaits() {
            return providedAtMost(Count.WAITING.word(), 0);
        }

        /** Adds the condition that the places newly taken fit within the limits of the session and of each theme. */
        Change providedThereIsRoom(Places before, Places after) {
            int more = after.taken() - before.taken();
            if (more > 0 && before.limit().isPresent()) {
                providedAtMost(Count.TAKEN.word(), before.limit().getAsInt() - more);
            }
            after.themes().forEach((theme, counted) -> {
                ThemePlaces was = before.themes().getOrDefault(theme, ThemePlaces.allFree(counted.limit()));
                int moreHere = counted.taken() - was.taken();
                if (moreHere > 0 && counted.limit().isPresent()) {
                    providedAtMost(TAKEN_AT + theme, counted.limit().getAsInt() - moreHere);
                }
            });
            return this;
        }

        TransactWriteItem in(String table) {
            return TransactWriteItem.builder()
                    .update(Update.builder()
                            .tableName(table)
                            .key(key(id))
                            .updateExpression("ADD " + String.join(", ", additions))
                            .conditionExpression(String.join(" AND ", conditions))
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(values)
                            .build())
                    .build();
        }

        /** Returns a placeholder for the attribute, since theme ids and reserved words may not stand in expressions. */
        private String named(String attribute) {
            for (Map.Entry<String, String> known : names.entrySet()) {
                if (known.getValue().equals(attribute)) {
                    return known.getKey();
                }
            }
            String name = "#n" + names.size();
            names.put(name, attribute);
            return name;
        }

        private String valued(long number) {
            String value = ":v" + values.size();
            values.put(value, Values.number(number));
            return value;
        }
    }
}
