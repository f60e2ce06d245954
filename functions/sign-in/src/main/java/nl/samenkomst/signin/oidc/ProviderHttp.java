package nl.samenkomst.signin.oidc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls the provider over HTTP. A call takes a few seconds and a response a quarter of a megabyte at most; redirects are
 * not followed, since the addresses are the provider's own.
 */
final class ProviderHttp {

    /** In bytes. */
    static final int MAX_RESPONSE = 256 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);

    /** Of a response whose parts each come in time. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(6);

    /** A response, whatever its status. */
    record Answer(int status, String body) {}

    Answer get(URI address) throws ProviderUnavailable {
        return call(address, Optional.empty(), Optional.empty());
    }

    /**
     * Sends a form.
     *
     * @param authorization the header of this name; empty for none
     */
    Answer post(URI address, String form, Optional<String> authorization) throws ProviderUnavailable {
        return call(address, Optional.of(form), authorization);
    }

    private static Answer call(URI address, Optional<String> form, Optional<String> authorization)
            throws ProviderUnavailable {
        try {
            return answer((HttpURLConnection) address.toURL().openConnection(), form, authorization);
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new ProviderUnavailable(
                    address.getHost() + ": " + unreachable.getClass().getSimpleName());
        }
    }

    private static Answer answer(HttpURLConnection call, Optional<String> form, Optional<String> authorization)
            throws IOException, ProviderUnavailable {
        long start = System.nanoTime();
        call.setInstanceFollowRedirects(false);
        call.setUseCaches(false);
        call.setConnectTimeout(Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
        call.setReadTimeout(Math.toIntExact(READ_TIMEOUT.toMillis()));
        call.setRequestProperty("Accept", "application/json");
        authorization.ifPresent(value -> call.setRequestProperty("Authorization", value));
        if (form.isPresent()) {
            byte[] body = form.get().getBytes(StandardCharsets.US_ASCII);
            call.setRequestMethod("POST");
            call.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            // Without a retry of the JDK's own: a code counts once.
            call.setFixedLengthStreamingMode(body.length);
            call.setDoOutput(true);
            call.getOutputStream().write(body);
        }
        int status = call.getResponseCode();
        try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            return new Answer(status, body == null ? "" : read(body, start));
        }
    }

    private static String read(InputStream body, long start) throws IOException, ProviderUnavailable {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8 * 1024];
        for (int length = body.read(part); length >= 0; length = body.read(part)) {
            all.write(part, 0, length);
            if (all.size() > MAX_RESPONSE) {
                throw new ProviderUnavailable("a response of more than " + MAX_RESPONSE + " bytes");
            }
            if (System.nanoTime() - start > CALL_TIMEOUT.toNanos()) {
                throw new ProviderUnavailable("a response that takes more than " + CALL_TIMEOUT);
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
