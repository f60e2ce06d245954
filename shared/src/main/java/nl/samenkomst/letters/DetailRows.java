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
import nl.samenkomst.domain.letter.CalendarChange;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.VenueText;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.Mailto;

/** Builds the labelled details of a session, and of what the person can do about it. */
final class DetailRows {

    private final LetterContext context;
    private final OwnLink link;
    private final OwnRegistration own;
    private final About about;

    DetailRows(LetterContext context) {
        this(context, context.mail().registration().ownLink());
    }

    private DetailRows(LetterContext context, OwnLink link) {
        this.context = context;
        this.link = link;
        this.own = context.own();
        this.about = context.about();
    }

    /** Returns the venue in words; empty if it is not known yet. */
    static Optional<String> venue(Where where, Language language) {
        Where clean = new Where(
                where.online(), Sanitizer.line(where.platform()), Sanitizer.line(where.place()), where.meetingLink());
        return VenueText.of(clean, language);
    }

    /** Returns the redirect to the meeting by the person's own link. */
    static Optional<URI> meetingRedirect(LetterRequest mail, DeskUrls urls) {
        return meetingRedirect(mail, mail.registration().ownLink(), urls);
    }

    /**
     * Returns the personal link that redirects to the meeting, wherever that is by then; never the meeting's own URL.
     * Empty without a place, without a meeting online, and when the session is cancelled or over.
     */
    static Optional<URI> meetingRedirect(LetterRequest mail, OwnLink link, DeskUrls urls) {
        Where where = mail.session().document().where();
        boolean comes = mail.registration().state() instanceof RegistrationState.Confirmed
                && !mail.session().isCancelled()
                && !mail.session().document().when().hasEndedBy(mail.now());
        return comes && (where.online() || where.meetingLink().url().isPresent())
                ? Optional.of(urls.absolute(DeskUrls.meeting(
                        mail.session().id(), link, mail.registration().language())))
                : Optional.empty();
    }

    /** Returns the session's title. */
    DetailRow title() {
        return typedDetail("what", about.title());
    }

    /** Returns the session's details except the title. */
    List<DetailRow> session() {
        List<DetailRow> facts = new ArrayList<>();
        context.state()
                .theme()
                .flatMap(context.document()::theme)
                .map(Theme::title)
                .ifPresent(theme -> facts.add(typedDetail("theme", theme)));
        facts.add(fact("when", context.inZone(Dates.when(context.document().when(), context.language()))));
        facts.add(where());
        facts.add(typedDetail(
                "by",
                String.join(
                        ", ",
                        Stream.concat(Stream.of(about.organiser()), about.coOrganisers().stream())
                                .toList())));
        return facts;
    }

    /** Returns what the person can do, except what the button does already. */
    List<DetailRow> personalActions(Optional<Action> button) {
        List<DetailRow> facts = new ArrayList<>(stateActions());
        if (context.mail().kind().calendarChange() == CalendarChange.UPDATE) {
            declining().ifPresent(facts::add);
        }
        if (context.mail().kind() == LetterKind.SESSION_CHANGED
                && context.session().isPublic()) {
            facts.add(link(
                    "session-page",
                    context.text("session-page.look"),
                    context.urls().absolute(DeskUrls.session(context.session().id(), context.language()))));
        }
        facts.add(ownPage());
        facts.removeIf(fact -> fact.link().isPresent() && fact.link().equals(button.map(Action::link)));
        return facts;
    }

    /** Returns the details to show in a calendar, which others may see: by its own link, not by the person's. */
    List<DetailRow> forCalendar() {
        DetailRows entry = new DetailRows(context, context.mail().registration().calendarLink());
        return Stream.of(
                        entry.stateActions(),
                        declining().stream().toList(),
                        List.of(entry.page("status", "status.look"), contact()))
                .flatMap(List::stream)
                .toList();
    }

    DetailRow contact() {
        return new DetailRow(
                context.text("contact"),
                about.contact().value(),
                context.language(),
                Optional.of(URI.create(Mailto.of(about.contact()))));
    }

    private List<DetailRow> stateActions() {
        if (context.session().isCancelled()) {
            return List.of();
        }
        return switch (context.state()) {
            case RegistrationState.Confirmed _ ->
                Stream.concat(join().stream(), cancelling().stream()).toList();
            case RegistrationState.Waitlisted _ ->
                own.mayCancel() ? List.of(fact("cancel", context.text("cancel.queue"))) : List.of();
            case RegistrationState.UnderReview _ ->
                own.mayCancel() ? List.of(fact("cancel", context.text("cancel.review"))) : List.of();
            case RegistrationState.Invited _ ->
                own.mayAttend()
                        ? List.of(fact(
                                "answer",
                                context.text(
                                        "answer.until",
                                        "moment",
                                        context.moment(context.document().closes()))))
                        : List.of();
            case RegistrationState.Closed _ -> List.of();
            case RegistrationState.InvitationDeclined _ -> List.of();
            case RegistrationState.InvitationRevoked _ -> List.of();
        };
    }

    private DetailRow where() {
        Where where = context.document().where();
        String words = venue(where, context.language()).orElseGet(() -> context.text("where.unknown"));
        boolean named = !Sanitizer.line(where.place() + where.platform()).isEmpty();
        return new DetailRow(
                context.text("where"), words, named ? about.language() : context.language(), Optional.empty());
    }

    private Optional<DetailRow> join() {
        return meetingRedirect(context.mail(), link, context.urls()).map(way -> link("join", whenToJoin(), way));
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

    private Optional<DetailRow> cancelling() {
        if (context.document().when().hasStartedBy(context.mail().now())) {
            return Optional.empty();
        }
        String key = own.isInTime() ? "cancel.until" : own.mayCancel() ? "cancel.late" : "cancel.over";
        String moment = context.moment(own.cancelBy());
        return Optional.of(fact(
                "cancel",
                context.text(key, "moment", moment, "contact", about.contact().value())));
    }

    /** Returns that declining an entry cancels nothing: mail programs send their reply to the desk, which reads none. */
    private Optional<DetailRow> declining() {
        if (!own.comes()
                || context.document().when().hasStartedBy(context.mail().now())) {
            return Optional.empty();
        }
        String key = own.mayCancel() ? "decline.own-page" : "decline.contact";
        return Optional.of(
                fact("decline", context.text(key, "contact", about.contact().value())));
    }

    private DetailRow ownPage() {
        return page("own-page", own.mayCancel() ? "action.own" : "action.look");
    }

    private DetailRow page(String label, String value) {
        return link(
                label,
                context.text(value),
                context.urls()
                        .absolute(DeskUrls.own(
                                context.session().id(),
                                link,
                                context.mail().registration().language())));
    }

    private DetailRow fact(String label, String value) {
        return new DetailRow(context.text(label), value, context.language(), Optional.empty());
    }

    private DetailRow typedDetail(String label, String words) {
        return new DetailRow(context.text(label), Sanitizer.line(words), about.language(), Optional.empty());
    }

    private DetailRow link(String label, String value, URI to) {
        return new DetailRow(context.text(label), value, context.language(), Optional.of(to));
    }
}
