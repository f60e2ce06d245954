package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The registrations of a session that is restored: those in use, and those of the copy that are not.
 *
 * @param kept registrations in use
 * @param missing registrations of the copy that are absent or unreadable in use
 * @param erasedInUse registrations in use that were erased, and then restored without knowing that
 * @param erasedInCopy registrations of the copy that were erased since
 * @param unreadable the sort keys of those that can be read in neither, and that nobody erased
 */
record RestoredRegistrations(
        List<Registration> kept,
        List<Registration> missing,
        List<Registration> erasedInUse,
        List<Registration> erasedInCopy,
        List<String> unreadable) {

    /**
     * Compares the registrations of the two tables.
     *
     * @param erasures the last moment at which each registration was erased, as far as it is remembered
     */
    static RestoredRegistrations of(
            List<Map<String, AttributeValue>> copy,
            List<Map<String, AttributeValue>> inUse,
            Map<RegistrationId, Instant> erasures) {
        RestoredRegistrations all = new RestoredRegistrations(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Optional<Registration>> used = read(inUse);
        Map<String, Optional<Registration>> copied = read(copy);
        used.values().stream()
                .flatMap(Optional::stream)
                .forEach(one -> (isErased(one, erasures) ? all.erasedInUse : all.kept).add(one));
        copied.forEach((key, registration) -> {
            boolean isUsed = used.getOrDefault(key, Optional.empty()).isPresent();
            if (!isUsed) {
                registration.ifPresent(one -> (isErased(one, erasures) ? all.erasedInCopy : all.missing).add(one));
            }
        });
        Map<String, Optional<Registration>> either = new LinkedHashMap<>(copied);
        used.forEach((key, registration) -> either.merge(key, registration, (one, other) -> other.or(() -> one)));
        either.forEach((key, registration) -> {
            boolean isErased = erasures.keySet().stream().anyMatch(id -> key.endsWith(id.value()));
            if (registration.isEmpty() && !isErased) {
                all.unreadable.add(key);
            }
        });
        return all;
    }

    /** Returns whether it was erased: a sign-up after the erasure is a registration of its own. */
    private static boolean isErased(Registration registration, Map<RegistrationId, Instant> erasures) {
        return Optional.ofNullable(erasures.get(registration.id()))
                .filter(at -> !registration.signedUpAt().isAfter(at))
                .isPresent();
    }

    private static Map<String, Optional<Registration>> read(List<Map<String, AttributeValue>> items) {
        Map<String, Optional<Registration>> read = new LinkedHashMap<>();
        items.forEach(item -> read.put(
                Attributes.of(item).text(Keys.SK),
                ItemReader.readOr(() -> Optional.of(RegistrationItem.read(item)), Optional.empty())));
        return read;
    }
}
