package nl.samenkomst.letters;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.ReviewMail;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.About;
import nl.samenkomst.texts.Dates;

/** The words of the letter to an organiser about who waits for a decision, in the session's language. */
final class ReviewWording {

    /** Who has more to decide looks at the list. */
    private static final int MOST_NAMES = 100;

    private final ReviewMail mail;
    private final Links links;
    private final About about;
    private final Language language;

    ReviewWording(ReviewMail mail, Links links) {
        this.mail = mail;
        this.links = links;
        this.about = mail.session().document().about();
        this.language = about.language();
    }

    Content content() {
        return new Content(
                language,
                counted("organiser.subject"),
                text("organiser.greeting", "organiser", Clean.line(about.organiser())),
                opening(),
                List.of(
                        fact("what", Clean.line(about.title())),
                        fact("when", Dates.when(mail.session().document().when(), language))),
                List.of(link("organiser.list", links.undecided(mail.session().id()))),
                List.of(),
                List.of(),
                List.of(),
                text("closing"),
                new Paragraph(text("organiser.sender"), language));
    }

    private List<Paragraph> opening() {
        List<String> opening = new ArrayList<>();
        opening.add(counted("organiser.opening"));
        opening.add(mail.undecided().stream().limit(MOST_NAMES).map(this::line).collect(Collectors.joining("\n")));
        if (mail.undecided().size() > MOST_NAMES) {
            opening.add(text("organiser.rest", "number", mail.undecided().size() - MOST_NAMES));
        }
        opening.add(text("organiser.again"));
        return opening.stream().map(said -> new Paragraph(said, language)).toList();
    }

    private String line(Registration registration) {
        String name = Clean.line(registration.person().name());
        String since = Dates.moment(
                registration
                        .standing()
                        .since()
                        .atZone(mail.session().document().when().zone()),
                language);
        return registration
                .person()
                .organisation()
                .map(Clean::line)
                .map(from -> text("organiser.who.from", "name", name, "organisation", from, "moment", since))
                .orElseGet(() -> text("organiser.who", "name", name, "moment", since));
    }

    private String counted(String key) {
        int number = mail.undecided().size();
        String title = Clean.line(about.title());
        return number == 1 ? text(key + ".one", "title", title) : text(key + ".more", "number", number, "title", title);
    }

    private Fact fact(String label, String value) {
        return new Fact(text(label), value, language, Optional.empty());
    }

    private Fact link(String label, URI to) {
        return new Fact(text(label), to.toString(), language, Optional.of(to));
    }

    private String text(String key, Object... namesAndValues) {
        return Wording.TEXTS.text(language, key, namesAndValues);
    }
}
