package nl.samenkomst.local.faults;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** An HTTP client that wraps every call, including the SDK's retries. */
public interface LocalHttpClient extends SdkHttpClient {

    /** Returns the client that makes the calls. */
    SdkHttpClient network();

    /**
     * Makes one call, or decides not to, and returns the response.
     *
     * @throws IOException if the connection fails, or is made to fail
     */
    HttpExecuteResponse around(HttpExecuteRequest request, ExecutableHttpRequest call) throws IOException;

    @Override
    default ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest call = network().prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return around(request, call);
            }

            @Override
            public void abort() {
                call.abort();
            }
        };
    }

    @Override
    default String clientName() {
        return network().clientName();
    }

    @Override
    default void close() {
        network().close();
    }
}
