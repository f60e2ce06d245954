package nl.samenkomst.local.trouble;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** A way to the network that does something around every call, a repeated one included. */
public interface SurroundedHttpClient extends SdkHttpClient {

    /** The way that the calls take. */
    SdkHttpClient network();

    /** Makes one call, or not, and gives its answer. */
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
