package nl.samenkomst.local.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LambdaFunctionTest {

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void reusesAnIdleInstance() throws Exception {
        LambdaFunction function = function((in, out, context) -> in.transferTo(out));

        assertThat(function.invoke("one".getBytes(UTF_8))).asString().isEqualTo("one");
        assertThat(function.invoke("two".getBytes(UTF_8))).asString().isEqualTo("two");
        assertThat(made).hasValue(1);
    }

    @Test
    void usesAnInstancePerConcurrentEvent() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        LambdaFunction function = function((in, out, context) -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });

        Callable<byte[]> call = () -> function.invoke(new byte[0]);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(List.of(call, call));
        }

        assertThat(made).hasValue(2);
    }

    @Test
    void tellsTheHandlerHowMuchTimeIsLeft() throws Exception {
        LambdaFunction function = function((in, out, context) ->
                out.write(String.valueOf(context.getRemainingTimeInMillis()).getBytes(UTF_8)));

        assertThat(Integer.parseInt(new String(function.invoke(new byte[0]), UTF_8)))
                .isBetween(1, 20_000);
    }

    @Test
    void rethrowsWhatTheHandlerThrows() {
        LambdaFunction function = function((in, out, context) -> {
            throw new IllegalStateException("TABLE_NAME is not set");
        });

        assertThatThrownBy(() -> function.invoke(new byte[0])).hasMessage("TABLE_NAME is not set");
    }

    private LambdaFunction function(RequestStreamHandler handler) {
        return new LambdaFunction("Test", Duration.ofSeconds(20), () -> {
            made.incrementAndGet();
            return handler;
        });
    }
}
