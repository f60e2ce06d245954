package nl.samenkomst.local;

import java.util.Map;

/**
 * A session to try the desk with.
 *
 * @param document as it is published
 * @param signUps how many people sign up for it
 */
record DemoSession(String id, Map<String, Object> document, int signUps) {

    String title() {
        return String.valueOf(document.get("title"));
    }
}
