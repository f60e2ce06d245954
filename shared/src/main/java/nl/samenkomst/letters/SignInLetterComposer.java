package nl.samenkomst.letters;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.InvitationLetterRequest;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.signin.SignInLetterRequest;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.OrganiserUrls;

/** Composes the letters to organisers about signing in. No subject has a code, since phones show it when locked. */
final class SignInLetterComposer {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final DeskUrls urls;

    SignInLetterComposer(DeskUrls urls) {
        this.urls = urls;
    }

    Content content(SignInLetterRequest mail) {
        Language language = mail.question().language();
        String asked = Sanitizer.line(mail.question().browser());
        String browser = asked.isEmpty() ? text(language, "sign-in.browser.unknown") : asked;
        URI link = urls.absolute(new OrganiserUrls(Optional.of(language)).link(mail.link()));
        return content(
                language,
                mail.organiser(),
                text(language, "sign-in.subject"),
                text(language, "sign-in.headline"),
                List.of(text(language, "sign-in.link"), text(language, "sign-in.code-instead")),
                new Action(text(language, "sign-in.button"), text(language, "sign-in.caption"), link),
                List.of(
                        new DetailRow(
                                text(language, "sign-in.code"), mail.code().inGroups(), language, Optional.empty()),
                        new DetailRow(
                                text(language, "sign-in.asked"),
                                text(
                                        language,
                                        "sign-in.asked.value",
                                        "moment",
                                        moment(mail.askedAt(), language),
                                        "browser",
                                        browser),
                                language,
                                Optional.empty())),
                text(language, "sign-in.not-me"));
    }

    Content content(InvitationLetterRequest mail) {
        Language language = mail.language();
        URI link = urls.absolute(new OrganiserUrls(Optional.of(language)).signIn());
        String role = role(mail.colleague().role(), language);
        return content(
                language,
                mail.colleague(),
                text(language, "invited.subject"),
                text(language, "invited.headline"),
                List.of(
                        mail.by()
                                .map(by -> text(
                                        language,
                                        "invited.by",
                                        "name",
                                        BidiIsolation.isolated(by.name()),
                                        "role",
                                        role))
                                .orElseGet(() -> text(language, "invited.by.nobody", "role", role)),
                        text(
                                language,
                                mail.connects() ? "invited.how.organisation" : "invited.how",
                                "address",
                                mail.colleague().email().value())),
                new Action(text(language, "invited.button"), text(language, "invited.caption"), link),
                List.of(),
                text(language, "invited.not-me"));
    }

    private static String role(Role role, Language language) {
        return switch (role) {
            case ADMINISTRATOR -> text(language, "invited.role.administrator");
            case ORGANISER -> text(language, "invited.role.organiser");
            case HOST -> text(language, "invited.role.host");
        };
    }

    private static Content content(
            Language language,
            Organiser organiser,
            String subject,
            String headline,
            List<String> opening,
            Action action,
            List<DetailRow> facts,
            String notMe) {
        return new Content(
                language,
                subject,
                new Paragraph(headline, language),
                new Paragraph(text(language, "greeting", "name", BidiIsolation.isolated(organiser.name())), language),
                opening.stream().map(words -> new Paragraph(words, language)).toList(),
                Optional.of(action),
                facts,
                List.of(),
                List.of(),
                List.of(),
                text(language, "closing"),
                new Paragraph(text(language, "desk"), language),
                notMe,
                Optional.empty(),
                Optional.empty());
    }

    private static String moment(Instant moment, Language language) {
        return Dates.moment(moment.atZone(ZONE), language);
    }

    private static String text(Language language, String key, Object... namesAndValues) {
        return LetterContext.TEXTS.text(language, key, namesAndValues);
    }
}
