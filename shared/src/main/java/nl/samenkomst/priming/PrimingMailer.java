package nl.samenkomst.priming;

import java.util.function.Consumer;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.OrganiserLetterRequest;
import nl.samenkomst.domain.sending.OrganiserMailer;

/** Writes every letter and sends none. */
public final class PrimingMailer implements Mailer, OrganiserMailer {

    private final Consumer<LetterRequest> writer;

    public PrimingMailer(Consumer<LetterRequest> writer) {
        this.writer = writer;
    }

    @Override
    public Delivery send(LetterRequest mail) {
        writer.accept(mail);
        return new Delivery.Taken("priming");
    }

    /** Not primed: this letter is sent once a day, and nobody waits for it. */
    @Override
    public Delivery send(OrganiserLetterRequest mail) {
        throw new IllegalStateException("no organiser waits while priming");
    }
}
