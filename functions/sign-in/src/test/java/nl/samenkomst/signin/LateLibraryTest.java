package nl.samenkomst.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import nl.samenkomst.SampledHandler;
import org.junit.jupiter.api.Test;

/** The library that checks tokens costs no other page anything: nothing of it is loaded before a way to the provider. */
class LateLibraryTest {

    @Test
    void theOtherPagesNeedNoNimbus() throws Exception {
        try (URLClassLoader without = new WithoutNimbus()) {
            Callable<?> answers = (Callable<?>) without.loadClass(OtherPages.class.getName())
                    .getConstructor()
                    .newInstance();
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            // Of the templates.
            thread.setContextClassLoader(without);
            try {
                assertThat(answers.call()).isEqualTo("200 400 303");
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    /** Answers requests that are no way to the provider, at a desk that has one. */
    public static final class OtherPages implements Callable<String> {

        @Override
        public String call() throws IOException {
            SampledHandler handler = new SampledHandler(
                    "sign-in",
                    Map.of(
                            "OIDC_ISSUER", "https://login.example.org",
                            "OIDC_CLIENT_ID", "samenkomst",
                            "OIDC_SECRET_NAME", "/samenkomst/oidc"),
                    SignInHandler::new);
            return handler.answer("sign-in").status() + " "
                    + handler.answer("asked-with-mistakes").status() + " "
                    + handler.answer("account").status();
        }
    }

    /** Loads everything anew but Java itself, from a class path without Nimbus. */
    private static final class WithoutNimbus extends URLClassLoader {

        WithoutNimbus() {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls() {
            return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(Pattern.quote(File.pathSeparator), -1))
                    .filter(part -> !part.contains("nimbus"))
                    .map(WithoutNimbus::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String part) {
            try {
                return new File(part).toURI().toURL();
            } catch (MalformedURLException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }
}
