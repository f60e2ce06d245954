package nl.samenkomst.rehearsal;

import java.util.function.Consumer;
import nl.samenkomst.domain.letter.Delivery;
import nl.samenkomst.domain.letter.Mail;
import nl.samenkomst.domain.letter.Mailer;
import nl.samenkomst.domain.letter.OrganiserMailer;
import nl.samenkomst.domain.letter.ReviewMail;

/** Has every letter written, and sends none. */
public final class RehearsedMailer implements Mailer, OrganiserMailer {

    private final Consumer<Mail> writer;

    public RehearsedMailer(Consumer<Mail> writer) {
        this.writer = writer;
    }

    @Override
    public Delivery send(Mail mail) {
        writer.accept(mail);
        return new Delivery.Accepted("rehearsal");
    }

    /** Not rehearsed: it leaves once a day, and nobody waits for it. */
    @Override
    public Delivery send(ReviewMail mail) {
        throw new IllegalStateException("no organiser waits for a rehearsal");
    }
}
