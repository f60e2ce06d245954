package nl.samenkomst.urls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.SingleLine;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.registration.CertificateCode;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signin.SignInToken;

/**
 * Mends the paths of mistyped links and of links that mail programs break: with a slash, punctuation or white space at
 * the end, two slashes in a row, or capitals. Keeps the case of an own link's token.
 */
public final class MendedPath {

    /** In UTF-16 code units: longer than any path of ours. */
    private static final int MAX_LENGTH = 300;

    private static final String PUNCTUATION = "/.,;:!?*'\"\u2019\u201D\u00BB)]}>";

    /** The ends of what is read at a session's address, besides its page. */
    private static final List<String> SESSION_FILES = List.of(".ics", ".png");

    /** The paths of all GET routes. */
    private static final List<String> ROUTES = List.of(
            "/",
            "/sessions",
            "/sessions.ics",
            "/sessions.atom",
            "/sessions/{id}",
            "/sessions/{id}/received",
            "/sessions/{id}/registrations/{token}",
            "/sessions/{id}/registrations/{token}/meeting",
            "/sessions/{id}/registrations/{token}/calendar.ics",
            "/sessions/{id}/registrations/{token}/certificate",
            "/sessions/{id}/certificates/{code}",
            "/privacy",
            "/accessibility",
            "/api/v1/openapi.json",
            "/api/v1/sessions",
            "/api/v1/sessions/{id}",
            "/api/v1/sessions/{id}/registrations/{token}",
            "/api/v1/sessions/{id}/registrations/{token}/data",
            "/api/v1/organiser/sessions",
            "/api/v1/organiser/sessions/{id}",
            "/api/v1/organiser/sessions/{id}/changes",
            "/api/v1/organiser/sessions/{id}/messages",
            "/api/v1/organiser/sessions/{id}/registrations",
            "/api/v1/organiser/sessions/{id}/registrations.csv",
            "/api/v1/organiser/sessions/{id}/registrations.xlsx",
            "/api/v1/organiser/sessions/{id}/registrations.html",
            "/api/v1/organiser/sessions/{id}/registrations/unconfirmed/cancellation",
            "/organise/sign-in",
            "/organise/sign-in/code",
            "/organise/sign-in/factor",
            "/organise/sign-in/oidc",
            "/organise/sign-in/oidc/callback",
            "/organise/sign-in/{token}",
            "/organise/me",
            "/organise/me/factor",
            "/organise/me/recovery-codes",
            "/organise",
            "/organise/sessions/{id}/participants",
            "/organise/sessions/{id}/participants/new",
            "/organise/sessions/{id}/invitations",
            "/organise/sessions/{id}/participants/{registration}",
            "/organise/sessions/{id}/participants/{registration}/erasure",
            "/organise/sessions",
            "/organise/sessions/{id}",
            "/organise/sessions/new",
            "/organise/sessions/{id}/edit",
            "/organise/sessions/{id}/edit/{section}",
            "/organise/sessions/{id}/edit/following",
            "/organise/sessions/{id}/preview",
            "/organise/sessions/{id}/preview/letters",
            "/organise/sessions/{id}/publication",
            "/organise/sessions/{id}/publication/following",
            "/organise/sessions/{id}/copy",
            "/organise/sessions/{id}/history",
            "/organise/sessions/{id}/cancellation",
            "/organise/sessions/{id}/door",
            "/organise/sessions/{id}/door/registrations",
            "/organise/sessions/{id}/answers",
            "/organise/sessions/{id}/answers.csv",
            "/organise/sessions/{id}/messages",
            "/organise/sessions/{id}/messages/new",
            "/organise/sessions/{id}/letters",
            "/organise/sessions/{id}/figures",
            "/organise/sessions/{id}/figures.csv",
            "/organise/figures",
            "/organise/figures.csv",
            "/organise/sessions/{id}/share",
            "/organise/sessions/{id}/lists",
            "/organise/sessions/{id}/list.csv",
            "/organise/sessions/{id}/list.xlsx",
            "/organise/sessions/{id}/list.html",
            "/organise/colleagues",
            "/organise/colleagues/new",
            "/organise/colleagues/{organiser}",
            "/organise/history");

    /** The paths of forms, whose GET leads to their page ({@link DeskUrls#pageOfForm}). */
    private static final List<String> FORMS = List.of(
            "/sessions/{id}/registrations",
            "/sessions/{id}/own-link",
            "/sessions/{id}/registrations/{token}/cancellation",
            "/sessions/{id}/registrations/{token}/acceptance",
            "/sessions/{id}/registrations/{token}/confirmation",
            "/sessions/{id}/registrations/{token}/changes",
            "/sessions/{id}/registrations/{token}/answers",
            "/sessions/{id}/registrations/{token}/renewal",
            "/sessions/{id}/registrations/{token}/own-link",
            "/sessions/{id}/registrations/{token}/erasure",
            "/sessions/{id}/registrations/{token}/refusal",
            "/organise/sign-out",
            "/organise/me/name",
            "/organise/me/sessions",
            "/organise/sessions/{id}/participants/decisions",
            "/organise/sessions/{id}/participants/decisions/withdrawal",
            "/organise/sessions/{id}/participants/{registration}/changes",
            "/organise/sessions/{id}/participants/{registration}/own-link",
            "/organise/sessions/{id}/participants/{registration}/priority",
            "/organise/sessions/{id}/participants/{registration}/cancellation",
            "/organise/sessions/{id}/reinstatement",
            "/organise/sessions/{id}/edit/removal",
            "/organise/sessions/{id}/edit/withdrawal",
            "/organise/sessions/{id}/messages/{message}/withdrawal",
            "/organise/sessions/{id}/letters/skipped",
            "/organise/sessions/{id}/participants/{registration}/presence",
            "/organise/colleagues/{organiser}/end",
            "/organise/colleagues/{organiser}/factor-reset",
            "/organise/colleagues/{organiser}/invitation");

    private MendedPath() {}

    /** Returns the paths of all GET routes, with their parameters in braces. */
    public static List<String> routes() {
        return ROUTES;
    }

    /** Returns the paths that take a form of a page and are no page themselves, with their parameters in braces. */
    public static List<String> forms() {
        return FORMS;
    }

    /**
     * Returns the mended path of a page, a feed, an API resource or a form, which needs no percent-encoding; empty if
     * the path is already right, or is close to none of these.
     *
     * @param path decoded
     */
    public static Optional<String> of(String path) {
        if (!path.startsWith("/") || path.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> segments = Arrays.stream(withoutEnd(path).split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return Stream.of(ROUTES, FORMS, List.of("/sessions/{file}"))
                .flatMap(List::stream)
                .flatMap(route -> match(route, segments).stream())
                .findFirst()
                .filter(mended -> !mended.equals(path));
    }

    private static String withoutEnd(String path) {
        int end = path.length();
        while (end > 0 && isPunctuationOrSpace(path.charAt(end - 1))) {
            end--;
        }
        return path.substring(0, end);
    }

    private static boolean isPunctuationOrSpace(char c) {
        return PUNCTUATION.indexOf(c) >= 0
                || SingleLine.tidy(Character.toString(c)).isEmpty();
    }

    /** Returns the path of this route with these segments, in its own case; empty if they do not match. */
    private static Optional<String> match(String route, List<String> segments) {
        List<String> expected = Arrays.stream(route.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        if (expected.size() != segments.size()) {
            return Optional.empty();
        }
        List<String> mended = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> segment = match(expected.get(i), segments.get(i));
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            mended.add(segment.get());
        }
        return Optional.of("/" + String.join("/", mended));
    }

    private static Optional<String> match(String part, String segment) {
        String lowerCase = segment.toLowerCase(Locale.ROOT);
        return switch (part) {
            case "{token}" ->
                OwnLink.parse(segment)
                        .map(OwnLink::token)
                        .or(() -> SignInToken.parse(segment).map(SignInToken::secret));
            case "{code}" -> CertificateCode.parse(segment).map(CertificateCode::written);
            case "{registration}" -> RegistrationId.parse(segment).map(RegistrationId::value);
            case "{message}" -> MessageId.parse(segment).map(MessageId::value);
            case "{section}" -> Section.of(lowerCase).map(Section::word);
            case "{organiser}" -> OrganiserId.parse(segment).map(OrganiserId::value);
            case "{id}" -> SessionId.parse(lowerCase).map(SessionId::value);
            case "{file}" ->
                SESSION_FILES.stream()
                        .flatMap(end -> file(lowerCase, end).stream())
                        .findFirst();
            default -> Optional.of(lowerCase).filter(part::equals);
        };
    }

    private static Optional<String> file(String name, String end) {
        return Optional.of(name)
                .filter(file -> file.endsWith(end))
                .map(file -> file.substring(0, file.length() - end.length()))
                .flatMap(SessionId::parse)
                .map(id -> id + end);
    }
}
