package nl.samenkomst.managesessions;

import java.util.Map;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.ResponseSize;
import nl.samenkomst.http.Json;
import nl.samenkomst.http.Response;
import org.jspecify.annotations.Nullable;

/** A list as JSON, with as many rows as fit in one response: {@code {"registrations":[…]}}. */
final class JsonPart {

    private static final String END = "]}";

    private final PartLimit limit;
    private final StringBuilder text;
    private long bytes;
    private int rows;

    JsonPart(String list, PartLimit limit) {
        this.limit = limit;
        this.text = new StringBuilder("{\"" + list + "\":[");
        this.bytes = ResponseSize.of(text) + END.length();
    }

    /** Returns the bytes of a row in Lambda's response, including the comma before it. */
    static long weight(Map<String, ? extends @Nullable Object> row) {
        return ResponseSize.of(Json.write(row)) + 1;
    }

    /** Adds a row if it fits; returns whether it did. The first row always fits. */
    boolean add(Map<String, ? extends @Nullable Object> row) {
        String written = (rows == 0 ? "" : ",") + Json.write(row);
        long bytesWithIt = bytes + ResponseSize.of(written);
        if (limit.isExceededBy(rows, bytesWithIt)) {
            return false;
        }
        text.append(written);
        bytes = bytesWithIt;
        rows++;
        return true;
    }

    Response answer() {
        return Response.text(200, "application/json", text + END);
    }
}
