package nl.samenkomst.domain.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says in words which browser describes itself so: coarsely, for people who look where they are signed in. */
public final class BrowserWords {

    /** In this order, since most browsers also name those they descend from. */
    private static final Map<String, String> BROWSERS = of(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chromium/", "Chromium",
            "Chrome/", "Chrome",
            "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = of(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "Windows", "Windows",
            "CrOS", "ChromeOS",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    private BrowserWords() {}

    /** Returns the browser and its system, such as {@code Firefox, Windows}; an empty string if both are unknown. */
    public static String of(String userAgent) {
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(Map<String, String> words, String userAgent) {
        return words.entrySet().stream()
                .filter(word -> userAgent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> of(String... marksAndWords) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < marksAndWords.length; i += 2) {
            words.put(marksAndWords[i], marksAndWords[i + 1]);
        }
        return words;
    }
}
