package nl.samenkomst.local.desk;

import java.util.Map;

/**
 * A session to try the desk with.
 *
 * @param document what is published, as the API takes it
 * @param people how many people sign up for it, or are invited to it
 */
public record DemoSession(String id, Map<String, Object> document, int people) {

    boolean isForInvitedOnly() {
        return "invited".equals(document.get("admission"));
    }
}
