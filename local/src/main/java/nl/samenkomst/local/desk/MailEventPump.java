package nl.samenkomst.local.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Delivers what SES says about letters to a function, one event at a time, as an SNS topic and Lambda do: a failed
 * invocation is tried again as often as the template says, and then given up.
 */
public final class MailEventPump implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final MailEvents events;
    private final LambdaFunction function;
    private final int maxRetries;
    private final BackgroundLoop delivering =
            new BackgroundLoop("the delivery of mail events", POLL_INTERVAL, this::deliverAll);

    public MailEventPump(MailEvents events, LambdaFunction function, int maxRetries) {
        this.events = events;
        this.function = function;
        this.maxRetries = maxRetries;
    }

    /** Delivers events ten times a second from now on. */
    void start() {
        delivering.start();
    }

    /** Delivers every event that waits; returns how many there were. */
    public synchronized int deliverAll() {
        int delivered = 0;
        for (Optional<byte[]> event = events.poll(); event.isPresent(); event = events.poll()) {
            deliver(event.get());
            delivered++;
        }
        return delivered;
    }

    @Override
    public void close() {
        delivering.close();
    }

    private void deliver(byte[] event) {
        for (int tries = 0; tries <= maxRetries; tries++) {
            if (isDelivered(event)) {
                return;
            }
        }
        System.err.println("What became of a letter could not be noted, and is given up.");
    }

    private boolean isDelivered(byte[] event) {
        try {
            function.invoke(event);
            return true;
        } catch (IOException | RuntimeException failed) {
            failed.printStackTrace();
            return false;
        }
    }
}
