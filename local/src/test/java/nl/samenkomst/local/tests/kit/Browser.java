package nl.samenkomst.local.tests.kit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** A Chromium with a fresh profile of its own, which records its network requests. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final int MAX_TAB_STOPS = 200;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Opens a browser that runs scripts. Where Chromium or its driver is missing, skips the calling test, but fails it
     * in CI.
     *
     * @param languages the person's languages, as in Accept-Language: {@code nl-NL,nl}
     */
    public static Browser open(String languages) {
        return open(languages, 1);
    }

    /** Opens a browser with scripts turned off. */
    public static Browser withoutScripts(String languages) {
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
                // A process that only draws, and a renderer in reserve at each page, take a fifth of the browser's
                // time.
                "--in-process-gpu",
                "--disable-features=SpareRendererForSitePerProcess",
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

    public void go(String address) {
        driver.get(address);
    }

    /**
     * Replaces the page by this HTML, parsed as a page is, at the same address and under the same content security
     * policy. Needs far less time than {@link #go}, and keeps what scripts have defined; but no autofocus takes effect.
     */
    public void replacePage(String html) {
        ask("document.open(); document.write(arguments[0]); document.close(); return true", html);
    }

    public String address() {
        return driver.getCurrentUrl();
    }

    public String title() {
        return driver.getTitle();
    }

    public String language() {
        return requireNonNull(driver.findElement(By.tagName("html")).getDomAttribute("lang"));
    }

    /** Returns the visible text of an element. */
    public String text(String selector) {
        return find(selector).getText();
    }

    /** Returns the text of an element as it is rendered; far faster than {@link #text} for a long page. */
    public String innerText(String selector) {
        return String.valueOf(ask("return document.querySelector(arguments[0]).innerText", selector));
    }

    public List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Returns the current value of a field. */
    public String value(String selector) {
        return requireNonNull(find(selector).getDomProperty("value"));
    }

    public void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Selects the option of a list that submits this value. */
    public void choose(String selector, String value) {
        find("%s option[value='%s']".formatted(selector, value)).click();
    }

    /** Ticks a checkbox or selects a radio button. */
    public void tick(String selector) {
        find(selector).click();
    }

    public boolean isTicked(String selector) {
        return find(selector).isSelected();
    }

    /** Clicks an element that leads to another page, and returns when the present page has been left. */
    public void press(String selector) {
        press(By.cssSelector(selector));
    }

    void press(By by) {
        clickAndLeave(driver.findElement(by)::click);
    }

    /** Returns the elements of the page that match, in their order. */
    List<WebElement> all(By by) {
        return driver.findElements(by);
    }

    /** Follows a link by part of its text, to another page or to a fragment of this one. */
    public void follow(String linkText) {
        follow(By.partialLinkText(linkText));
    }

    void follow(By by) {
        WebElement link = driver.findElement(by);
        if (requireNonNull(link.getDomAttribute("href")).startsWith("#")) {
            link.click();
        } else {
            clickAndLeave(link::click);
        }
    }

    /**
     * Waits at most 10 seconds until the page has been left: a click may return earlier, and lookups could still hit
     * the old page.
     */
    private void clickAndLeave(Runnable way) {
        WebElement page = find("html");
        way.run();
        Instant deadline = Instant.now().plusSeconds(10);
        while (isStillThere(page)) {
            assertThat(Instant.now()).as("the page is left").isBefore(deadline);
            pause();
        }
    }

    /** Leaves the processor to the browser: asking again at once would slow down what is asked for. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean isStillThere(WebElement page) {
        try {
            return page.isEnabled();
        } catch (StaleElementReferenceException left) {
            return false;
        } catch (WebDriverException leaving) {
            // Asked while it is leaving a page, chromedriver 156 passes on Chromium's own error instead of a stale
            // element.
            if (String.valueOf(leaving.getMessage()).contains("does not belong to the document")) {
                return false;
            }
            throw leaving;
        }
    }

    /** Sets the viewport in CSS pixels, undoing the height that {@link #picture(int, Path)} needs. */
    public void resize(int width, int height) {
        zoom(width, height, 1);
    }

    /** Sets the viewport to the CSS pixels that are left in a window at this zoom factor. */
    public void zoom(int width, int height, int times) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", times, "mobile", false));
    }

    /** Presses keys, wherever the focus is; types text. */
    public void pressKeys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Enter where it leads to another page, and returns when the present page has been left. */
    public void enter() {
        clickAndLeave(() -> pressKeys(Keys.ENTER));
    }

    /** Presses Tab until the focus is on this element. */
    public void tabTo(String selector) {
        for (int stop = 0; stop < MAX_TAB_STOPS; stop++) {
            pressKeys(Keys.TAB);
            if (hasFocus(selector)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    /**
     * Waits at most 10 seconds for the focus: autofocus takes effect only when the page is first drawn (HTML Standard,
     * 6.6.7).
     */
    public void seeFocus(String selector) {
        Instant deadline = Instant.now().plusSeconds(10);
        while (!hasFocus(selector)) {
            assertThat(Instant.now()).as("the focus is on " + selector).isBefore(deadline);
            pause();
        }
    }

    private boolean hasFocus(String selector) {
        return driver.switchTo().activeElement().equals(find(selector));
    }

    /** Sets media features, such as {@code prefers-color-scheme}: {@code dark}, and resets all others. */
    public void prefer(Map<String, String> media) {
        List<Map<String, String>> features = media.entrySet().stream()
                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                .toList();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", features));
    }

    /** Shows pages as they are printed, until {@link #prefer}. */
    public void showOnPaper() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Runs this script at the start of every page from now on, whatever the page's content security policy. */
    public void runOnEveryPage(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Runs a script on the page and returns its result, or the value of the promise it returns. */
    public Object ask(String script, Object... arguments) {
        return requireNonNull(driver.executeScript(script, arguments));
    }

    /**
     * Emulates a slow connection.
     *
     * @param latency minimum milliseconds between a request and the headers of its response (CDP,
     * Network.emulateNetworkConditions)
     * @param bytesASecond bytes per second, in each direction
     */
    public void slowDown(int latency, int bytesASecond) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", false,
                        "latency", latency,
                        "downloadThroughput", bytesASecond,
                        "uploadThroughput", bytesASecond));
    }

    /** Returns the first contentful paint, in milliseconds since navigation started. */
    public double firstPaint() {
        Object paint = driver.executeAsyncScript("""
                const done = arguments[0];
                new PerformanceObserver(list => {
                  const paint = list.getEntriesByName('first-contentful-paint')[0];
                  if (paint) done(paint.startTime);
                }).observe({type: 'paint', buffered: true});
                """);
        return ((Number) requireNonNull(paint)).doubleValue();
    }

    /** Returns the width of the page's content, in CSS pixels. */
    public int contentWidth() {
        return number("return document.documentElement.scrollWidth");
    }

    /** Takes a picture of the whole page in a viewport of this width, in CSS pixels. */
    public void picture(int width, Path file) throws IOException {
        resize(width, 600);
        picture(width, number("return document.documentElement.scrollHeight"), file);
    }

    /** Takes a picture of a viewport of this size, in CSS pixels; the file's extension gives the format. */
    public void picture(int width, int height, Path file) throws IOException {
        resize(width, height);
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        String name = file.toString();
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", name.substring(name.lastIndexOf('.') + 1)))
                .get("data");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(String.valueOf(picture)));
    }

    /** Returns every address requested since the last call. */
    public Set<String> requests() throws IOException {
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

    /** Returns the browser's console messages since the last call, such as violations of a content security policy. */
    public List<String> consoleMessages() {
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
