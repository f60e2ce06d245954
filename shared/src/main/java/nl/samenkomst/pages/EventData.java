package nl.samenkomst.pages;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Where;
import nl.samenkomst.domain.session.Session;

/** A session as JSON-LD with the vocabulary of https://schema.org/Event. */
record EventData(String address, SessionSnapshot sessionSnapshot, Instant now) {

    private static final String SCHEMA = "https://schema.org/";

    /** Returns JSON that cannot end the script element around it or start a comment in it. */
    String text() {
        StringBuilder json = new StringBuilder();
        write(tree(), json);
        return json.toString();
    }

    private Map<String, Object> tree() {
        SessionDocument document = sessionSnapshot.session().document();
        About about = document.about();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("@context", "https://schema.org");
        tree.put("@type", "Event");
        tree.put("@id", address);
        tree.put("url", address);
        tree.put("name", about.title());
        if (!about.summary().isEmpty()) {
            tree.put("description", about.summary());
        }
        tree.put("inLanguage", about.language().tag());
        tree.put("startDate", Page.machine(document.when().start()));
        tree.put("endDate", Page.machine(document.when().end()));
        tree.put("eventStatus", SCHEMA + status(sessionSnapshot.session()));
        sessionSnapshot
                .session()
                .previousStart()
                .ifPresent(start -> tree.put(
                        "previousStartDate",
                        Page.machine(start.atZone(document.when().zone()))));
        attend(tree, document.where());
        tree.put("organizer", organisers(about));
        tree.put("isAccessibleForFree", true);
        tree.put("offers", offer(document));
        document.signUp().places().ifPresent(places -> tree.put("maximumAttendeeCapacity", places));
        sessionSnapshot.places().publicLeft().ifPresent(places -> tree.put("remainingAttendeeCapacity", places));
        about.linkedImage().map(URI::toString).ifPresent(image -> tree.put("image", image));
        if (!about.topics().isEmpty()) {
            tree.put("keywords", about.topics());
        }
        if (!about.audience().isEmpty()) {
            tree.put(
                    "audience",
                    about.audience().stream()
                            .map(group -> thing("Audience", "audienceType", group))
                            .toList());
        }
        about.series().ifPresent(series -> tree.put("superEvent", thing("EventSeries", "name", series)));
        return tree;
    }

    private static String status(Session session) {
        if (session.isCancelled()) {
            return "EventCancelled";
        }
        return session.previousStart().isPresent() ? "EventRescheduled" : "EventScheduled";
    }

    /** Puts the attendance mode and the locations: a virtual one, named after the platform, a venue, or both. */
    private void attend(Map<String, Object> tree, Where where) {
        List<Map<String, Object>> locations = new ArrayList<>();
        if (where.online()) {
            Map<String, Object> location = thing("VirtualLocation", "url", address);
            if (!where.platform().isEmpty()) {
                location.put("name", where.platform());
            }
            locations.add(location);
        }
        if (!where.place().isEmpty()) {
            Map<String, Object> location = thing("Place", "name", where.place());
            location.put("address", where.place());
            locations.add(location);
        }
        tree.put("eventAttendanceMode", SCHEMA + mode(where));
        if (!locations.isEmpty()) {
            tree.put("location", locations.size() == 1 ? locations.getFirst() : locations);
        }
    }

    private static String mode(Where where) {
        if (!where.online()) {
            return "OfflineEventAttendanceMode";
        }
        return where.place().isEmpty() ? "OnlineEventAttendanceMode" : "MixedEventAttendanceMode";
    }

    private static List<Map<String, Object>> organisers(About about) {
        List<Map<String, Object>> organisers = new ArrayList<>();
        organisers.add(thing("Organization", "name", about.organiser()));
        about.coOrganisers().forEach(other -> organisers.add(thing("Organization", "name", other)));
        return organisers;
    }

    private Map<String, Object> offer(SessionDocument document) {
        Map<String, Object> offer = thing("Offer", "url", address);
        offer.put("price", "0");
        offer.put("priceCurrency", "EUR");
        document.signUp().opens().ifPresent(opens -> offer.put("validFrom", Page.machine(opens)));
        offer.put("validThrough", Page.machine(document.closes()));
        offer.put(
                "availability",
                SCHEMA
                        + switch (sessionSnapshot.signUp(now)) {
                            case OPEN, NOT_YET -> "InStock";
                            case REVIEW, INVITED -> "LimitedAvailability";
                            case WAITING_LIST, FULL -> "SoldOut";
                            case CLOSED, CANCELLED -> "OutOfStock";
                        });
        return offer;
    }

    private static Map<String, Object> thing(String type, String name, Object value) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        thing.put(name, value);
        return thing;
    }

    private static void write(Object value, StringBuilder json) {
        switch (value) {
            case String text -> writeText(text, json);
            case Map<?, ?> map -> {
                String separator = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    json.append(separator);
                    writeText(String.valueOf(entry.getKey()), json);
                    json.append(':');
                    write(entry.getValue(), json);
                    separator = ",";
                }
                json.append('}');
            }
            case List<?> list -> {
                String separator = "[";
                for (Object entry : list) {
                    json.append(separator);
                    write(entry, json);
                    separator = ",";
                }
                json.append(']');
            }
            default -> json.append(value);
        }
    }

    /** Writes a JSON string; escapes every character that is special in JSON, HTML or JavaScript. */
    private static void writeText(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && "\"\\<>&'\u2028\u2029".indexOf(c) < 0;
            if (plain) {
                json.append(c);
            } else {
                json.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append("0123456789abcdef".charAt((c >> shift) & 15));
                }
            }
        }
        json.append('"');
    }
}
