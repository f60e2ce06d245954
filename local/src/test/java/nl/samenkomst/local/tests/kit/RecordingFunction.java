package nl.samenkomst.local.tests.kit;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.samenkomst.local.desk.LambdaFunction;
import org.jspecify.annotations.Nullable;

/** A function that records its events and answers each as given. */
public final class RecordingFunction {

    @FunctionalInterface
    public interface Answer {
        Map<String, Object> to(Map<String, Object> event) throws IOException;
    }

    private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();
    private final Answer answer;

    public RecordingFunction(Answer answer) {
        this.answer = answer;
    }

    public LambdaFunction function() {
        return new LambdaFunction("Recording", Duration.ofSeconds(20), () -> (in, out, context) -> {
            Map<String, Object> event = JSON.std.mapFrom(in);
            events.add(event);
            JSON.std.write(answer.to(event), out);
        });
    }

    public List<Map<String, Object>> events() {
        return List.copyOf(events);
    }

    /**
     * Returns the value at this path in a tree, for example {@code requestContext/http/method}; null if there is none.
     */
    public static @Nullable Object at(Map<String, Object> event, String path) {
        @Nullable Object here = event;
        for (String name : path.split("/", -1)) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here;
    }
}
