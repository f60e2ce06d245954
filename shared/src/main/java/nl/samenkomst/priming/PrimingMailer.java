package nl.samenkomst.priming;

import java.util.function.Consumer;
import nl.samenkomst.domain.access.InvitationLetterRequest;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.OrganiserLetterRequest;
import nl.samenkomst.domain.sending.OrganiserMailer;
import nl.samenkomst.domain.signin.SignInLetterRequest;
import nl.samenkomst.domain.signin.SignInMailer;

/** Writes every letter and sends none. */
public final class PrimingMailer implements Mailer, OrganiserMailer, SignInMailer {

    private final Consumer<LetterRequest> writer;
    private final Consumer<SignInLetterRequest> signInWriter;

    public PrimingMailer(Consumer<LetterRequest> writer, Consumer<SignInLetterRequest> signInWriter) {
        this.writer = writer;
        this.signInWriter = signInWriter;
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

    @Override
    public Delivery send(SignInLetterRequest letter) {
        signInWriter.accept(letter);
        return new Delivery.Taken("priming");
    }

    @Override
    public Delivery send(InvitationLetterRequest letter) {
        throw new IllegalStateException("nobody is invited while priming");
    }
}
