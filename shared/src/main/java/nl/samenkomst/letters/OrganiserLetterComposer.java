package nl.samenkomst.letters;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.ThemePlaces;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.sending.OrganiserLetterRequest;
import nl.samenkomst.domain.sending.OrganiserNumbers;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.OrganiserUrls;

/** Composes the letter to an organiser: what changed, who waits for a decision, who comes; in the session's language. */
final class OrganiserLetterComposer {

    /** Any further registrations are only counted here, and named in the list. */
    private static final int MAX_NAMES = 100;

    private static final String UNDER_REVIEW = "under-review";

    private final OrganiserLetterRequest mail;
    private final DeskUrls api;
    private final Optional<DeskUrls> desk;
    private final About about;
    private final Language language;

    /**
     * Creates the composer of a letter.
     *
     * @param api the URLs of the organiser's API
     * @param desk the URLs of the organiser's pages; empty if the desk has no organisers who sign in with a browser
     */
    OrganiserLetterComposer(OrganiserLetterRequest mail, DeskUrls api, Optional<DeskUrls> desk) {
        this.mail = mail;
        this.api = api;
        this.desk = desk;
        this.about = mail.session().document().about();
        this.language = about.language();
    }

    /**
     * Returns content with a button to the organiser's pages. If the desk has none, it has the list's address and no
     * button: the list takes signed requests only, so a browser would be refused.
     */
    Content content() {
        return new Content(
                language,
                subject(),
                new Paragraph(headline(), language),
                new Paragraph(text("greeting", "name", BidiIsolation.isolated(about.organiser())), language),
                opening(),
                desk.map(this::button),
                Stream.concat(
                                Stream.of(
                                        fact("what", Sanitizer.line(about.title())),
                                        fact(
                                                "when",
                                                Dates.when(
                                                        mail.session()
                                                                .document()
                                                                .when(),
                                                        language))),
                                Stream.of(desk.map(this::messages).orElseGet(this::list)))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                text("closing"),
                new Paragraph(text("desk"), language),
                text("organiser.why", "desk", text("desk")),
                Optional.empty(),
                Optional.empty());
    }

    private String subject() {
        int undecided = mail.undecided().size();
        String title = Sanitizer.line(about.title());
        if (undecided > 0) {
            return undecided == 1
                    ? text("organiser.subject.one", "title", title)
                    : text("organiser.subject.more", "number", undecided, "title", title);
        }
        return mail.isDayBefore()
                ? text("organiser.subject.tomorrow", "number", confirmed(), "title", title)
                : text("organiser.subject.changes", "title", title);
    }

    private String headline() {
        if (!mail.undecided().isEmpty()) {
            return text("organiser.headline", "moment", since(mail.undecided().getFirst()));
        }
        return mail.isDayBefore()
                ? text("organiser.headline.tomorrow", "number", confirmed())
                : text("organiser.headline.changes");
    }

    private List<Paragraph> opening() {
        List<String> opening = new ArrayList<>();
        mail.changes().ifPresent(changes -> opening.add(lines(changes)));
        if (mail.changes().isPresent() || mail.isDayBefore()) {
            opening.add(String.join("\n", now()));
        }
        opening.addAll(undecided());
        return opening.stream().map(said -> new Paragraph(said, language)).toList();
    }

    private String lines(OrganiserNumbers changes) {
        List<String> lines = new ArrayList<>();
        lines.add(text("organiser.since", "moment", moment(changes.since())));
        addCount(changes.signUps(), "organiser.sign-ups.one", "organiser.sign-ups.more", lines);
        addCount(changes.cancellations(), "organiser.cancellations.one", "organiser.cancellations.more", lines);
        addCount(changes.late(), "organiser.late.one", "organiser.late.more", lines);
        addCount(changes.freed(), "organiser.freed.one", "organiser.freed.more", lines);
        addCount(changes.promoted(), "organiser.promoted.one", "organiser.promoted.more", lines);
        addCount(changes.undeliverable(), "organiser.undeliverable.one", "organiser.undeliverable.more", lines);
        addCount(changes.complaints(), "organiser.complaints.one", "organiser.complaints.more", lines);
        return String.join("\n", lines);
    }

    private void addCount(int number, String one, String more, List<String> lines) {
        if (number > 0) {
            lines.add(number == 1 ? text(one) : text(more, "number", number));
        }
    }

    /** Returns who comes and who waits at this moment, in numbers. */
    private List<String> now() {
        Places places = mail.sessionSnapshot().places();
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "organiser.now",
                "confirmed",
                confirmed(),
                "waiting",
                places.waiting(),
                "review",
                places.count(Count.REVIEWING)));
        for (Theme theme : mail.session().document().themes()) {
            int taken = Optional.ofNullable(places.themes().get(theme.id()))
                    .map(ThemePlaces::taken)
                    .orElse(0);
            lines.add(text("organiser.now.theme", "theme", BidiIsolation.isolated(theme.title()), "number", taken));
        }
        return lines;
    }

    private int confirmed() {
        Places places = mail.sessionSnapshot().places();
        return places.taken() - places.count(Count.HELD);
    }

    private List<String> undecided() {
        int number = mail.undecided().size();
        if (number == 0) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        all.add(number == 1 ? text("organiser.opening.one") : text("organiser.opening.more", "number", number));
        all.add(mail.undecided().stream().limit(MAX_NAMES).map(this::line).collect(Collectors.joining("\n")));
        if (number > MAX_NAMES) {
            all.add(text("organiser.rest", "number", number - MAX_NAMES));
        }
        all.add(text("organiser.again"));
        return all;
    }

    private String line(Registration registration) {
        String name = BidiIsolation.isolated(registration.person().name());
        String since = since(registration);
        return registration
                .person()
                .organisation()
                .map(BidiIsolation::isolated)
                .map(from -> text("organiser.who.from", "name", name, "organisation", from, "moment", since))
                .orElseGet(() -> text("organiser.who", "name", name, "moment", since));
    }

    private String since(Registration registration) {
        return moment(registration.state().since());
    }

    private String moment(Instant moment) {
        return Dates.moment(moment.atZone(mail.session().document().when().zone()), language);
    }

    private DetailRow fact(String label, String value) {
        return new DetailRow(text(label), value, language, Optional.empty());
    }

    /** Returns the button to the people who wait for a decision, or else to the session. */
    private Action button(DeskUrls urls) {
        SessionId session = mail.session().id();
        OrganiserUrls pages = new OrganiserUrls(Optional.empty());
        boolean isUndecided = !mail.undecided().isEmpty();
        String page = isUndecided ? pages.participants(session, UNDER_REVIEW) : pages.session(session);
        return new Action(
                isUndecided ? text("organiser.button.decide") : text("organiser.button.session"),
                text("organiser.button.place"),
                urls.absolute(page));
    }

    /** Returns the link to write to the people of the session. */
    private DetailRow messages(DeskUrls urls) {
        OrganiserUrls pages = new OrganiserUrls(Optional.empty());
        URI page = urls.absolute(pages.session(mail.session().id(), "messages"));
        return new DetailRow(text("organiser.messages"), text("organiser.messages.write"), language, Optional.of(page));
    }

    private DetailRow list() {
        SessionId session = mail.session().id();
        URI list =
                api.absolute(mail.undecided().isEmpty() ? DeskUrls.participants(session) : DeskUrls.undecided(session));
        return new DetailRow(text("organiser.list"), list.toString(), language, Optional.of(list));
    }

    private String text(String key, Object... namesAndValues) {
        return LetterContext.TEXTS.text(language, key, namesAndValues);
    }
}
