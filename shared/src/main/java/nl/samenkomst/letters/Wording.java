package nl.samenkomst.letters;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.Mail;
import nl.samenkomst.domain.registration.LetterKind;
import nl.samenkomst.domain.registration.OwnRegistration;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.domain.session.About;
import nl.samenkomst.domain.session.Material;
import nl.samenkomst.domain.session.MeetingLink;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionCancellation;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.domain.session.SignUpPhase;
import nl.samenkomst.domain.session.Theme;
import nl.samenkomst.domain.session.ThemeId;
import nl.samenkomst.domain.session.Where;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;

/** The words of one letter: all that holds when it leaves, so that nobody needs an older letter beside it. */
final class Wording {

    static final Texts TEXTS = new Texts("letters");

    /** Who reads a time without a zone takes it for the time at home. */
    private static final ZoneId AT_HOME = ZoneId.of("Europe/Amsterdam");

    private static final Duration LAST_CHANCE = Duration.ofDays(2);

    private final Mail mail;
    private final Links links;
    private final Session session;
    private final SessionDocument document;
    private final About about;
    private final Language language;
    private final OwnRegistration own;

    Wording(Mail mail, Links links) {
        this(mail, links, mail.registration().language());
    }

    private Wording(Mail mail, Links links, Language language) {
        this.mail = mail;
        this.links = links;
        this.session = mail.session();
        this.document = session.document();
        this.about = document.about();
        this.language = language;
        this.own = new OwnRegistration(mail.listing(), mail.registration(), mail.position(), mail.now());
    }

    Content content() {
        return new Content(
                language,
                subject(),
                text("greeting", "name", Clean.line(mail.registration().person().name())),
                both(severalAtOnce(), opening()),
                sessionFacts(),
                practicalFacts(),
                materials(),
                aboutTheSession(),
                mail.alongside().stream()
                        .map(other -> new Wording(other, links, language).section())
                        .toList(),
                text("closing"),
                new Paragraph(Clean.line(about.organiser()), about.language()));
    }

    /** The same in a letter about another session too. */
    private Section section() {
        return new Section(
                text("alongside"),
                new Paragraph(Clean.line(about.title()), about.language()),
                state(),
                Stream.concat(sessionFacts().stream(), practicalFacts().stream())
                        .toList(),
                materials());
    }

    /** Where it is held, in words; nothing as long as nobody knows. */
    static Optional<String> whereabouts(Where where, Language language) {
        String place = Clean.line(where.place());
        if (where.online()) {
            return Optional.of(
                    place.isEmpty()
                            ? TEXTS.text(language, "online")
                            : TEXTS.text(language, "online.place", "place", place));
        }
        return place.isEmpty() ? Optional.empty() : Optional.of(place);
    }

    private String subject() {
        String title = Clean.line(about.title());
        if (mail.kind().answersSignUp() && !mail.alongside().isEmpty()) {
            int others = mail.alongside().size();
            return others == 1
                    ? text("subject.several.one", "title", title)
                    : text("subject.several.more", "title", title, "others", others);
        }
        return text("subject." + mail.kind().word(), "days", days(), "title", title);
    }

    /** Which of several sessions the rest of the opening is about. */
    private List<Paragraph> severalAtOnce() {
        return mail.alongside().isEmpty()
                ? List.of()
                : said(text("several", "sessions", mail.alongside().size() + 1, "title", Clean.line(about.title())));
    }

    private List<Paragraph> opening() {
        return switch (mail.kind()) {
            case INVITED -> said(text("invited", "organiser", Clean.line(about.organiser())), text("invited.why"));
            case REVOKED -> both(said(text("revoked")), organisersReason());
            case CONFIRMED -> said(text("confirmed"));
            case PROMOTED -> said(text("promoted"));
            case WAITING, UNDER_REVIEW -> state();
            case DECLINED -> both(said(text("declined")), organisersReason());
            case CHOOSE_THEME -> said(text("choose-theme"));
            case CANCELLED -> cancelled();
            case SESSION_MOVED -> both(said(text("moved")), stateAfterChange());
            case SESSION_CHANGED -> both(said(text("changed")), stateAfterChange());
            case SESSION_CANCELLED -> both(said(text("session-cancelled")), reason());
            case REMINDER -> both(said(text("reminder", "days", days())), lastChance());
            case MATERIALS -> said(text("materials.new"), text("state.place"));
            case FOLLOW_UP -> said(text("follow-up"));
            case OWN_LINK -> both(said(text("own-link")), state());
        };
    }

    private List<Paragraph> state() {
        return switch (mail.registration().standing()) {
            case Standing.Confirmed c -> said(text("state.place"));
            case Standing.Waitlisted w -> both(said(waiting(), whyWaiting(w)), elsewhere(w));
            case Standing.UnderReview r -> said(text(r.holdsPlace() ? "state.review.place" : "state.review"));
            case Standing.Declined d -> said(text("declined"));
            case Standing.Cancelled c -> said(text("state.cancelled"));
            case Standing.Invited i -> said(text("state.invited"));
            case Standing.NotComing n -> said(text("state.not-coming"));
            case Standing.Revoked r -> said(text("revoked"));
        };
    }

    private List<Paragraph> stateAfterChange() {
        return mail.registration().standing() instanceof Standing.Confirmed ? said(text("moved.place")) : state();
    }

    private String whyWaiting(Standing.Waitlisted waiting) {
        Optional<String> theme = title(waiting.wish());
        boolean sessionIsFull = !mail.listing().places().hasRoom(Optional.empty());
        return theme.isPresent() && !sessionIsFull ? text("waiting.theme", "theme", theme.get()) : text("waiting");
    }

    /** Where there are places all the same, for who wants one theme only. */
    private List<Paragraph> elsewhere(Standing.Waitlisted waiting) {
        if (waiting.wish().isEmpty()) {
            return List.of();
        }
        List<String> free = mail.listing().themesWithRoom().stream()
                .map(theme -> Clean.line(theme.title()))
                .toList();
        return free.isEmpty() ? List.of() : said(text("waiting.elsewhere", "themes", String.join(", ", free)));
    }

    private Optional<String> title(Optional<ThemeId> theme) {
        return theme.flatMap(document::theme).map(Theme::title).map(Clean::line);
    }

    private String waiting() {
        return own.position().isPresent()
                ? text("state.position", "position", own.position().getAsInt())
                : text("state.waiting");
    }

    private List<Paragraph> cancelled() {
        return switch (mail.registration().standing()) {
            case Standing.Cancelled cancelled -> {
                if (cancelled.organisersReason().isPresent()) {
                    yield both(said(text("cancelled.by-organiser")), organisersReason());
                }
                List<Paragraph> what = said(text(cancelled.hadPlace() ? "cancelled.place" : "cancelled.queue"));
                yield cancelled.late() ? both(what, said(text("cancelled.late"))) : what;
            }
            case Standing.Confirmed c -> state();
            case Standing.Waitlisted w -> state();
            case Standing.UnderReview r -> state();
            case Standing.Declined d -> state();
            case Standing.Invited i -> state();
            case Standing.NotComing n -> state();
            case Standing.Revoked r -> state();
        };
    }

    private List<Paragraph> reason() {
        return reason(session.cancellation().map(SessionCancellation::reason).orElse(""));
    }

    private List<Paragraph> organisersReason() {
        return reason(mail.registration().standing().organisersReason().orElse(""));
    }

    private List<Paragraph> reason(String typed) {
        String reason = Clean.text(typed);
        return reason.isEmpty()
                ? List.of()
                : both(said(text("reason")), List.of(new Paragraph(reason, about.language())));
    }

    /** Where cancelling is possible until the start anyhow, there is no last chance to speak of. */
    private List<Paragraph> lastChance() {
        Duration left = Duration.between(mail.now(), document.cancelBy().toInstant());
        boolean last = !left.isNegative() && left.compareTo(LAST_CHANCE) <= 0;
        return last && !document.signUp().noticePeriod().isNone()
                ? said(text("reminder.last-chance", "moment", moment(document.cancelBy())))
                : List.of();
    }

    private List<Fact> sessionFacts() {
        String organisers = String.join(
                ", ",
                Stream.concat(Stream.of(about.organiser()), about.coOrganisers().stream())
                        .map(Clean::line)
                        .toList());
        String where = whereabouts(document.where(), language).orElseGet(() -> text("where.unknown"));
        boolean named = !Clean.line(document.where().place()).isEmpty();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(text("what"), Clean.line(about.title()), about.language(), Optional.empty()),
                new Fact(text("by"), organisers, about.language(), Optional.empty()),
                fact("when", inZone(Dates.when(document.when(), language))),
                new Fact(text("where"), where, named ? about.language() : language, Optional.empty())));
        title(mail.registration().standing().theme())
                .ifPresent(theme -> facts.add(1, new Fact(text("theme"), theme, about.language(), Optional.empty())));
        return facts;
    }

    private List<Fact> practicalFacts() {
        List<Fact> facts = new ArrayList<>();
        if (!session.isCancelled()) {
            switch (mail.registration().standing()) {
                case Standing.Confirmed c -> {
                    facts.addAll(join());
                    giveUpPlace().ifPresent(facts::add);
                }
                case Standing.Waitlisted w -> {
                    if (own.mayCancel()) {
                        facts.add(fact("cancel", text("cancel.queue")));
                    }
                }
                case Standing.UnderReview r -> {
                    if (own.mayCancel()) {
                        facts.add(fact("cancel", text("cancel.review")));
                    }
                }
                case Standing.Declined d -> {}
                case Standing.Cancelled c -> {
                    if (session.phase(mail.now()) == SignUpPhase.OPEN && session.isPublic()) {
                        facts.add(link("again", links.session(session.id())));
                    }
                }
                case Standing.Invited i -> {
                    if (own.mayAccept()) {
                        facts.add(fact("answer", text("answer.until", "moment", moment(document.closes()))));
                    }
                }
                case Standing.NotComing n -> {}
                case Standing.Revoked r -> {}
            }
        }
        if (mail.kind() == LetterKind.SESSION_CHANGED && session.isPublic()) {
            facts.add(link("session-page", links.session(session.id())));
        }
        facts.add(link("own-page", links.ownPage(mail.registration())));
        facts.add(new Fact(
                text("contact"),
                about.contact().value(),
                language,
                Optional.of(URI.create(Mailto.of(about.contact())))));
        return facts;
    }

    /** The person's own way in, which leads to wherever the meeting is when it is time; never the meeting's address. */
    static Optional<URI> wayIn(Mail mail, Links links) {
        Where where = mail.session().document().where();
        boolean comes = mail.registration().standing() instanceof Standing.Confirmed
                && !mail.session().isCancelled()
                && !mail.session().document().when().hasEndedBy(mail.now());
        return comes && (where.online() || where.meetingLink().url().isPresent())
                ? Optional.of(links.meeting(mail.registration()))
                : Optional.empty();
    }

    private List<Fact> join() {
        Optional<Fact> join = wayIn(mail, links).map(way -> link("join", way));
        if (join.isEmpty() || own.meetingLink().isPresent()) {
            return join.stream().toList();
        }
        MeetingLink meeting = document.where().meetingLink();
        String from = moment(meeting.visibleFrom().before(document.when().start()));
        String works = meeting.url().isPresent() ? text("join.from", "moment", from) : text("join.later");
        return List.of(join.get(), fact("join.works", works));
    }

    private Optional<Fact> giveUpPlace() {
        if (document.when().hasStartedBy(mail.now())) {
            return Optional.empty();
        }
        String key = own.isInTime() ? "cancel.until" : own.mayCancel() ? "cancel.late" : "cancel.over";
        String contact = about.contact().value();
        return Optional.of(fact("cancel", text(key, "moment", moment(document.cancelBy()), "contact", contact)));
    }

    /** Who has a place just now, or reads of a change, reads what it is about; all others know, or need it no longer. */
    private List<Paragraph> aboutTheSession() {
        String summary = Clean.text(about.summary());
        return switch (mail.kind()) {
            case INVITED, CONFIRMED, PROMOTED, SESSION_CHANGED ->
                summary.isEmpty() ? List.of() : List.of(new Paragraph(summary, about.language()));
            case REVOKED,
                    WAITING,
                    UNDER_REVIEW,
                    DECLINED,
                    CANCELLED,
                    SESSION_MOVED,
                    SESSION_CANCELLED,
                    CHOOSE_THEME,
                    REMINDER,
                    MATERIALS,
                    FOLLOW_UP,
                    OWN_LINK -> List.of();
        };
    }

    /** Whatever there is for them at this moment, in letters that everybody with a place gets for it. */
    private List<Reading> materials() {
        boolean lists = mail.kind().listsMaterials()
                && mail.registration().standing() instanceof Standing.Confirmed
                && !session.isCancelled();
        return lists ? own.materials().stream().map(this::reading).toList() : List.of();
    }

    private Reading reading(Material material) {
        String title = Clean.line(material.title());
        return new Reading(
                material.version()
                        .map(version -> title + " (" + Clean.line(version) + ")")
                        .orElse(title),
                about.language(),
                material.url());
    }

    private String days() {
        ZonedDateTime start = document.when().start();
        return Dates.fromNow(start, mail.now().atZone(start.getZone()), language);
    }

    private String moment(ZonedDateTime moment) {
        return inZone(Dates.moment(moment, language));
    }

    private String inZone(String when) {
        ZoneId zone = document.when().zone();
        return zone.equals(AT_HOME) ? when : text("zone", "zone", zone.getId(), "when", when);
    }

    private Fact fact(String label, String value) {
        return new Fact(text(label), value, language, Optional.empty());
    }

    private Fact link(String label, URI to) {
        return new Fact(text(label), to.toString(), language, Optional.of(to));
    }

    private String text(String key, Object... namesAndValues) {
        return TEXTS.text(language, key, namesAndValues);
    }

    private List<Paragraph> said(String... texts) {
        return Stream.of(texts).map(text -> new Paragraph(text, language)).toList();
    }

    private static List<Paragraph> both(List<Paragraph> first, List<Paragraph> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
