package nl.samenkomst.pages;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.own.Certificate;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code certificate.jte}: a certificate of attendance to print, or what anybody sees who verifies one.
 *
 * @param own the own link of the person who prints it; empty for whoever verifies it
 */
public record CertificatePage(Certificate certificate, Optional<OwnLink> own, DeskUrls urls, Language language)
        implements AfterwardsTexts {

    @Override
    public String title() {
        return after(
                isToPrint() ? "certificate.title" : "certificate.verified.title",
                "title",
                session().document().about().title());
    }

    public String heading() {
        return after(isToPrint() ? "certificate.heading" : "certificate.verified");
    }

    @Override
    public String in(Language other) {
        return own.map(link -> DeskUrls.certificate(session().id(), link, other))
                .or(() -> certificate
                        .code()
                        .map(code -> DeskUrls.certificate(session().id(), code) + "?lang=" + other.tag()))
                .orElseThrow();
    }

    /** Returns whether this is the certificate itself. */
    public boolean isToPrint() {
        return own.isPresent();
    }

    public Session session() {
        return certificate.session();
    }

    /** Returns the name on the certificate. */
    public String name() {
        return certificate.registration().person().name();
    }

    /** Returns the address at which the certificate can be verified; empty if it cannot. */
    public Optional<URI> address() {
        return certificate
                .code()
                .map(code -> urls.absolute(DeskUrls.certificate(session().id(), code)));
    }

    /** Returns until when it can be verified. */
    public String until() {
        return after(
                "certificate.until",
                "day",
                Dates.day(
                        session()
                                .document()
                                .forgetAt()
                                .atZone(session().document().when().zone()),
                        language));
    }
}
