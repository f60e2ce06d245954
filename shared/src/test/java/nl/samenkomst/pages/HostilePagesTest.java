package nl.samenkomst.pages;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static nl.samenkomst.domain.session.SampleSessions.confirmed;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.samenkomst.HostileWords;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.document.Facilitator;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.document.ProgrammePart;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.Where;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.own.Certificate;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.CertificateCode;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Hostile input in any field of a session or person never changes the structure of pages and feeds. */
class HostilePagesTest {

    private static final String PLAIN = "Woorden";
    private static final Map<String, List<String>> EXPECTED = structures(PLAIN);

    static Stream<String> hostile() {
        return HostileWords.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void changeNoForm(String words) {
        assertThat(structures(words)).isEqualTo(EXPECTED);
    }

    @Test
    void areMoreThanFiveHundredAndReachEveryPage() {
        assertThat(hostile()).hasSizeGreaterThan(500);
        assertThat(EXPECTED)
                .hasSize(11)
                .allSatisfy((sink, structure) -> assertThat(structure).as(sink).hasSizeGreaterThan(5));
    }

    @Test
    void aChangedFormIsSeen() {
        assertThat(html("<main><p>a</p></main>")).isNotEqualTo(html("<main><p>a</p><b></b></main>"));
        assertThat(html("<main class=a></main>")).isNotEqualTo(html("<main onclick=a></main>"));
    }

    /** Returns the structure of each output, without its text. */
    private static Map<String, List<String>> structures(String words) {
        SessionSnapshot sessionSnapshot = withTaken(session(words), 1, 0);
        SignUpDraft typed = SignUpDraft.invalid(
                Map.of("email", words, "organisation", words, "theme", words, "answer.kans", words, "x", words),
                List.of(new Problem("name", Reason.REQUIRED)));
        Map<String, List<String>> structures = new LinkedHashMap<>();
        Pages pages = EveryPage.PAGES;
        String session =
                pages.session(sessionSnapshot, SignUpDraft.blank(), List.of(sessionSnapshot), Language.EN, NOW);
        structures.put("session", html(session));
        structures.put("form", html(pages.session(sessionSnapshot, typed, List.of(), Language.NL, NOW)));
        structures.put(
                "agenda",
                html(pages.agenda(
                        AgendaQuery.EVERYTHING,
                        SampleSessions.agenda(List.of(sessionSnapshot), NOW),
                        Language.NL,
                        NOW)));
        structures.put(
                "own",
                html(pages.own(own(sessionSnapshot, words), List.of(), List.of(), Optional.empty(), Language.EN)));
        OwnRegistration after = afterwards(sessionSnapshot, words);
        structures.put("answers", html(pages.own(after, List.of(), List.of(), Optional.empty(), Language.EN)));
        SignUpDraft answered = SignUpDraft.invalid(
                Map.of("answer.kans", words, "answer.rol", words, "signed", words),
                List.of(new Problem("/answers/rol", "answer", Reason.INVALID, Map.of("expected", words))));
        structures.put(
                "answers-typed", html(pages.ownNotChanged(after, List.of(), List.of(), false, answered, Language.NL)));
        Certificate certificate = new Certificate(
                after.session(),
                after.registration(),
                Optional.of(new CertificateCode(
                        after.registration().id(), after.registration().secret().value())));
        structures.put(
                "certificate",
                html(pages.certificate(certificate, after.registration().ownLink(), Language.EN)));
        structures.put("verified", html(pages.verifiedCertificate(certificate, Language.NL)));
        structures.put(
                "participants",
                html(EveryPage.onPaper(
                        pages,
                        sessionSnapshot.session(),
                        List.of(new ListedRegistration(
                                own(sessionSnapshot, words).registration(), OptionalInt.empty())),
                        Language.NL)));
        structures.put(
                "feed",
                xml(pages.feed(
                        AgendaQuery.EVERYTHING, SampleSessions.agenda(List.of(sessionSnapshot), NOW), Language.NL)));
        structures.put(
                "data",
                json(parsed(session)
                        .expectFirst("script[type=application/ld+json]")
                        .data()));
        return structures;
    }

    private static Session session(String words) {
        SessionDocument plain = VERSNELLINGSKAMER.document();
        // Empty text and blank lines would change the number of paragraphs.
        String paragraph = "Woorden " + words.replaceAll("\\s+", " ");
        About about = new About(
                words,
                paragraph,
                Language.NL,
                words,
                List.of(words),
                plain.about().contact(),
                List.of(words),
                List.of(words),
                Optional.of(words),
                Optional.of(words),
                Optional.empty());
        List<Theme> themes = plain.themes().stream()
                .map(theme -> new Theme(
                        theme.id(),
                        words,
                        paragraph,
                        List.of(new Facilitator(words, Optional.of(words))),
                        theme.places()))
                .toList();
        List<Question> questions = plain.questions().stream()
                .map(question -> new Question(
                        question.id(),
                        words,
                        question.kind(),
                        question.options().isEmpty() ? List.of() : List.of(words + "1", words + "2"),
                        question.required(),
                        question.theme()))
                .toList();
        Material material = new Material(
                words, URI.create("https://example.org/"), Optional.empty(), false, Optional.of(words), false);
        return Session.published(
                VERSNELLINGSKAMER.id(),
                new SessionDocument(
                        about,
                        plain.when(),
                        new Where(true, words, "Woorden " + words, plain.where().meetingLink()),
                        plain.signUp(),
                        themes,
                        questions,
                        List.of(new ProgrammePart(Optional.empty(), Optional.empty(), words, Optional.of(words))),
                        List.of(material),
                        plain.chosenReminders(),
                        plain.notifications(),
                        plain.retention()),
                NOW);
    }

    private static OwnRegistration own(SessionSnapshot sessionSnapshot, String words) {
        Session session = sessionSnapshot.session();
        Person person = new Person(words, new EmailAddress("noor@example.org"), Optional.of(words));
        Map<QuestionId, List<String>> answers = session.document().questions().stream()
                .collect(Collectors.toMap(Question::id, question -> List.of(words)));
        Registration registration = SampleSessions.registration(session, confirmed(), person, answers);
        return new OwnRegistration(sessionSnapshot, registration, OptionalInt.empty(), NOW);
    }

    /** Returns somebody who is asked the session's own questions afterwards, and wrote under their name before. */
    private static OwnRegistration afterwards(SessionSnapshot sessionSnapshot, String words) {
        SessionDocument plain = sessionSnapshot.session().document();
        List<Question> asked = plain.questions().stream()
                .map(question -> new Question(
                        question.id(),
                        question.label(),
                        question.kind(),
                        question.options(),
                        question.required(),
                        Optional.empty(),
                        true))
                .toList();
        SessionDocument after = new SessionDocument(
                plain.about(),
                plain.when(),
                plain.where(),
                plain.signUp(),
                plain.themes(),
                asked,
                plain.programme(),
                plain.materials(),
                plain.chosenReminders(),
                plain.notifications(),
                plain.retention());
        Session session = Session.published(sessionSnapshot.session().id(), after, NOW);
        return new OwnRegistration(
                withTaken(session, 1, 0),
                own(sessionSnapshot, words).registration().marked(Optional.of(true)),
                OptionalInt.empty(),
                EveryPage.AFTER);
    }

    /** Replaces U+FFFF, which jsoup 1.21 takes for the end of input at its buffer's end, by another noncharacter. */
    private static Document parsed(String html) {
        return Jsoup.parse(html.replace('\uFFFF', '\uFFFE'));
    }

    private static List<String> html(String html) {
        Document page = parsed(html);
        return page.getAllElements().stream().map(HostilePagesTest::shape).toList();
    }

    /** Returns an element with the number of its children, which tells how the elements in the order of a page are nested. */
    private static String shape(Element element) {
        return element.childrenSize() + " " + element.tagName()
                + element.attributes().asList().stream()
                        .map(attribute -> attribute.getKey())
                        .toList();
    }

    private static List<String> xml(String xml) {
        try {
            List<String> names = new ArrayList<>();
            addNames(
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(xml))),
                    names);
            return names;
        } catch (Exception notXml) {
            throw new AssertionError(xml, notXml);
        }
    }

    private static void addNames(Node node, List<String> names) {
        if (node.getNodeType() == Node.ELEMENT_NODE) {
            names.add(node.getNodeName() + " " + node.getAttributes().getLength());
        }
        for (int i = 0; i < node.getChildNodes().getLength(); i++) {
            addNames(node.getChildNodes().item(i), names);
        }
    }

    private static List<String> json(String json) {
        try {
            List<String> names = new ArrayList<>();
            addNames("", JSON.std.anyFrom(json), names);
            return names;
        } catch (IOException notJson) {
            throw new AssertionError(json, notJson);
        }
    }

    private static void addNames(String path, Object value, List<String> names) {
        names.add(path);
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> addNames(path + "/" + name, inner, names));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> addNames(path + "/-", inner, names));
        }
    }
}
