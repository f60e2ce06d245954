package nl.samenkomst.domain.registration;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;

/** Everything that a person gave, by the name of the field: follows a new field to each place that must know it. */
public final class PersonValues {

    private PersonValues() {}

    /**
     * Returns the person's values as text.
     *
     * @throws IllegalStateException if one is absent: then a test of all values would pass over it
     */
    public static Map<String, String> of(Person person) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent field : Person.class.getRecordComponents()) {
            values.put(field.getName(), text(field.getName(), value(field, person)));
        }
        return values;
    }

    private static Object value(RecordComponent field, Person person) {
        try {
            return field.getAccessor().invoke(person);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(String field, Object value) {
        return switch (value) {
            case String text -> text;
            case EmailAddress address -> address.value();
            case Optional<?> optional ->
                text(field, optional.orElseThrow(() -> new IllegalStateException("a sample person without " + field)));
            default -> throw new IllegalStateException(field + " is of an unknown type");
        };
    }
}
