package nl.samenkomst.local.benchmark;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.ses.model.SendRawEmailResponse;

/** Takes every letter at once, and keeps nothing of it but when the first one to each of some addresses came. */
final class Postbox implements SesClient {

    private final Clock clock;
    private final Usage usage;
    private final Map<String, Optional<Instant>> watched = new HashMap<>();
    private int letters;

    Postbox(Clock clock, Usage usage) {
        this.clock = clock;
        this.usage = usage;
    }

    @Override
    public SendRawEmailResponse sendRawEmail(SendRawEmailRequest request) {
        letters++;
        usage.add(Price.LETTERS, 1);
        watched.computeIfPresent(
                request.destinations().getFirst(), (address, first) -> first.or(() -> Optional.of(clock.instant())));
        return SendRawEmailResponse.builder().messageId("message-" + letters).build();
    }

    int letters() {
        return letters;
    }

    void watch(String address) {
        watched.put(address, Optional.empty());
    }

    Optional<Instant> firstTo(String address) {
        return Objects.requireNonNull(watched.get(address));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
