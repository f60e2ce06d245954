package nl.samenkomst.sendreminders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.PrimingHook;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.sending.SendReport;
import nl.samenkomst.domain.sending.SendingRun;
import nl.samenkomst.http.Json;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.stream.StreamEvent;

/** Sends every letter that is owed: at once when the table's stream reports a change, and on a schedule. */
public final class SendRemindersHandler implements RequestStreamHandler {

    /** Milliseconds reserved to finish a letter that was begun. */
    private static final int MARGIN_IN_MILLIS = 25_000;

    private final Wiring wiring;
    private final SendReminders sendReminders;
    private final Clock clock;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public SendRemindersHandler() {
        this(Wiring.production());
    }

    public SendRemindersHandler(Wiring wiring) {
        this.wiring = wiring;
        this.sendReminders = wiring.sendReminders();
        this.clock = wiring.clock();
        this.priming = PrimingHook.register(wiring, this::prime);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Deadline deadline = () -> context.getRemainingTimeInMillis() < MARGIN_IN_MILLIS;
        String text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        Optional<StreamEvent> stream = StreamEvent.parse(text);
        String said = stream.isPresent()
                ? StreamEvent.retryFrom(processChanges(stream.get(), deadline, context))
                : sendAllDue(deadline, context);
        answer.write(said.getBytes(StandardCharsets.UTF_8));
    }

    private void prime() {
        Wiring primed = wiring.priming();
        for (int time = 0; time < Priming.REPETITIONS; time++) {
            // A new sender each time, to which the letter is owed again.
            SendReport report = primed.sendReminders().sendAllDue(Deadline.none());
            Json.write(tree(report));
        }
    }

    /** Handles each change separately, so that a failure delays no other; returns the sequence numbers that failed. */
    private List<String> processChanges(StreamEvent stream, Deadline deadline, Context context) {
        SendingRun run = sendReminders.run(deadline);
        List<String> again = new ArrayList<>();
        for (StreamEvent.Change change : stream.changes()) {
            if (!isProcessed(change, run, context)) {
                again.add(change.sequenceNumber());
            }
        }
        log(run.report(), context);
        run.failure().ifPresent(unexpected -> context.getLogger().log(trace(unexpected)));
        return again;
    }

    private boolean isProcessed(StreamEvent.Change change, SendingRun run, Context context) {
        try {
            SendReport report = wiring.workAfterWritingOf(change.key())
                    .map(due -> run.processChange(due, change.madeAt()))
                    .orElse(SendReport.NOTHING);
            log(report, context);
            return report.finished();
        } catch (RuntimeException unexpected) {
            context.getLogger().log(trace(unexpected));
            return false;
        }
    }

    private String sendAllDue(Deadline deadline, Context context) {
        try {
            SendReport report = sendReminders.sendAllDue(deadline);
            log(report, context);
            return Json.write(tree(report));
        } catch (SendReminders.PartialFailure failed) {
            // A work item that fails in every run must not hide the other results from the metrics and alarms.
            log(failed.report(), context);
            throw failed;
        }
    }

    /** Logs what was done, if anything: numbers only, no personal data. */
    private void log(SendReport report, Context context) {
        if (report.didAnything()) {
            context.getLogger().log(Json.write(tree(report)));
        }
    }

    /** Returns the report with the names from which template.yaml makes its metrics. */
    private Map<String, Object> tree(SendReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sent", report.sent());
        tree.put("refused", report.refused());
        tree.put("givenUp", report.givenUp());
        tree.put("unknown", report.unknown());
        tree.put("finished", report.finished());
        report.owedSince()
                .ifPresent(since -> tree.put(
                        "oldestOwedSeconds",
                        Duration.between(since, clock.instant()).toSeconds()));
        return tree;
    }

    private static String trace(RuntimeException unexpected) {
        StringWriter trace = new StringWriter();
        unexpected.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
