package nl.samenkomst.letters;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.sending.ReviewLetterRequest;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.urls.DeskUrls;

/** Composes the letter to an organiser about registrations under review, in the session's language. */
final class ReviewLetterComposer {

    /** Any further registrations are only counted here, and named in the list. */
    private static final int MAX_NAMES = 100;

    private final ReviewLetterRequest mail;
    private final DeskUrls urls;
    private final About about;
    private final Language language;

    ReviewLetterComposer(ReviewLetterRequest mail, DeskUrls urls) {
        this.mail = mail;
        this.urls = urls;
        this.about = mail.session().document().about();
        this.language = about.language();
    }

    /** Returns content without a button: the list takes signed requests only, so a browser would be refused. */
    Content content() {
        return new Content(
                language,
                subject(),
                new Paragraph(
                        text(
                                "organiser.headline",
                                "moment",
                                since(mail.undecided().getFirst())),
                        language),
                new Paragraph(text("greeting", "name", BidiIsolation.isolated(about.organiser())), language),
                opening(),
                Optional.empty(),
                List.of(
                        fact("what", Sanitizer.line(about.title())),
                        fact("when", Dates.when(mail.session().document().when(), language)),
                        list()),
                List.of(),
                List.of(),
                List.of(),
                text("closing"),
                new Paragraph(text("desk"), language),
                text("organiser.why", "desk", text("desk")),
                Optional.empty());
    }

    private String subject() {
        int number = mail.undecided().size();
        String title = Sanitizer.line(about.title());
        return number == 1
                ? text("organiser.subject.one", "title", title)
                : text("organiser.subject.more", "number", number, "title", title);
    }

    private List<Paragraph> opening() {
        List<String> opening = new ArrayList<>();
        int number = mail.undecided().size();
        opening.add(number == 1 ? text("organiser.opening.one") : text("organiser.opening.more", "number", number));
        opening.add(mail.undecided().stream().limit(MAX_NAMES).map(this::line).collect(Collectors.joining("\n")));
        if (number > MAX_NAMES) {
            opening.add(text("organiser.rest", "number", number - MAX_NAMES));
        }
        opening.add(text("organiser.again"));
        return opening.stream().map(said -> new Paragraph(said, language)).toList();
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
        return Dates.moment(
                registration
                        .state()
                        .since()
                        .atZone(mail.session().document().when().zone()),
                language);
    }

    private DetailRow fact(String label, String value) {
        return new DetailRow(text(label), value, language, Optional.empty());
    }

    private DetailRow list() {
        URI list = urls.absolute(DeskUrls.undecided(mail.session().id()));
        return new DetailRow(text("organiser.list"), list.toString(), language, Optional.of(list));
    }

    private String text(String key, Object... namesAndValues) {
        return LetterContext.TEXTS.text(language, key, namesAndValues);
    }
}
