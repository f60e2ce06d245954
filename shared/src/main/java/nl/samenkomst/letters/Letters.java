package nl.samenkomst.letters;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.access.InvitationLetterRequest;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.delivery.LetterTags;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.sending.OrganiserLetterRequest;
import nl.samenkomst.domain.signin.SignInLetterRequest;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.urls.DeskUrls;

/** Writes letters deterministically: the same mail gives the same bytes, since no clock or randomness is used. */
public final class Letters {

    private final EmailAddress sender;
    private final DeskUrls urls;
    private final DeskUrls organiserUrls;
    private final boolean hasOrganisers;
    private final LetterStyles styles;

    /**
     * Creates the letters of a desk.
     *
     * @param sender the address that letters come from
     * @param baseUrl the desk's public URL, without a trailing slash
     * @param organiserUrl the URL of the organiser's API, without a trailing slash
     * @param hasOrganisers whether organisers sign in with a browser, so that letters to them lead to their pages
     * @throws IllegalArgumentException if a URL has no host or ends with a slash
     */
    public Letters(EmailAddress sender, URI baseUrl, URI organiserUrl, boolean hasOrganisers, HouseStyle style) {
        this.sender = sender;
        this.urls = new DeskUrls(baseUrl);
        this.organiserUrls = new DeskUrls(organiserUrl);
        this.hasOrganisers = hasOrganisers;
        this.styles = new LetterStyles(style);
    }

    /** Creates the letters of a desk that need no URL of the organiser's API: those about signing in. */
    public Letters(EmailAddress sender, URI baseUrl, HouseStyle style) {
        this(sender, baseUrl, baseUrl, true, style);
    }

    /** Writes a letter with everything that is true when the mail is sent, in the person's language. */
    public Letter write(LetterRequest mail) {
        Content content = content(mail);
        Person person = mail.registration().person();
        EmailAddress contact = mail.session().document().about().contact();
        Envelope envelope = new Envelope(sender, person.email(), mail.name().orElse(""), contact, mail.now());
        List<Attachment> entries = Stream.concat(Stream.of(mail), mail.bundled().stream())
                .flatMap(this::entry)
                .toList();
        byte[] bytes = new MimeMail(envelope, styles)
                .write(
                        content,
                        entries.stream().map(Attachment::calendar).findFirst(),
                        entries.stream().skip(1).toList());
        return new Letter(tags(mail), sender, person.email(), content.subject(), bytes);
    }

    private Content content(LetterRequest mail) {
        LetterComposer composer = new LetterComposer(mail, urls);
        return mail.isProof() ? composer.proof() : composer.content();
    }

    private static LetterTags tags(LetterRequest mail) {
        if (mail.isProof()) {
            return new LetterTags("message-proof", mail.session().id(), mail.now(), List.of());
        }
        List<LetterRequest> all =
                Stream.concat(Stream.of(mail), mail.bundled().stream()).toList();
        return new LetterTags(
                mail.kind().word(),
                mail.session().id(),
                // The clocks of the machines that made the registrations and of this one may differ.
                all.stream()
                        .map(LetterRequest::now)
                        .max(Comparator.naturalOrder())
                        .orElse(mail.now()),
                all.stream()
                        .map(one -> new RegistrationKey(
                                one.session().id(), one.registration().id()))
                        .toList());
    }

    private Stream<Attachment> entry(LetterRequest mail) {
        return Invitation.of(mail, sender, urls)
                .map(calendar -> new Attachment(mail.session().id() + ".ics", calendar))
                .stream();
    }

    /** Writes a letter to the organiser's contact, in the session's language. */
    public Letter write(OrganiserLetterRequest mail) {
        Content content = new OrganiserLetterComposer(
                        mail, organiserUrls, hasOrganisers ? Optional.of(urls) : Optional.empty())
                .content();
        About about = mail.session().document().about();
        Envelope envelope = new Envelope(sender, about.contact(), about.organiser(), about.contact(), mail.now());
        byte[] bytes = new MimeMail(envelope, styles).write(content, Optional.empty(), List.of());
        LetterTags tags = new LetterTags(mail.kind(), mail.session().id(), mail.now(), List.of());
        return new Letter(tags, sender, about.contact(), content.subject(), bytes);
    }

    /** Writes the letter to sign in with, in the language of the page where somebody asked for it. */
    public Letter write(SignInLetterRequest mail) {
        return toOrganiser("sign-in", mail.organiser(), mail.now(), new SignInLetterComposer(urls).content(mail));
    }

    /** Writes the letter to a new colleague, in the language of the page where they were invited. */
    public Letter write(InvitationLetterRequest mail) {
        return toOrganiser(
                "organiser-invited", mail.colleague(), mail.now(), new SignInLetterComposer(urls).content(mail));
    }

    /** Replies go to the sender, as there is nobody to ask. */
    private Letter toOrganiser(String kind, Organiser organiser, Instant now, Content content) {
        Envelope envelope = new Envelope(sender, organiser.email(), organiser.name(), sender, now);
        byte[] bytes = new MimeMail(envelope, styles).write(content, Optional.empty(), List.of());
        return new Letter(new LetterTags(kind, now), sender, organiser.email(), content.subject(), bytes);
    }
}
