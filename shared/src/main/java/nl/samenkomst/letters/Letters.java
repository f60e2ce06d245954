package nl.samenkomst.letters;

import java.net.URI;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.letter.Mail;

/** Writes letters. The same mail gives the same bytes: nothing here knows the time or throws dice. */
public final class Letters {

    private final EmailAddress sender;
    private final Links links;

    /**
     * Writes letters that come from this address.
     *
     * @param baseUrl where people find the desk, without a slash at the end
     */
    public Letters(EmailAddress sender, URI baseUrl) {
        this.sender = sender;
        this.links = new Links(baseUrl);
    }

    /** Everything that holds when the mail leaves, in the person's language. */
    public Letter write(Mail mail) {
        Content content = new Wording(mail, links).content();
        byte[] bytes = new MimeMail(mail, sender).write(content, Invitation.of(mail, content, sender, links));
        return new Letter(
                mail.kind(),
                mail.session().id(),
                sender,
                mail.registration().person().email(),
                content.subject(),
                bytes);
    }
}
