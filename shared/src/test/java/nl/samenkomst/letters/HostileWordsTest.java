package nl.samenkomst.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.component.VEvent;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.Mail;
import nl.samenkomst.domain.registration.LetterKind;
import nl.samenkomst.domain.session.About;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.domain.session.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever gets past the forms, it changes the words of a letter and never its form. */
class HostileWordsTest {

    private static final Letters LETTERS =
            new Letters(new EmailAddress("aanmelden@desk.example"), URI.create("https://aanmelden.example.org"));

    static Stream<String> hostile() {
        return Stream.of(
                "Evil\r\nBcc: victim@example.net",
                "Evil\rBcc: victim@example.net",
                "Evil\nBcc: victim@example.net\n\nbody",
                "Ünicode\r\n Bcc: victim@example.net",
                "Doe, \"John\" (x) <y@example.net>",
                "John\" <victim@example.net>, \"x",
                "back\\slash \\\" ; : , \\n",
                "=?UTF-8?B?RXZpbA0KQmNjOiB2aWN0aW1AZXhhbXBsZS5uZXQ=?=",
                "é =?UTF-8?Q?fake?=",
                "--=_samenkomst--",
                "x\r\n--=_samenkomst\r\nContent-Type: text/html\r\n\r\n<b>",
                "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
                "x\\nEND:VCALENDAR^n^'^^",
                "a;CN=b:mailto:victim@example.net",
                "<script>alert(1)</script> & \"'</p></dl>",
                "${1+1} {title} {link} {name} @if(true)",
                "\u202Egnp.exe\u2066x\u2069",
                "null\0byte\u0007\u001B[31m",
                "line\u2028para\u2029next\u0085nel\u000Bvt",
                "\uD800lone",
                "\uFFFE\uFFFF",
                "🙂👩‍👩‍👧".repeat(40),
                "مرحبا بكم في الاجتماع",
                "Ä".repeat(400),
                "a".repeat(1200),
                "word ".repeat(200),
                "");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void changeNoLettersForm(String words) {
        Mail plain = mail("Naam", "Titel");
        ReadLetter expected = ReadLetter.of(LETTERS.write(plain).bytes());

        byte[] bytes = LETTERS.write(mail(words, words)).bytes();
        ReadLetter letter = ReadLetter.of(bytes);

        assertThat(letter.headerNames()).isEqualTo(expected.headerNames());
        assertThat(letter.addresses("To")).singleElement().satisfies(to -> assertThat(to.getAddress())
                .isEqualTo("person@example.org"));
        assertThat(letter.addresses("From")).singleElement().satisfies(from -> assertThat(from.getAddress())
                .isEqualTo("aanmelden@desk.example"));
        assertThat(letter.parts())
                .extracting(ReadLetter.Part::type)
                .isEqualTo(expected.parts().stream().map(ReadLetter.Part::type).toList());
        assertThat(tags(letter.html())).isEqualTo(tags(expected.html()));
        assertThat(lines(bytes)).allMatch(line -> line.length() <= 998);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1).chars()).allMatch(c -> c < 127);
        assertThat(letter.text()).doesNotContain("\u202E", "\0", "\u001B");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void reachTheReaderAsTheyStand(String words) {
        String shown = Clean.line(words).replace("=?", "= ?");

        ReadLetter letter = ReadLetter.of(LETTERS.write(mail(words, words)).bytes());

        assertThat(letter.subject()).isEqualTo("Je bent aangemeld: " + shown);
        assertThat(letter.addresses("To")).singleElement().satisfies(to -> assertThat(
                        Optional.ofNullable(to.getPersonal()).orElse(""))
                .isEqualTo(shown.substring(0, Math.min(300, shown.length())).strip()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void changeNoCalendarsForm(String words) {
        String text = ReadLetter.of(LETTERS.write(mail(words, words)).bytes())
                .calendar()
                .orElseThrow();
        List<VEvent> events = ReadLetter.events(text);
        VEvent event = events.getFirst();

        assertThat(events).hasSize(1);
        assertThat(names(event))
                .isEqualTo(
                        names(ReadLetter.of(LETTERS.write(mail("Naam", "Titel")).bytes())
                                .event()));
        assertThat(ReadLetter.value(event, "SUMMARY")).isEqualTo(Clean.line(words));
        assertThat(ReadLetter.value(event, "ATTENDEE")).isEqualTo("mailto:person@example.org");
        // ical4j takes backslashes in parameters for escapes, and undoes RFC 6868 one sign after another.
        if (!words.contains("\\") && !words.contains("^")) {
            assertThat(event.getRequiredProperty("ATTENDEE")
                            .<Parameter>getParameter("CN")
                            .orElseThrow()
                            .getValue())
                    .isEqualTo(Clean.line(words));
        }
    }

    @Test
    void standInAParameterAsRfc6868SaysSo() {
        assertThat(CalendarWriter.parameter("a\"b^c\r\nd")).isEqualTo("\"a^'b^^c  d\"");
    }

    private static List<String> names(VEvent event) {
        return event.getPropertyList().getAll().stream()
                .map(property -> property.getName())
                .toList();
    }

    private static List<String> tags(String html) {
        return Stream.of(html.split("(?=<)"))
                .map(part -> part.replaceAll("(?s)>.*", ">"))
                .toList();
    }

    private static Stream<String> lines(byte[] bytes) {
        return Stream.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1));
    }

    /** Built beside the forms, which would refuse most of it. */
    private static Mail mail(String name, String words) {
        Session sound = Gatherings.EENZAAMHEID_ONDER_JONGEREN;
        SessionDocument document = sound.document();
        About about = document.about();
        About hostile = new About(
                words,
                "Samenvatting " + words,
                Language.NL,
                words,
                List.of(words),
                about.contact(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Session session = Session.published(
                sound.id(),
                new SessionDocument(
                        hostile,
                        document.when(),
                        new Where(true, "Zaal " + words, document.where().meetingLink()),
                        document.signUp(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        document.retention()),
                Gatherings.PUBLISHED);
        return new Participant(name, new EmailAddress("person@example.org"), Language.NL)
                .mail(LetterKind.CONFIRMED, session, Participant.PLACE, Participant.SIGNED_UP);
    }
}
