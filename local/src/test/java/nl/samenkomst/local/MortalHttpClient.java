package nl.samenkomst.local;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenkomst.local.trouble.SurroundedHttpClient;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** An HTTP client on which the process dies at one call, just before it or just after it. */
final class MortalHttpClient implements SurroundedHttpClient {

    /** Stands for the end of the process: nothing after it runs. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Says when to die: at which call of all clients that share this life, never if 0, and on which side of it. */
    static final class Life {
        private final int lastCall;
        private final boolean afterwards;
        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean lastWordWasALetter;

        Life(int lastCall, boolean afterwards) {
            this.lastCall = lastCall;
            this.afterwards = afterwards;
        }

        /** Returns whether the last call that was carried out sent a letter, so that nothing recorded it. */
        boolean endedOnALetter() {
            return lastWordWasALetter;
        }
    }

    private final SdkHttpClient network;
    private final Life life;
    private final boolean mailService;

    MortalHttpClient(SdkHttpClient network, Life life, boolean mailService) {
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
        boolean last = life.calls.incrementAndGet() == life.lastCall;
        if (last && !life.afterwards) {
            throw new Death();
        }
        HttpExecuteResponse answer = call.call();
        life.lastWordWasALetter = mailService;
        if (last) {
            if (answer.responseBody().isPresent()) {
                answer.responseBody().get().readAllBytes();
            }
            throw new Death();
        }
        return answer;
    }
}
