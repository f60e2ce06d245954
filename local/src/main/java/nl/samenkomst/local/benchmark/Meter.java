package nl.samenkomst.local.benchmark;

import java.io.IOException;
import nl.samenkomst.local.trouble.SurroundedHttpClient;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** What one thread's calls to the table took: around the SDK, and under it; a call that fails counts too. */
final class Meter implements SurroundedHttpClient, ExecutionInterceptor {

    private final SdkHttpClient network;
    private long callStart;
    private long inSdk;
    private long onTheWire;
    private int roundTrips;

    Meter(SdkHttpClient network) {
        this.network = network;
    }

    void reset() {
        inSdk = 0;
        onTheWire = 0;
        roundTrips = 0;
    }

    /** Nanoseconds inside the SDK's calls, their retries, pauses and waits on the network included. */
    long inSdk() {
        return inSdk;
    }

    /** Nanoseconds from a request that leaves to an answer that begins. */
    long onTheWire() {
        return onTheWire;
    }

    int roundTrips() {
        return roundTrips;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        callStart = System.nanoTime();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        inSdk += System.nanoTime() - callStart;
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        inSdk += System.nanoTime() - callStart;
    }

    @Override
    public SdkHttpClient network() {
        return network;
    }

    @Override
    public HttpExecuteResponse around(HttpExecuteRequest request, ExecutableHttpRequest call) throws IOException {
        roundTrips++;
        long start = System.nanoTime();
        try {
            return call.call();
        } finally {
            onTheWire += System.nanoTime() - start;
        }
    }
}
