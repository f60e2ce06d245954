package nl.samenkomst.local.benchmark;

import java.io.IOException;
import nl.samenkomst.local.faults.LocalHttpClient;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Measures one thread's calls to the table, around the SDK and below it; failed calls count too. */
final class Meter implements LocalHttpClient, ExecutionInterceptor {

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

    /** Returns the nanoseconds in SDK calls, including retries, backoff and waiting for the network. */
    long inSdk() {
        return inSdk;
    }

    /** Returns the nanoseconds from sending each request until its response begins. */
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
