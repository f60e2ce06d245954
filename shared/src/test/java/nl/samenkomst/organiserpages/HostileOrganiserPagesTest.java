package nl.samenkomst.organiserpages;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.samenkomst.HostileWords;
import nl.samenkomst.domain.Language;
import nl.samenkomst.style.HouseStyle;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile input wherever people write something never changes the structure of an organiser's page. */
class HostileOrganiserPagesTest {

    private static final String PLAIN = "Woorden";

    /** About fifty inputs to a text, since one at a time would take minutes; each is on every page in one language. */
    private static final int TEXTS = 12;

    private static final List<TypedWords> HOSTILE = hostile();

    private static final OrganiserPages PAGES = new OrganiserPages(HouseStyle.defaultStyle());

    static Stream<Arguments> everyPage() {
        return Arrays.stream(Language.values())
                .flatMap(language -> EveryOrganiserPage.models(language).entrySet().stream()
                        .map(page -> Arguments.of(page.getKey(), language, page.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPage")
    void keepsItsStructureWhateverPeopleWrite(String name, Language language, OrganiserPage page) {
        List<Element> plain = elements(new TypedWords(PLAIN).on(page));
        List<String> expected = structure(plain, plain);

        for (int i = List.of(Language.values()).indexOf(language); i < HOSTILE.size(); i += Language.values().length) {
            assertThat(structure(elements(HOSTILE.get(i).on(page)), plain))
                    .as(name)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextThatPeopleWriteIsOnAPage(Language language) {
        TypedWords words = new TypedWords(PLAIN);
        EveryOrganiserPage.models(language).values().forEach(words::on);

        assertThat(words.missing()).isEmpty();
    }

    @Test
    void aChangedStructureIsSeen() {
        List<Element> plain = elements("<main><a href='/a?q=Woorden' class=a>Woorden</a></main>");
        List<String> expected = structure(plain, plain);

        assertThat(structure(elements("<main><a href='/a?q=b' class=a>b</a></main>"), plain))
                .isEqualTo(expected);
        assertThat(Stream.of(
                        "<main><a href='/a?q=b' class=a><b>b</b></a></main>",
                        "<main><a href='/a?q=b' class=a>b</a></main><p>",
                        "<main></main><a href='/a?q=b' class=a>b</a>",
                        "<main><a href='/a?q=b' class=a onclick=b>b</a></main>",
                        "<main><a href='javascript:b' class=a>b</a></main>",
                        "<main><a href='/a?q=b' class=b>b</a></main>"))
                .allSatisfy(changed ->
                        assertThat(structure(elements(changed), plain)).isNotEqualTo(expected));
    }

    private static List<TypedWords> hostile() {
        AtomicInteger number = new AtomicInteger();
        return List.copyOf(HostileWords.all()
                .collect(groupingBy(
                        words -> number.getAndIncrement() % TEXTS, collectingAndThen(joining(" "), TypedWords::new)))
                .values());
    }

    private static List<Element> elements(OrganiserPage page) {
        return elements(PAGES.render(page));
    }

    /** Replaces U+FFFF, which jsoup 1.21 takes for the end of input at its buffer's end, by another noncharacter. */
    private static List<Element> elements(String html) {
        return Jsoup.parse(html.replace('\uFFFF', '\uFFFE')).getAllElements();
    }

    /** Returns every element of a page; of a value that has words on the plain page, only what is before them. */
    private static List<String> structure(List<Element> page, List<Element> plain) {
        Iterator<Element> same = plain.iterator();
        return page.stream()
                .map(element -> shape(element, same.hasNext() ? same.next() : element))
                .toList();
    }

    private static String shape(Element element, Element plain) {
        StringBuilder shape = new StringBuilder();
        // In the order of the page, the numbers of children tell how the elements are nested.
        shape.append(element.childrenSize()).append(' ').append(element.tagName());
        for (Attribute attribute : element.attributes()) {
            int words = plain.attr(attribute.getKey()).indexOf(PLAIN);
            String value = attribute.getValue();
            shape.append(' ')
                    .append(attribute.getKey())
                    .append('=')
                    .append(words < 0 ? value : value.substring(0, Math.min(words, value.length())));
        }
        return shape.toString();
    }
}
