package nl.samenkomst.letters;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.Where;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.texts.Dates;

/** What there is to know of a session and what somebody can do about it, each under a label. */
final class DetailRows {

    private final LetterContext context;
    private final OwnRegistration own;
    private final About about;

    DetailRows(LetterContext context) {
        this.context = context;
        this.own = context.own();
        this.about = context.about();
    }

    /** Where it is held, in words; nothing as long as nobody knows. */
    static Optional<String> whereabouts(Where where, Language language) {
        String place = Sanitizer.line(where.place());
        if (where.online()) {
            return Optional.of(
                    place.isEmpty()
                            ? LetterContext.TEXTS.text(language, "online")
                            : LetterContext.TEXTS.text(language, "online.place", "place", place));
        }
        return place.isEmpty() ? Optional.empty() : Optional.of(place);
    }

    /** The person's own way in, which leads to wherever the meeting is when it is time; never the meeting's address. */
    static Optional<URI> wayIn(LetterRequest mail, Links links) {
        Where where = mail.session().document().where();
        boolean comes = mail.registration().state() instanceof RegistrationState.Confirmed
                && !mail.session().isCancelled()
                && !mail.session().document().when().hasEndedBy(mail.now());
        return comes && (where.online() || where.meetingLink().url().isPresent())
                ? Optional.of(links.meeting(mail.registration()))
                : Optional.empty();
    }

    /** What it is called. */
    DetailRow title() {
        return theirs("what", about.title());
    }

    /** All but its title. */
    List<DetailRow> session() {
        List<DetailRow> facts = new ArrayList<>();
        context.state()
                .theme()
                .flatMap(context.document()::theme)
                .map(Theme::title)
                .ifPresent(theme -> facts.add(theirs("theme", theme)));
        facts.add(fact("when", context.inZone(Dates.when(context.document().when(), context.language()))));
        facts.add(where());
        facts.add(theirs(
                "by",
                String.join(
                        ", ",
                        Stream.concat(Stream.of(about.organiser()), about.coOrganisers().stream())
                                .toList())));
        return facts;
    }

    /** What somebody can do; what the button does already is left out. */
    List<DetailRow> practical(Optional<Action> button) {
        List<DetailRow> facts = new ArrayList<>(todo());
        if (context.mail().kind() == LetterKind.SESSION_CHANGED
                && context.session().isPublic()) {
            facts.add(link(
                    "session-page",
                    context.text("session-page.look"),
                    context.links().session(context.session().id())));
        }
        facts.add(ownPage());
        facts.removeIf(fact -> fact.link().isPresent() && fact.link().equals(button.map(Action::link)));
        return facts;
    }

    /** What is worth having in a calendar. */
    List<DetailRow> forCalendar() {
        return Stream.concat(todo().stream(), Stream.of(ownPage(), contact())).toList();
    }

    DetailRow contact() {
        return new DetailRow(
                context.text("contact"),
                about.contact().value(),
                context.language(),
                Optional.of(URI.create(Mailto.of(about.contact()))));
    }

    private List<DetailRow> todo() {
        if (context.session().isCancelled()) {
            return List.of();
        }
        return switch (context.state()) {
            case RegistrationState.Confirmed c ->
                Stream.concat(join().stream(), giveUpPlace().stream()).toList();
            case RegistrationState.Waitlisted w ->
                own.mayCancel() ? List.of(fact("cancel", context.text("cancel.queue"))) : List.of();
            case RegistrationState.UnderReview r ->
                own.mayCancel() ? List.of(fact("cancel", context.text("cancel.review"))) : List.of();
            case RegistrationState.Invited i ->
                own.mayAttend()
                        ? List.of(fact(
                                "answer",
                                context.text(
                                        "answer.until",
                                        "moment",
                                        context.moment(context.document().closes()))))
                        : List.of();
            case RegistrationState.Closed closed -> List.of();
            case RegistrationState.InvitationDeclined n -> List.of();
            case RegistrationState.InvitationRevoked r -> List.of();
        };
    }

    private DetailRow where() {
        Where where = context.document().where();
        String words = whereabouts(where, context.language()).orElseGet(() -> context.text("where.unknown"));
        boolean named = !Sanitizer.line(where.place()).isEmpty();
        return new DetailRow(
                context.text("where"), words, named ? about.language() : context.language(), Optional.empty());
    }

    private Optional<DetailRow> join() {
        return wayIn(context.mail(), context.links()).map(way -> link("join", whenToJoin(), way));
    }

    private String whenToJoin() {
        if (own.meetingLink().isPresent()) {
            return context.text("join.now");
        }
        var meeting = context.document().where().meetingLink();
        return meeting.url().isPresent()
                ? context.text(
                        "join.from",
                        "moment",
                        context.moment(meeting.visibleFrom()
                                .before(context.document().when().start())))
                : context.text("join.later");
    }

    private Optional<DetailRow> giveUpPlace() {
        if (context.document().when().hasStartedBy(context.mail().now())) {
            return Optional.empty();
        }
        String key = own.isInTime() ? "cancel.until" : own.mayCancel() ? "cancel.late" : "cancel.over";
        String moment = context.moment(context.document().cancelBy());
        return Optional.of(fact(
                "cancel",
                context.text(key, "moment", moment, "contact", about.contact().value())));
    }

    private DetailRow ownPage() {
        return link(
                "own-page",
                context.text(own.mayCancel() ? "action.own" : "action.look"),
                context.links().ownPage(context.mail().registration()));
    }

    private DetailRow fact(String label, String value) {
        return new DetailRow(context.text(label), value, context.language(), Optional.empty());
    }

    private DetailRow theirs(String label, String words) {
        return new DetailRow(context.text(label), Sanitizer.line(words), about.language(), Optional.empty());
    }

    private DetailRow link(String label, String value, URI to) {
        return new DetailRow(context.text(label), value, context.language(), Optional.of(to));
    }
}
