package nl.samenkomst.organiserpages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;
import nl.samenkomst.texts.VenueText;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code share.jte}: what leads people to a session's public page, each ready to copy.
 *
 * @param inBoth whether the text for a newsletter is shown in every language, not only the session's own
 */
public record SharePage(Session about, DeskUrls desk, boolean inBoth, Viewer viewer) implements OrganiserPage {

    /** The parameter that asks for the text for a newsletter in every language, if it is {@link #EVERY}. */
    public static final String TEXTS_IN = "texts";

    public static final String EVERY = "every";

    private static final Texts TEXTS = new Texts("share");

    /** The size of one square of the QR code in a file, in pixels: large enough to print. */
    private static final int SQUARE = 8;

    @Override
    public String template() {
        return "share";
    }

    @Override
    public String heading() {
        return say("title");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(about);
    }

    public String say(String key, Object... namesAndValues) {
        return TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns whether the address leads anybody to the session. */
    public boolean isPublic() {
        return about.isPublic();
    }

    /** Returns why the address is of little use now; empty if people can sign up there, or will. */
    public Optional<String> warning() {
        if (about.document().when().hasEndedBy(viewer().now())) {
            return Optional.of(say("ended"));
        }
        return switch (about.phase(viewer().now())) {
            case CANCELLED -> Optional.of(say("cancelled"));
            case CLOSED -> Optional.of(say("closed"));
            case NOT_YET, OPEN -> Optional.empty();
        };
    }

    public String address() {
        return publicPage().toString();
    }

    private URI publicPage() {
        return desk.absolute(DeskUrls.session(about.id()));
    }

    public String calendar() {
        return desk.absolute(DeskUrls.calendar(about.id())).toString();
    }

    public String snippet() {
        return HtmlSnippet.of(about, publicPage());
    }

    /** Returns the QR code as an SVG file in a {@code data:} address, to show and to save. */
    public String qrCode() {
        QrPicture picture = QrPicture.of(address());
        int width = picture.size() * SQUARE;
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + picture.size() + " " + picture.size()
                + "\" width=\"" + width + "\" height=\"" + width
                + "\"><path fill=\"#fff\" d=\"M0 0h" + picture.size() + "v" + picture.size() + "H0z\"/>"
                + "<path stroke=\"#000\" d=\"" + picture.path() + "\"/></svg>";
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the languages of the text for a newsletter, the session's own first. */
    public List<Language> newsletterLanguages() {
        Language own = about.document().about().language();
        return inBoth
                ? Stream.concat(Stream.of(own), Arrays.stream(Language.values()).filter(other -> other != own))
                        .toList()
                : List.of(own);
    }

    /** Returns a paragraph for a newsletter; the desk's own words are in this language, the session's stay as they are. */
    public String newsletter(Language in) {
        String first = about.document().about().summary().strip().split("\\n\\s*\\n", 2)[0];
        return Stream.of(
                        Stream.concat(
                                        Stream.of(
                                                about.document().about().title(),
                                                Dates.when(about.document().when(), in)),
                                        VenueText.of(about.document().where(), in).stream())
                                .collect(Collectors.joining("\n")),
                        first,
                        invitation(in))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String invitation(Language in) {
        return switch (about.phase(viewer().now())) {
            case NOT_YET ->
                TEXTS.text(
                        in,
                        "text.from",
                        "moment",
                        Dates.moment(about.document().signUp().opens().orElseThrow(), in),
                        "address",
                        address());
            case OPEN -> TEXTS.text(in, "text.sign-up", "address", address());
            case CLOSED -> TEXTS.text(in, "text.more", "address", address());
            case CANCELLED -> TEXTS.text(in, "text.cancelled", "address", address());
        };
    }

    /** Returns this page with the text for a newsletter in every language, or in the session's own again. */
    public String otherTexts() {
        String path = links().sessionPath(about.id(), "share");
        return inBoth ? links().at(path) : links().at(path, TEXTS_IN, EVERY);
    }
}
