package nl.samenkomst.local.desk;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Invokes a function at the template's rate, as EventBridge Scheduler does, and on request. */
final class Schedule implements AutoCloseable {

    private final LambdaFunction function;
    private final Clock clock;
    private final BackgroundLoop runs;

    Schedule(Duration rate, LambdaFunction function, Clock clock) {
        this.runs = new BackgroundLoop("the schedule", rate, this::runNow);
        this.function = function;
        this.clock = clock;
    }

    /** Runs now, then at the rate; a failure is printed to standard error. */
    void start() {
        runs.start();
    }

    /** Runs in the caller's thread; the function's exceptions pass through unchanged. */
    void runNow() throws IOException {
        function.invoke(JSON.std.asBytes(event()));
    }

    @Override
    public void close() {
        runs.close();
    }

    /** Returns the event that Scheduler sends if the template sets no input; {@code detail} is a string. */
    private Map<String, Object> event() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Scheduled Event");
        event.put("source", "aws.scheduler");
        event.put("account", "000000000000");
        event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", LocalDynamoDb.REGION.id());
        event.put("resources", List.of("arn:aws:scheduler:local:000000000000:schedule/default/sweep"));
        event.put("detail", "{}");
        return event;
    }
}
