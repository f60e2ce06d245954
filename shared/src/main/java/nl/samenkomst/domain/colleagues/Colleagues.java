package nl.samenkomst.domain.colleagues;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.audit.OrganiserId;

/** Everybody who may use the desk at {@code now}, or might until a short while ago, by name. */
public record Colleagues(List<Organiser> everybody, Instant now) {

    /** How many colleagues may use the desk at once. */
    public static final int MAX = 50;

    public Colleagues {
        everybody = everybody.stream()
                .filter(one -> isRemembered(one, now))
                .sorted(Comparator.comparing((Organiser one) -> one.name().toLowerCase(Locale.ROOT))
                        .thenComparing(one -> one.id().value()))
                .toList();
    }

    /** Former colleagues are remembered as long as the desk's history may name them. */
    private static boolean isRemembered(Organiser organiser, Instant now) {
        return organiser
                .endsAt()
                .filter(end -> !now.isBefore(end.plus(DeskEntry.MEMORY)))
                .isEmpty();
    }

    public List<Organiser> active() {
        return everybody.stream().filter(one -> one.isActive(now)).toList();
    }

    /** Returns those who may no longer use the desk. */
    public List<Organiser> former() {
        return everybody.stream().filter(one -> !one.isActive(now)).toList();
    }

    public boolean isFull() {
        return active().size() >= MAX;
    }

    public Optional<Organiser> find(OrganiserId id) {
        return everybody.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Returns who has this address, in any spelling; rather somebody active than a former colleague. */
    public Optional<Organiser> find(EmailAddress address) {
        return everybody.stream().filter(one -> one.has(address)).min(Comparator.comparing(one -> !one.isActive(now)));
    }

    /** Returns an administrator who stays if this colleague is no longer one; empty if there is none. */
    public Optional<Organiser> otherAdministrator(OrganiserId id) {
        return everybody.stream()
                .filter(one -> !one.id().equals(id) && staysAdministrator(one))
                .findFirst();
    }

    /** Returns whether nobody else would remain to manage the desk if this colleague no longer did. */
    public boolean isLastAdministrator(Organiser organiser) {
        return staysAdministrator(organiser)
                && otherAdministrator(organiser.id()).isEmpty();
    }

    /**
     * Returns whether the desk can rely on this administrator: without an end, and known to get in, since the mail to
     * somebody invited may never arrive.
     */
    static boolean staysAdministrator(Organiser organiser) {
        return organiser.role() == Role.ADMINISTRATOR
                && organiser.endsAt().isEmpty()
                && organiser.signedInAt().isPresent();
    }
}
