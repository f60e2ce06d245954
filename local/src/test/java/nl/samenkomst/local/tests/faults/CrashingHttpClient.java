package nl.samenkomst.local.tests.faults;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenkomst.local.faults.LocalHttpClient;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** An HTTP client on which the process dies at one call, just before it or just after it. */
public final class CrashingHttpClient implements LocalHttpClient {

    /** Stands for the end of the process: nothing after it runs. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Says when to die: at which call of all clients that share this life, never if 0, and on which side of it. */
    public static final class CrashPoint {
        private final int crashAtCall;
        private final boolean afterCall;
        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean lastCallSentALetter;

        public CrashPoint(int crashAtCall, boolean afterCall) {
            this.crashAtCall = crashAtCall;
            this.afterCall = afterCall;
        }

        /** Returns whether the last call that was carried out sent a letter, so that nothing recorded it. */
        public boolean crashedAfterALetter() {
            return lastCallSentALetter;
        }
    }

    private final SdkHttpClient network;
    private final CrashPoint life;
    private final boolean mailService;

    public CrashingHttpClient(SdkHttpClient network, CrashPoint life, boolean mailService) {
        this.network = network;
        this.life = life;
        this.mailService = mailService;
    }

    @Override
    public SdkHttpClient network() {
        return network;
    }

    @Override
    public HttpExecuteResponse around(HttpExecuteRequest request, ExecutableHttpRequest call) throws IOException {
        boolean last = life.calls.incrementAndGet() == life.crashAtCall;
        if (last && !life.afterCall) {
            throw new Crash();
        }
        HttpExecuteResponse answer = call.call();
        life.lastCallSentALetter = mailService;
        if (last) {
            if (answer.responseBody().isPresent()) {
                answer.responseBody().get().readAllBytes();
            }
            throw new Crash();
        }
        return answer;
    }
}
