package nl.samenkomst.local.desk;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/** A function as Lambda runs it: each instance handles one event at a time; a new one is created when none is idle. */
public final class LambdaFunction {

    private final String name;
    private final Duration timeout;
    private final Supplier<RequestStreamHandler> instances;
    private final ConcurrentLinkedDeque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();

    public LambdaFunction(String name, Duration timeout, Supplier<RequestStreamHandler> instances) {
        this.name = name;
        this.timeout = timeout;
        this.instances = instances;
    }

    String arn() {
        return Invocation.arn(name);
    }

    /** Returns the handler's response; its exceptions pass through unchanged. */
    byte[] invoke(byte[] event) throws IOException {
        RequestStreamHandler free = idle.poll();
        RequestStreamHandler handler = free == null ? instances.get() : free;
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event), answer, Invocation.of(name, timeout));
            return answer.toByteArray();
        } finally {
            idle.push(handler);
        }
    }
}
