package nl.samenkomst.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GzipTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "gzip, deflate, br, zstd",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                "GZip",
                "x-gzip",
                "*",
                "identity, *;q=0.5",
                "*;q=0, gzip",
                "gzip ; q=0.001",
                "deflate,\tgzip;Q=1"
            })
    void isAcceptedByHeader(String acceptEncoding) {
        assertThat(Gzip.isAccepted(acceptEncoding)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " , ,",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0.000",
                "*, gzip;q=0",
                "gzip; q=0, *",
                "*;q=0",
                "gzipped",
                "gzip;q=high",
                "gzip;q=-1",
                "gzip;level=9",
                "deflate;q=0.5, br"
            })
    void isNotAcceptedWithoutOrWithInvalidHeader(String acceptEncoding) {
        assertThat(Gzip.isAccepted(acceptEncoding)).isFalse();
    }
}
