package nl.samenkomst.letters;

import static nl.samenkomst.letters.LetterSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.letters.Recipient.FATIMA;
import static nl.samenkomst.letters.Recipient.JOHN;
import static nl.samenkomst.letters.Recipient.PLACE;
import static nl.samenkomst.letters.Recipient.SIGNED_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.HostileWords;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.message.Placeholder;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.style.HouseStyle;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** An organiser's message as it arrives. */
class MessageLetterTest {

    private static final int TEXTS = 12;

    private static final Letters LETTERS = new Letters(
            new EmailAddress("aanmelden@example.org"),
            URI.create("https://aanmelden.example.org"),
            URI.create("https://organiser.example.org"),
            false,
            HouseStyle.defaultStyle());

    @Test
    void hasTheOrganisersWordsWithWhatIsTheReaders() {
        ReadLetter letter = read(mail(FATIMA, Recipient.WRITTEN));

        assertThat(letter.subject()).isEqualTo("Neem iets mee: Eenzaamheid onder jongeren");
        assertThat(letter.text())
                .contains(
                        "Beste Fatima Yılmaz",
                        "Dag Fatima Yılmaz,\r\n\r\nWe beginnen op dinsdag 18 mei 2027",
                        "\r\nNeem een voorbeeld mee.\r\n\r\nTot dan!");
    }

    @Test
    void itsLinksCanBeFollowed() {
        ReadLetter letter = read(mail(FATIMA, written("x", "Lees https://example.org/lezen?a=1&b=2. Tot dan!")));

        assertThat(letter.text()).contains("Lees https://example.org/lezen?a=1&b=2. Tot dan!");
        assertThat(letter.page()
                        .select("a[href=https://example.org/lezen?a=1&b=2]")
                        .eachText())
                .containsExactly("https://example.org/lezen?a=1&b=2");
    }

    @Test
    void comesInTheReadersLanguageIfItWasWrittenInThat() {
        assertThat(read(mail(JOHN, Recipient.WRITTEN)).subject())
                .isEqualTo("Bring something: Eenzaamheid onder jongeren");
        MessageText dutch = written("Neem iets mee", "Dag {naam}");
        ReadLetter letter = read(mail(JOHN, dutch));
        assertThat(letter.subject()).isEqualTo("Neem iets mee");
        assertThat(letter.page().select("p[lang=nl]").eachText()).contains("Dag John Doe");
        assertThat(letter.text()).contains("Dear John Doe");
    }

    @Test
    void hasNoCalendarEntry() {
        LetterRequest mail = mail(FATIMA, Recipient.WRITTEN);

        assertThat(new String(LETTERS.write(mail).bytes(), StandardCharsets.US_ASCII))
                .doesNotContain("text/calendar");
    }

    @Test
    void aNameIsNeitherALinkNorAPlaceholder() {
        Recipient hostile = new Recipient("{titel} https://evil.example/ $1", FATIMA.email(), Language.NL);
        ReadLetter letter = read(mail(hostile, written("{naam}", "Dag {naam}.")));

        assertThat(letter.subject()).isEqualTo("{titel} https://evil.example/ $1");
        assertThat(letter.text()).contains("Dag {titel} https://evil.example/ $1.");
        assertThat(letter.page().select("a[href*=evil.example]")).isEmpty();
    }

    @Test
    void onlyWholeWebAddressesAreLinks() {
        ReadLetter letter = read(mail(
                FATIMA,
                written(
                        "x",
                        "(https://a.example/b) http://c.example, javascript:alert(1) https://u:p@d.example/ https:// "
                                + "https://e.example/\"onclick=x data:text/html,x https://f.example/<b>")));

        assertThat(letter.page().select("p a[style*=color]").eachAttr("href"))
                .contains("https://a.example/b", "http://c.example", "https://e.example/", "https://f.example/")
                .noneMatch(link -> link.contains("javascript") || link.contains("d.example") || link.contains("data:"));
    }

    /** Whatever was typed, the letter has the same parts, and shows what was typed as text. */
    @Test
    void hostileWordsChangeNothingButThemselves() {
        List<String> plain = structure(read(mail(FATIMA, written("onderwerp", "tekst"))));
        List<String> headers = headers(mail(FATIMA, written("onderwerp", "tekst")));
        for (String words : hostile()) {
            LetterRequest mail = mail(FATIMA, written(words, "x" + words.replaceAll("\\R", " ") + "x"));
            ReadLetter letter = read(mail);

            assertThat(structure(letter)).as(words).isEqualTo(plain);
            assertThat(headers(mail)).as(words).isEqualTo(headers);
        }
    }

    /** Returns about fifty inputs to a text, since one at a time would take seconds. */
    private static Collection<String> hostile() {
        AtomicInteger number = new AtomicInteger();
        return HostileWords.all()
                .filter(words -> Placeholder.firstUnknown(words).isEmpty())
                .collect(Collectors.groupingBy(words -> number.getAndIncrement() % TEXTS, Collectors.joining(" ")))
                .values();
    }

    /** Returns every element, but links, which may be in any text. */
    private static List<String> structure(ReadLetter letter) {
        return letter.page().body().getAllElements().stream()
                .filter(element -> !element.tagName().equals("br"))
                .filter(element -> !(element.tagName().equals("a")
                        && element.parent() != null
                        && isText(element.parent())
                        && element.attr("href").startsWith("http")
                        && element.attr("href").equals(element.text())))
                .map(Element::tagName)
                .toList();
    }

    private static boolean isText(Element parent) {
        return parent.tagName().equals("p") && !parent.hasClass("quiet");
    }

    private static List<String> headers(LetterRequest mail) {
        String bytes = new String(LETTERS.write(mail).bytes(), StandardCharsets.US_ASCII);
        return Stream.of(bytes.substring(0, bytes.indexOf("\r\n\r\n")).split("\r\n"))
                .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    private static MessageText written(String subject, String text) {
        return new MessageText(Language.NL, Map.of(Language.NL, new MessageWords(subject, text)));
    }

    private static LetterRequest mail(Recipient to, MessageText text) {
        return to.mail(LetterKind.MESSAGE, EENZAAMHEID_ONDER_JONGEREN, PLACE, SIGNED_UP)
                .bringing(Optional.of(text));
    }

    private static ReadLetter read(LetterRequest mail) {
        return ReadLetter.of(LETTERS.write(mail).bytes());
    }
}
