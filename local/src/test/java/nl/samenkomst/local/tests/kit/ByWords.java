package nl.samenkomst.local.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Uses a browser as people do: finds links, buttons and fields by the words that they read on the page. */
public final class ByWords {

    /** Chromium takes keys in date and time fields in the order of its own language, which is American English. */
    private static final DateTimeFormatter DATE_KEYS = DateTimeFormatter.ofPattern("MMdduuuu", Locale.ROOT);

    private static final DateTimeFormatter TIME_KEYS = DateTimeFormatter.ofPattern("hhmma", Locale.ENGLISH);

    private final Browser browser;
    private final String group;

    public ByWords(Browser browser) {
        this(browser, "");
    }

    private ByWords(Browser browser, String group) {
        this.browser = browser;
        this.group = group;
    }

    /** Returns the same page, with fields only of the group whose heading has exactly these words, or begins with them. */
    public ByWords in(String heading) {
        return new ByWords(
                browser,
                group
                        + "//fieldset[legend[normalize-space()=%s or starts-with(normalize-space(), %s)]]"
                                .formatted(quoted(heading), quoted(heading + " ")));
    }

    public void go(String address) {
        browser.go(address);
    }

    /** Follows the link with exactly these words, or else the first that contains them. */
    public void follow(String words) {
        By exact = By.xpath("//a[normalize-space()=%s]".formatted(quoted(words)));
        browser.follow(
                browser.all(exact).isEmpty()
                        ? By.xpath("//a[contains(normalize-space(), %s)]".formatted(quoted(words)))
                        : exact);
    }

    /** Presses the button with these words, and waits for the next page. */
    public void press(String words) {
        browser.press(By.xpath(group
                + "//button[not(@aria-hidden)][normalize-space()=%1$s or @aria-label=%1$s]".formatted(quoted(words))));
    }

    /** Replaces what a field contains; a new line in {@code text} begins a line in a field that has several. */
    public void fill(String label, String text) {
        WebElement field = field(label);
        field.clear();
        field.sendKeys(text);
    }

    public void fill(String label, LocalDate day) {
        fill(label, DATE_KEYS.format(day));
    }

    public void fill(String label, LocalTime time) {
        fill(label, TIME_KEYS.format(time));
    }

    /** Ticks a checkbox that is not ticked yet, or selects a radio button. */
    public void pick(String label) {
        WebElement field = field(label);
        if (!field.isSelected()) {
            field.click();
        }
    }

    /** Removes the tick of a checkbox. */
    public void clear(String label) {
        WebElement field = field(label);
        if (field.isSelected()) {
            field.click();
        }
    }

    /** Selects the option of a list that begins with these words. */
    public void choose(String label, String option) {
        WebElement list = field(label);
        list.findElement(By.xpath(".//option[starts-with(normalize-space(), %s)]".formatted(quoted(option))))
                .click();
    }

    /** Returns the current value of a field. */
    public String value(String label) {
        return String.valueOf(field(label).getDomProperty("value"));
    }

    /** Returns the visible words of the page, without its header and footer, with single spaces between them. */
    public String reads() {
        return browser.innerText("main").replaceAll("\\s+", " ");
    }

    /** Asserts that the page shows all these words. */
    public void shows(String... words) {
        assertThat(reads()).contains(words);
    }

    /** Returns the field whose label has exactly these words, or else begins with them. */
    private WebElement field(String label) {
        Object found = browser.ask("""
                const [labels, words] = arguments;
                const first = condition => document.evaluate(
                    labels + condition, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
                const label = first(`[normalize-space()=${words}]`) ?? first(`[starts-with(normalize-space(), ${words})]`);
                return label?.control ?? false;
                """, group + "//label", quoted(label));
        if (found instanceof WebElement field) {
            return field;
        }
        throw new AssertionError("no field '%s' on %s".formatted(label, browser.address()));
    }

    /** Returns a string literal of XPath 1.0, which knows no escapes. */
    private static String quoted(String words) {
        return words.contains("'") ? '"' + words + '"' : "'" + words + "'";
    }
}
