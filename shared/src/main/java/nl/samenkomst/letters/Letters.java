package nl.samenkomst.letters;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.ReviewLetterRequest;
import nl.samenkomst.style.HouseStyle;

/** Writes letters. The same mail gives the same bytes: nothing here knows the time or throws dice. */
public final class Letters {

    private final EmailAddress sender;
    private final Links links;
    private final LetterStyles look;

    /**
     * Writes letters that come from this address.
     *
     * @param baseUrl where people find the desk, without a slash at the end
     */
    public Letters(EmailAddress sender, URI baseUrl, HouseStyle style) {
        this.sender = sender;
        this.links = new Links(baseUrl);
        this.look = new LetterStyles(style);
    }

    /** Everything that holds when the mail leaves, in the person's language. */
    public Letter write(LetterRequest mail) {
        Content content = new LetterComposer(mail, links).content();
        Person person = mail.registration().person();
        EmailAddress contact = mail.session().document().about().contact();
        Envelope envelope = new Envelope(sender, person.email(), person.name(), contact, mail.now());
        List<Attachment> others =
                mail.bundled().stream().flatMap(this::attachment).toList();
        byte[] bytes = new MimeMail(envelope, look).write(content, Invitation.of(mail, sender, links), others);
        return new Letter(mail.kind().word(), mail.session().id(), sender, person.email(), content.subject(), bytes);
    }

    private Stream<Attachment> attachment(LetterRequest mail) {
        return Invitation.of(mail, sender, links)
                .map(calendar -> new Attachment(mail.session().id() + ".ics", calendar))
                .stream();
    }

    /** The letter to the organiser's contact address about who waits for a decision, in the session's language. */
    public Letter write(ReviewLetterRequest mail) {
        Content content = new ReviewLetterComposer(mail, links).content();
        About about = mail.session().document().about();
        Envelope envelope = new Envelope(sender, about.contact(), about.organiser(), about.contact(), mail.now());
        byte[] bytes = new MimeMail(envelope, look).write(content, Optional.empty(), List.of());
        return new Letter("review", mail.session().id(), sender, about.contact(), content.subject(), bytes);
    }
}
