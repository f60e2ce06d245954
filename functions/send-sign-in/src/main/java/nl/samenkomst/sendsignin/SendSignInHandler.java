package nl.samenkomst.sendsignin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.samenkomst.PrimingHook;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.signin.OwedLetter;
import nl.samenkomst.domain.signin.SendSignIn;
import nl.samenkomst.domain.signin.SendSignInOutcome;
import nl.samenkomst.http.Json;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.stream.StreamEvent;

/** Sends the letters that signing in owes, as soon as the table's stream reports the request. */
public final class SendSignInHandler implements RequestStreamHandler {

    private final Wiring wiring;
    private final SendSignIn sendSignIn;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public SendSignInHandler() {
        this(Wiring.production());
    }

    public SendSignInHandler(Wiring wiring) {
        this.wiring = wiring;
        this.sendSignIn = wiring.signIn().sendSignIn();
        this.priming = PrimingHook.register(wiring, () -> {
            SendSignIn primed = wiring.priming().signIn().sendSignIn();
            for (int time = 0; time < Priming.REPETITIONS; time++) {
                primed.send(new OwedLetter.ToSignIn(Priming.browser()));
            }
        });
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        String text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        List<StreamEvent.Change> changes =
                StreamEvent.parse(text).map(StreamEvent::changes).orElse(List.of());
        Map<SendSignInOutcome, Integer> counts = new EnumMap<>(SendSignInOutcome.class);
        List<String> again = new ArrayList<>();
        for (StreamEvent.Change change : changes) {
            if (!isProcessed(change, counts, context)) {
                again.add(change.sequenceNumber());
            }
        }
        log(counts, context);
        answer.write(StreamEvent.retryFrom(again).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns false if the stream must deliver the change again: after an unexpected failure, and for an invitation that
     * the mail service does not take. Whoever waits for a letter to sign in with asks for another one.
     */
    private boolean isProcessed(StreamEvent.Change change, Map<SendSignInOutcome, Integer> counts, Context context) {
        try {
            Optional<OwedLetter> owed = wiring.signIn().owedLetterAfterWritingOf(change.key());
            SendSignInOutcome outcome = owed.map(sendSignIn::send).orElse(SendSignInOutcome.NOTHING);
            counts.merge(outcome, 1, Integer::sum);
            return outcome != SendSignInOutcome.UNAVAILABLE
                    || owed.filter(OwedLetter.ToColleague.class::isInstance).isEmpty();
        } catch (RuntimeException unexpected) {
            StringWriter trace = new StringWriter();
            unexpected.printStackTrace(new PrintWriter(trace));
            context.getLogger().log(trace.toString());
            return false;
        }
    }

    /** Logs what was done, if anything: numbers only, no personal data. */
    private static void log(Map<SendSignInOutcome, Integer> counts, Context context) {
        Map<String, Object> line = new TreeMap<>();
        counts.forEach((outcome, number) -> {
            if (outcome != SendSignInOutcome.NOTHING) {
                line.put(outcome.name().toLowerCase(Locale.ROOT), number);
            }
        });
        if (!line.isEmpty()) {
            context.getLogger().log(Json.write(line));
        }
    }
}
