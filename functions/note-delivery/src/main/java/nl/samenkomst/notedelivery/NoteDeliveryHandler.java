package nl.samenkomst.notedelivery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenkomst.PrimingHook;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.delivery.DeliveryEvent;
import nl.samenkomst.domain.delivery.DeliveryNews;
import nl.samenkomst.domain.delivery.NoteDelivery;
import nl.samenkomst.domain.delivery.NoteDeliveryOutcome;
import nl.samenkomst.http.Json;
import nl.samenkomst.mailevents.MailEvents;
import nl.samenkomst.priming.Priming;

/** Notes on registrations what the mail service says became of letters: bounces, complaints, delays and deliveries. */
public final class NoteDeliveryHandler implements RequestStreamHandler {

    private final NoteDelivery noteDelivery;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public NoteDeliveryHandler() {
        this(Wiring.production());
    }

    public NoteDeliveryHandler(Wiring wiring) {
        this.noteDelivery = wiring.noteDelivery();
        this.priming = PrimingHook.register(wiring, () -> prime(wiring));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Report report = new Report(context.getLogger()::log);
        Optional<RuntimeException> failure =
                note(MailEvents.parse(new String(event.readAllBytes(), StandardCharsets.UTF_8)), report);
        report.log();
        if (failure.isPresent()) {
            // Lambda tries the whole event again, and in the end moves it to a queue.
            throw failure.get();
        }
        answer.write(report.json().getBytes(StandardCharsets.UTF_8));
    }

    private static void prime(Wiring wiring) throws IOException {
        NoteDeliveryHandler primed = new NoteDeliveryHandler(wiring.priming());
        for (int time = 0; time < Priming.REPETITIONS; time++) {
            Report report = new Report(line -> {});
            Optional<RuntimeException> failure = primed.note(MailEvents.parse(Priming.bounce()), report);
            if (failure.isPresent()) {
                throw failure.get();
            }
            report.log();
        }
    }

    /** Notes each event separately, so that a failure delays no other; returns the first failure. */
    private Optional<RuntimeException> note(MailEvents mail, Report report) {
        report.count("unreadableMessages", mail.unreadable());
        Optional<RuntimeException> failure = Optional.empty();
        for (DeliveryEvent event : mail.events()) {
            try {
                note(event, report);
            } catch (RuntimeException unexpected) {
                failure = failure.or(() -> Optional.of(unexpected));
            }
        }
        return failure;
    }

    private void note(DeliveryEvent event, Report report) {
        if (event.news() == DeliveryNews.REJECTED
                || (event.letter().isToOrganiser() && event.news().isLost())) {
            report.logLost(event);
        }
        for (NoteDeliveryOutcome outcome : noteDelivery.note(event)) {
            switch (outcome) {
                case NoteDeliveryOutcome.Unchanged _ -> {}
                case NoteDeliveryOutcome.Outdated _ -> report.count("outdated", 1);
                case NoteDeliveryOutcome.Noted noted ->
                    report.count(noted.problem().word(), 1);
                case NoteDeliveryOutcome.Lapsed lapsed -> {
                    report.count(lapsed.problem().word(), 1);
                    report.count("lapsed", 1);
                }
            }
        }
    }

    /**
     * What one invocation did: numbers and ids only, no personal data, under the names from which template.yaml makes
     * metrics.
     */
    private static final class Report {

        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final Consumer<String> log;

        Report(Consumer<String> log) {
            this.log = log;
        }

        void count(String what, int more) {
            if (more > 0) {
                counts.merge(what, more, Integer::sum);
            }
        }

        /** Logs a letter that no registration shows as lost, with the key of what it was about. */
        void logLost(DeliveryEvent event) {
            String registration = event.letter().registrations().stream()
                    .findFirst()
                    .map(key -> " R#" + key.id())
                    .orElse("");
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("lost", 1);
            line.put("because", event.news().name().toLowerCase(Locale.ROOT));
            line.put("about", event.letter().session().map(id -> "S#" + id).orElse("signing in") + registration);
            log.accept(Json.write(line));
        }

        /** Logs the counts, if there are any. */
        void log() {
            if (!counts.isEmpty()) {
                log.accept(json());
            }
        }

        String json() {
            return Json.write(counts);
        }
    }
}
