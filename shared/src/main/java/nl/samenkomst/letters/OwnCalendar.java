package nl.samenkomst.letters;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.urls.DeskUrls;

/** Writes a person's own calendar entry as a letter of now would carry it, so that later letters correct it. */
public final class OwnCalendar {

    private final EmailAddress sender;
    private final DeskUrls urls;

    /**
     * Creates the calendar of a desk.
     *
     * @param sender the address that letters come from
     * @param baseUrl the desk's public URL, without a trailing slash
     */
    public OwnCalendar(EmailAddress sender, URI baseUrl) {
        this.sender = sender;
        this.urls = new DeskUrls(baseUrl);
    }

    /**
     * An iCalendar object.
     *
     * @param method what a calendar must do with it: {@code REQUEST} or {@code CANCEL} (RFC 5546 §1.4)
     */
    public record Entry(String method, String text) {}

    /** Returns the entry of a person with a place, or a cancellation of it; empty if there was never a place. */
    public Optional<Entry> entry(OwnRegistration own) {
        return Invitation.of(asInLetter(own), sender, urls)
                .map(calendar -> new Entry(calendar.method().name(), calendar.text()));
    }

    private static LetterRequest asInLetter(OwnRegistration own) {
        return new LetterRequest(
                kind(own), own.sessionSnapshot(), own.registration(), own.position(), own.now(), List.of());
    }

    private static LetterKind kind(OwnRegistration own) {
        if (own.session().isCancelled()) {
            return LetterKind.SESSION_CANCELLED;
        }
        return own.registration().state() instanceof RegistrationState.Confirmed
                ? LetterKind.OWN_LINK
                : LetterKind.CANCELLED;
    }
}
