package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LinkSecretsTest {

    private static final Random RANDOM = new Random(3);
    private static final LinkSecret FIRST = LinkSecret.generate(RANDOM);
    private static final LinkSecret SECOND = LinkSecret.generate(RANDOM);
    private static final LinkSecret THIRD = LinkSecret.generate(RANDOM);

    @Test
    void tellsEachKindOfLinkApart() {
        LinkSecrets secrets = new LinkSecrets(FIRST).renewed(SECOND, NOW);

        assertThat(secrets.kindOf(SECOND)).isEqualTo(LinkKind.OWN);
        assertThat(secrets.kindOf(SECOND.forCalendar())).isEqualTo(LinkKind.CALENDAR);
        assertThat(secrets.kindOf(FIRST)).isEqualTo(LinkKind.ENDED);
        assertThat(secrets.kindOf(FIRST.forCalendar())).isEqualTo(LinkKind.ENDED);
        assertThat(secrets.kindOf(THIRD)).isEqualTo(LinkKind.UNKNOWN);
        assertThat(secrets.kindOf(SECOND.forCalendar().forCalendar())).isEqualTo(LinkKind.UNKNOWN);
    }

    /** Computed with Python's {@code hmac} module. */
    @Test
    void derivesTheCalendarsSecretByHmac() {
        assertThat(new LinkSecret("0123456789abcdefghijkA").forCalendar())
                .isEqualTo(new LinkSecret("_TadLq4WYsIO8k8lzO6gXA"));
    }

    @Test
    void keepsTheLastLinksThatEnded() {
        List<LinkSecret> all = Stream.generate(() -> LinkSecret.generate(RANDOM))
                .limit(LinkSecrets.MAX_ENDED + 2)
                .toList();
        LinkSecrets secrets = new LinkSecrets(all.getFirst());
        for (LinkSecret fresh : all.subList(1, all.size())) {
            secrets = secrets.renewed(fresh, NOW);
        }

        assertThat(secrets.ended()).isEqualTo(all.subList(1, all.size() - 1));
        assertThat(secrets.kindOf(all.getFirst())).isEqualTo(LinkKind.UNKNOWN);
    }

    @Test
    void endsTheLinkAlsoWhenThePersonSignsUpAnew() {
        LinkSecrets secrets = new LinkSecrets(FIRST).renewed(SECOND, NOW).signedUpAnew(THIRD);

        assertThat(secrets.kindOf(SECOND)).isEqualTo(LinkKind.ENDED);
        assertThat(secrets.kindOf(FIRST)).isEqualTo(LinkKind.ENDED);
        assertThat(secrets.renewedAt()).isEmpty();
    }

    @Test
    void keepsSecretsOutOfLogs() {
        LinkSecrets secrets = new LinkSecrets(FIRST).renewed(SECOND, NOW);

        assertThat(secrets.toString()).doesNotContain(FIRST.value(), SECOND.value());
    }
}
