package nl.samenkomst.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium of somebody's own, with a fresh profile, that writes down what it asks the network for. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final int MOST_STOPS = 200;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Starts it with scripts as most people have it; where there is none, skips the test that asks, but never in CI.
     *
     * @param languages what it says that the person reads, such as {@code nl-NL,nl}
     */
    static Browser open(String languages) {
        return open(languages, 1);
    }

    /** Starts it for somebody whose browser runs no scripts. */
    static Browser withoutScripts(String languages) {
        return open(languages, 2);
    }

    private static Browser open(String languages, int scripts) {
        skipWithout(CHROMIUM);
        skipWithout(DRIVER);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--accept-lang=" + languages);
        options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", scripts));
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static void skipWithout(Path program) {
        if (!Files.isExecutable(program)) {
            String why = "skipped: no browser at " + program + " (Debian: chromium, chromium-driver)";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(why);
            }
            System.out.println(why);
            Assumptions.abort(why);
        }
    }

    void go(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    String language() {
        return requireNonNull(driver.findElement(By.tagName("html")).getDomAttribute("lang"));
    }

    /** The text as a person sees it. */
    String text(String selector) {
        return find(selector).getText();
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** What a field holds now. */
    String value(String selector) {
        return requireNonNull(find(selector).getDomProperty("value"));
    }

    void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Picks what is to be sent of a list. */
    void choose(String selector, String value) {
        find("%s option[value='%s']".formatted(selector, value)).click();
    }

    /** Ticks a box, or picks one of several. */
    void tick(String selector) {
        find(selector).click();
    }

    boolean isTicked(String selector) {
        return find(selector).isSelected();
    }

    /** Presses what leads to another page, and is there when it returns. */
    void press(String selector) {
        leaveBy(find(selector)::click);
    }

    /** Follows a link, to another page or to a place on this one. */
    void follow(String linkText) {
        WebElement link = driver.findElement(By.partialLinkText(linkText));
        if (requireNonNull(link.getDomAttribute("href")).startsWith("#")) {
            link.click();
        } else {
            leaveBy(link::click);
        }
    }

    /** A click may return before the page is left; what is looked for next could still be found on the old one. */
    private void leaveBy(Runnable way) {
        WebElement page = find("html");
        way.run();
        Instant patience = Instant.now().plusSeconds(10);
        while (isStillThere(page)) {
            assertThat(Instant.now()).as("the page is left").isBefore(patience);
        }
    }

    private static boolean isStillThere(WebElement page) {
        try {
            return page.isEnabled();
        } catch (StaleElementReferenceException left) {
            return false;
        } catch (WebDriverException leaving) {
            // Asked at the very moment of leaving, chromedriver 156 answers with Chromium's own words instead.
            if (String.valueOf(leaving.getMessage()).contains("does not belong to the document")) {
                return false;
            }
            throw leaving;
        }
    }

    /** The window as a person holds it, without the height that a picture needs. */
    void resize(int width, int height) {
        zoom(width, height, 1);
    }

    /** A window that so many times zoomed in has so many pixels of CSS left. */
    void zoom(int width, int height, int times) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", times, "mobile", false));
    }

    /** Presses keys, wherever the focus is; text is typed. */
    void strike(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Enter where it leads to another page, and is there when it returns. */
    void enter() {
        leaveBy(() -> strike(Keys.ENTER));
    }

    /** Goes on by Tab until the focus is on what this selector means. */
    void tabTo(String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            strike(Keys.TAB);
            if (hasFocus(selector)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    /** Waits for it: what asks for the focus itself gets it only when the page is first drawn (HTML, 6.6.7). */
    void seeFocus(String selector) {
        Instant patience = Instant.now().plusSeconds(10);
        while (!hasFocus(selector)) {
            assertThat(Instant.now()).as("the focus is on " + selector).isBefore(patience);
        }
    }

    private boolean hasFocus(String selector) {
        return driver.switchTo().activeElement().equals(find(selector));
    }

    /** What the person wants of pages, such as {@code prefers-color-scheme}: {@code dark}; all else as it was at first. */
    void prefer(Map<String, String> media) {
        List<Map<String, String>> features = media.entrySet().stream()
                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                .toList();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
    }

    /** Lets this run at the start of every page from now on, whatever the policy of the page. */
    void bring(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** What a script of ours makes of the page, or what its promise becomes. */
    Object ask(String script, Object... arguments) {
        return requireNonNull(driver.executeScript(script, arguments));
    }

    /** A line on which everything takes so many milliseconds each way, and so many bytes come in a second. */
    void slowDown(int latency, int bytesASecond) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", false,
                        "latency", latency,
                        "downloadThroughput", bytesASecond,
                        "uploadThroughput", bytesASecond));
    }

    /** When the first words of the page were seen, in milliseconds since it was asked for. */
    double firstPaint() {
        Object paint = driver.executeAsyncScript("""
                const done = arguments[0];
                new PerformanceObserver(list => {
                  const paint = list.getEntriesByName('first-contentful-paint')[0];
                  if (paint) done(paint.startTime);
                }).observe({type: 'paint', buffered: true});
                """);
        return ((Number) requireNonNull(paint)).doubleValue();
    }

    /** How wide everything on the page is together. */
    int contentWidth() {
        return number("return document.documentElement.scrollWidth");
    }

    /** The whole page as it is in a window of this width. */
    void picture(int width, Path file) throws IOException {
        resize(width, 600);
        picture(width, number("return document.documentElement.scrollHeight"), file);
    }

    /** What a window of this size shows of it, in the format that the file's name says. */
    void picture(int width, int height, Path file) throws IOException {
        resize(width, height);
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        String name = file.toString();
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", name.substring(name.lastIndexOf('.') + 1)))
                .get("data");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(String.valueOf(picture)));
    }

    /** Every address that was asked for since the last time that somebody wanted to know. */
    Set<String> requests() throws IOException {
        Set<String> addresses = new TreeSet<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            if (JSON.std.mapFrom(entry.getMessage()).get("message") instanceof Map<?, ?> message
                    && "Network.requestWillBeSent".equals(message.get("method"))
                    && message.get("params") instanceof Map<?, ?> parameters
                    && parameters.get("request") instanceof Map<?, ?> request) {
                addresses.add(String.valueOf(request.get("url")));
            }
        }
        return addresses;
    }

    /** What it had to say of the pages since the last time that somebody wanted to know, such as a broken policy. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }

    private WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    private int number(String script) {
        return ((Number) requireNonNull(driver.executeScript(script))).intValue();
    }
}
