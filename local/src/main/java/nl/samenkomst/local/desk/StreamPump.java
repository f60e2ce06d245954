package nl.samenkomst.local.desk;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Delivers the writes in the table's stream to a function, in order, as Lambda's event source mapping does: those that
 * its filters leave out are skipped, failed records are retried, in ever smaller batches if the template bisects, and
 * given up when retries are exhausted.
 */
public final class StreamPump implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private final DynamoDbStreamsClient streams;
    private final String streamArn;
    private final StreamSource source;
    private final LambdaFunction function;
    private final Clock clock;
    private final Consumer<String> onGivenUp;
    /** Where to read on, by shard; null at the end of one that is closed. */
    private final Map<String, @Nullable String> iterators = new LinkedHashMap<>();

    private final BackgroundLoop polling = new BackgroundLoop("the stream", POLL_INTERVAL, this::poll);

    /**
     * Creates a pump that reports batches it gives up as JSON, as Lambda does to the template's on-failure destination.
     *
     * @param clock the desk's, on which records get the time of their change: DynamoDB Local has the real time
     */
    public StreamPump(
            DynamoDbStreamsClient streams,
            String streamArn,
            StreamSource source,
            LambdaFunction function,
            Clock clock,
            Consumer<String> onGivenUp) {
        this.streams = streams;
        this.streamArn = streamArn;
        this.source = source;
        this.function = function;
        this.clock = clock;
        this.onGivenUp = onGivenUp;
    }

    /** Polls the stream four times a second from now on. */
    void start() {
        polling.start();
    }

    /**
     * Returns once everything written so far, and every write that resulted, has been delivered.
     *
     * @return how many records were delivered
     */
    public int awaitIdle() {
        int delivered = 0;
        for (int now = poll(); now > 0; now = poll()) {
            // Handling a record may write another.
            delivered += now;
        }
        return delivered;
    }

    @Override
    public void close() {
        polling.close();
    }

    /** Delivers all available records; returns how many, without those that were skipped. */
    private synchronized int poll() {
        int delivered = readShards();
        while (iterators.values().stream().allMatch(Objects::isNull) && findShards()) {
            delivered += readShards();
        }
        return delivered;
    }

    private int readShards() {
        int delivered = 0;
        for (Map.Entry<String, @Nullable String> shard : iterators.entrySet()) {
            String iterator = shard.getValue();
            while (iterator != null) {
                String from = iterator;
                GetRecordsResponse found = streams.getRecords(
                        request -> request.shardIterator(from).limit(source.batchSize()));
                Duration ahead = Duration.between(Instant.now(), clock.instant());
                List<Record> batch = found.records().stream()
                        .map(write -> ahead(write, ahead))
                        .filter(write -> source.delivers(written(write)))
                        .toList();
                deliver(shard.getKey(), batch, 0);
                delivered += batch.size();
                iterator = found.nextShardIterator();
                shard.setValue(iterator);
                if (found.records().isEmpty()) {
                    break;
                }
            }
        }
        return delivered;
    }

    /**
     * Adds the shards that are new, and returns whether there are any. Asking for them takes longer than reading one; but
     * DynamoDB Local, unlike DynamoDB, opens a shard only when it closes the one before.
     */
    private boolean findShards() {
        String position = iterators.isEmpty() ? source.startingPosition() : "TRIM_HORIZON";
        int before = iterators.size();
        for (Shard shard : streams.describeStream(request -> request.streamArn(streamArn))
                .streamDescription()
                .shards()) {
            if (!iterators.containsKey(shard.shardId())) {
                iterators.put(shard.shardId(), firstIterator(shard.shardId(), position));
            }
        }
        return iterators.size() > before;
    }

    private static Record ahead(Record write, Duration ahead) {
        Instant madeAt = write.dynamodb().approximateCreationDateTime().plus(ahead);
        return write.copy(changed ->
                changed.dynamodb(write.dynamodb().copy(record -> record.approximateCreationDateTime(madeAt))));
    }

    private String firstIterator(String shardId, String position) {
        return streams.getShardIterator(
                        request -> request.streamArn(streamArn).shardId(shardId).shardIteratorType(position))
                .shardIterator();
    }

    private void deliver(String shardId, List<Record> batch, int tries) {
        if (batch.isEmpty()) {
            return;
        }
        Optional<Integer> done = invoke(batch);
        if (done.isPresent() && done.get() == batch.size()) {
            return;
        }
        List<Record> left = batch.subList(done.orElse(0), batch.size());
        int triesOfThese = left.size() < batch.size() ? 1 : tries + 1;
        if (triesOfThese > source.maxRetries()) {
            giveUp(shardId, left, triesOfThese);
        } else if (done.isEmpty() && source.bisects() && left.size() > 1) {
            int middle = left.size() / 2;
            deliver(shardId, left.subList(0, middle), triesOfThese);
            deliver(shardId, left.subList(middle, left.size()), triesOfThese);
        } else {
            deliver(shardId, left, triesOfThese);
        }
    }

    /**
     * Reports where the records are, not their content:
     * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
     */
    private void giveUp(String shardId, List<Record> batch, int tries) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("requestId", UUID.randomUUID().toString());
        context.put("functionArn", function.arn());
        context.put("condition", "RetryAttemptsExhausted");
        context.put("approximateInvokeCount", tries);
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("shardId", shardId);
        where.put("startSequenceNumber", batch.getFirst().dynamodb().sequenceNumber());
        where.put("endSequenceNumber", batch.getLast().dynamodb().sequenceNumber());
        where.put("approximateArrivalOfFirstRecord", arrival(batch.getFirst()));
        where.put("approximateArrivalOfLastRecord", arrival(batch.getLast()));
        where.put("batchSize", batch.size());
        where.put("streamArn", streamArn);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("requestContext", context);
        message.put("version", "1.0");
        message.put("timestamp", Instant.now().toString());
        message.put("DDBStreamBatchInfo", where);
        try {
            onGivenUp.accept(JSON.std.asString(message));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static String arrival(Record write) {
        return write.dynamodb().approximateCreationDateTime().toString();
    }

    /** Returns how many records were handled before the first failure; empty if the whole invocation failed. */
    private Optional<Integer> invoke(List<Record> batch) {
        Map<?, ?> answer;
        try {
            byte[] text = function.invoke(JSON.std.asBytes(event(batch)));
            answer = source.reportsFailures() && text.length > 0 ? JSON.std.mapFrom(text) : Map.of();
        } catch (IOException | RuntimeException failed) {
            failed.printStackTrace();
            return Optional.empty();
        }
        List<Object> failed = new ArrayList<>();
        if (answer.get("batchItemFailures") instanceof List<?> failures) {
            failures.forEach(failure -> {
                if (failure instanceof Map<?, ?> item && item.get("itemIdentifier") instanceof String number) {
                    failed.add(number);
                }
            });
        }
        int done = 0;
        while (done < batch.size()
                && !failed.contains(batch.get(done).dynamodb().sequenceNumber())) {
            done++;
        }
        return Optional.of(done);
    }

    private Map<String, Object> event(List<Record> batch) {
        return Map.of("Records", batch.stream().map(this::written).toList());
    }

    private Map<String, Object> written(Record write) {
        Map<String, Object> keys = new LinkedHashMap<>();
        write.dynamodb().keys().forEach((name, value) -> keys.put(name, written(value)));
        Map<String, Object> dynamoDb = new LinkedHashMap<>();
        dynamoDb.put(
                "ApproximateCreationDateTime",
                write.dynamodb().approximateCreationDateTime().getEpochSecond());
        dynamoDb.put("Keys", keys);
        dynamoDb.put("SequenceNumber", write.dynamodb().sequenceNumber());
        dynamoDb.put("SizeBytes", write.dynamodb().sizeBytes());
        dynamoDb.put("StreamViewType", write.dynamodb().streamViewTypeAsString());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventID", write.eventID());
        event.put("eventName", write.eventNameAsString());
        event.put("eventVersion", write.eventVersion());
        event.put("eventSource", "aws:dynamodb");
        event.put("awsRegion", LocalDynamoDb.REGION.id());
        event.put("dynamodb", dynamoDb);
        event.put("eventSourceARN", streamArn);
        return event;
    }

    private static Map<String, Object> written(AttributeValue key) {
        if (key.s() == null) {
            throw new IllegalStateException("a key of another type than S");
        }
        return Map.of("S", key.s());
    }
}
