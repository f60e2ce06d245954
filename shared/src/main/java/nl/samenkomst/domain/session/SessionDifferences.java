package nl.samenkomst.domain.session;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import nl.samenkomst.domain.TextComparison;
import nl.samenkomst.domain.document.Facilitator;
import nl.samenkomst.domain.document.ProgrammePart;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.When;
import nl.samenkomst.domain.session.SessionDifference.Kind;

/** Compares two documents of a session in what people who have a place act on: time, venue, title, programme, people. */
public final class SessionDifferences {

    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

    private final SessionDocument before;
    private final SessionDocument after;
    private final List<SessionDifference> found = new ArrayList<>();

    private SessionDifferences(SessionDocument before, SessionDocument after) {
        this.before = before;
        this.after = after;
    }

    /** Returns what differs, without corrections that mean the same. */
    public static List<SessionDifference> between(SessionDocument before, SessionDocument after) {
        SessionDifferences differences = new SessionDifferences(before, after);
        differences.compare();
        return List.copyOf(differences.found);
    }

    /** Returns whether the session takes place at another time, or somewhere else. */
    static boolean isMove(List<SessionDifference> differences) {
        return differences.stream().anyMatch(difference -> switch (difference.kind()) {
            case TIME, ONLINE, PLATFORM, PLACE -> true;
            case TITLE, SPEAKER, PROGRAMME, FACILITATORS -> false;
        });
    }

    private void compare() {
        add(Kind.TIME, "", interval(before.when()), interval(after.when()));
        add(
                Kind.ONLINE,
                "",
                yesOrNo(before.where().online()),
                yesOrNo(after.where().online()));
        add(Kind.PLATFORM, "", before.where().platform(), after.where().platform());
        add(Kind.PLACE, "", before.where().place(), after.where().place());
        add(Kind.TITLE, "", before.about().title(), after.about().title());
        compareProgrammes();
        for (Theme theme : before.themes()) {
            after.theme(theme.id())
                    .ifPresent(same ->
                            add(Kind.FACILITATORS, theme.id().value(), facilitators(theme), facilitators(same)));
        }
    }

    private void add(Kind kind, String subject, String was, String is) {
        if (!SessionDifference.isSame(kind, was, is)) {
            found.add(new SessionDifference(kind, subject, was, is));
        }
    }

    /** A programme part with the forms in which it is compared, made once for all comparisons. */
    private record Part(ProgrammePart part, String written, String key, String titleKey) {

        static List<Part> of(List<ProgrammePart> programme) {
            return new ArrayList<>(programme.stream()
                    .map(part -> new Part(
                            part,
                            SessionDifferences.written(part),
                            TextComparison.key(SessionDifferences.written(part)),
                            TextComparison.key(part.title())))
                    .toList());
        }

        boolean isAtTheTimeOf(Part other) {
            return part.from().equals(other.part.from()) && part.to().equals(other.part.to());
        }

        boolean hasTheTitleOf(Part other) {
            return titleKey.equals(other.titleKey);
        }
    }

    /** Pairs equal parts, then parts with the same title, then parts at the same time; the others came or went. */
    private void compareProgrammes() {
        List<Part> gone = Part.of(before.programme());
        List<Part> come = Part.of(after.programme());
        pair(gone, come, (was, is) -> was.key().equals(is.key()));
        pair(gone, come, Part::hasTheTitleOf);
        pair(gone, come, (was, is) -> was.part().from().isPresent() && was.isAtTheTimeOf(is));
        gone.forEach(part -> add(Kind.PROGRAMME, "", part.written(), ""));
        come.forEach(part -> add(Kind.PROGRAMME, "", "", part.written()));
    }

    private void pair(List<Part> gone, List<Part> come, BiPredicate<Part, Part> isSame) {
        for (Part was : List.copyOf(gone)) {
            Optional<Part> partner =
                    come.stream().filter(is -> isSame.test(was, is)).findFirst();
            if (partner.isPresent()) {
                gone.remove(was);
                come.remove(partner.get());
                compare(was, partner.get());
            }
        }
    }

    private void compare(Part was, Part is) {
        if (was.isAtTheTimeOf(is) && was.hasTheTitleOf(is)) {
            add(
                    Kind.SPEAKER,
                    is.part().title(),
                    was.part().speaker().orElse(""),
                    is.part().speaker().orElse(""));
        } else {
            add(Kind.PROGRAMME, "", was.written(), is.written());
        }
    }

    private static String interval(When when) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(when.start()) + "/"
                + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(when.end());
    }

    private static String yesOrNo(boolean flag) {
        return flag ? "yes" : "no";
    }

    private static String written(ProgrammePart part) {
        String from = part.from().map(SessionDifferences::hours).orElse("");
        String to =
                part.to().map(SessionDifferences::hours).map(end -> "-" + end).orElse("");
        String speaker = part.speaker().map(name -> " (" + name + ")").orElse("");
        return (from + to + " " + part.title() + speaker).strip();
    }

    private static String hours(ZonedDateTime moment) {
        return HOURS.format(moment);
    }

    private static String facilitators(Theme theme) {
        return theme.facilitators().stream().map(Facilitator::name).collect(Collectors.joining(", "));
    }
}
