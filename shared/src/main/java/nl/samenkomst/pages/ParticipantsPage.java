package nl.samenkomst.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.ListedRegistration;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.Theme;
import nl.samenkomst.domain.session.ThemeId;

/**
 * What {@code participants.jte} shows: who comes, on paper for at the door. It lies where everybody sees it, so it has
 * names and organisations and no addresses.
 */
public record ParticipantsPage(Session session, List<ListedRegistration> list, Language language) implements Page {

    /**
     * Some of them under one heading.
     *
     * @param isOurs whether the heading is in the page's language, and not in the organiser's words
     * @param isWaiting whether they have no place yet
     */
    public record Group(String heading, boolean isOurs, boolean isWaiting, List<Row> rows) {}

    /**
     * Somebody on the list.
     *
     * @param note the place in the queue, or whether they were there, where that is known
     */
    public record Row(String name, String organisation, String note) {}

    @Override
    public String title() {
        return say("participants.title", "title", session.document().about().title());
    }

    @Override
    public String in(Language other) {
        return Addresses.participants(session.id(), other);
    }

    /** How many have a place, and how many wait. */
    public String count() {
        long coming = having(Standing.Confirmed.class).count();
        long waiting = having(Standing.Waitlisted.class).count();
        return say("participants.count", "coming", coming, "waiting", waiting);
    }

    /** Who comes, by theme where there are any and by name; then who waits, in that order. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        List<Theme> themes = session.document().themes();
        for (Theme theme : themes) {
            Optional<ThemeId> id = Optional.of(theme.id());
            add(groups, theme.title(), false, registration -> registration
                    .standing()
                    .theme()
                    .equals(id));
        }
        Predicate<Registration> elsewhere = registration -> registration
                .standing()
                .theme()
                .flatMap(session.document()::theme)
                .isEmpty();
        String rest = themes.isEmpty() ? say("participants.coming") : say("participants.no-theme");
        add(groups, rest, true, elsewhere);
        List<Row> waiting = having(Standing.Waitlisted.class)
                .sorted(Comparator.comparingInt(listed -> listed.position().orElse(Integer.MAX_VALUE)))
                .map(listed -> row(
                        listed,
                        listed.position().isPresent()
                                ? String.valueOf(listed.position().getAsInt())
                                : ""))
                .toList();
        if (!waiting.isEmpty()) {
            groups.add(new Group(say("participants.waiting"), true, true, waiting));
        }
        return groups;
    }

    private void add(List<Group> groups, String heading, boolean isOurs, Predicate<Registration> who) {
        List<Row> rows = having(Standing.Confirmed.class)
                .filter(listed -> who.test(listed.registration()))
                .map(listed -> row(listed, present(listed.registration())))
                .sorted(Comparator.comparing(row -> row.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (!rows.isEmpty()) {
            groups.add(new Group(heading, isOurs, false, rows));
        }
    }

    private Stream<ListedRegistration> having(Class<? extends Standing> standing) {
        return list.stream()
                .filter(listed -> standing.isInstance(listed.registration().standing()));
    }

    private static Row row(ListedRegistration listed, String note) {
        Person person = listed.registration().person();
        return new Row(person.name(), person.organisation().orElse(""), note);
    }

    private String present(Registration registration) {
        return registration
                .present()
                .map(there -> there ? say("form.yes") : say("form.no"))
                .orElse("");
    }
}
