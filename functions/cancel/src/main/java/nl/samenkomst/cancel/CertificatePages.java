package nl.samenkomst.cancel;

import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.own.Certificate;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.own.ShowCertificate;
import nl.samenkomst.domain.registration.CertificateCode;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.DeskUrls;

/** Certificates of attendance: for the person who was there, and for whoever verifies one. */
final class CertificatePages {

    private final ShowCertificate showCertificate;
    private final Pages pages;
    private final Responses answers;

    CertificatePages(Wiring wiring) {
        this.showCertificate = wiring.showCertificate();
        this.pages = wiring.publicPages();
        this.answers = wiring.answers();
    }

    /** Returns the person's certificate; redirects to the own page if there is none, or not yet. */
    Response own(OwnRequest asked, OwnRegistration own) {
        Optional<Language> named = Responses.namedLanguage(asked.request());
        Language language = named.orElseGet(() -> own.registration().language());
        return showCertificate
                .of(own)
                .map(certificate -> answers.page(200, pages.certificate(certificate, asked.link(), language), language)
                        .personal())
                .orElseGet(() -> Response.seeOther(DeskUrls.own(asked.session(), asked.link(), named))
                        .personal());
    }

    /**
     * Returns what the certificate with this code says. Treats every other code alike, so the response never reveals
     * whether there was such a session, person or certificate.
     */
    Response verify(Request request) {
        Optional<Certificate> found = SessionId.parse(request.path("id"))
                .flatMap(session -> CertificateCode.parse(request.path("code"))
                        .flatMap(code -> showCertificate.verify(session, code)));
        Language language = Responses.language(request);
        return found.map(certificate -> answers.page(200, pages.verifiedCertificate(certificate, language), language)
                        .personal())
                .orElseGet(() -> answers.refused(request, Refusal.CERTIFICATE_UNKNOWN));
    }
}
