package nl.samenkomst.local.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void costsItsQuantityTimesThePrice() {
        Usage usage = used(Price.WRITE_UNITS, 2_000_000);
        usage.add(Price.LETTERS, 500);

        assertThat(usage.atListPrice()).isEqualTo(2 * 0.705 + 0.08, within(1e-9));
    }

    @Test
    void costsNothingWithinAnAllowance() {
        Usage usage = used(Price.INVOCATIONS, 1_000_000);

        assertThat(usage.atListPrice()).isEqualTo(0.20, within(1e-9));
        assertThat(usage.beyondTheAllowances()).isZero();
    }

    @Test
    void chargesOnlyBeyondAnAllowance() {
        assertThat(used(Price.ALARMS, 12).beyondTheAllowances()).isEqualTo(0.20, within(1e-9));
        assertThat(used(Price.READ_UNITS, 1_000_000).beyondTheAllowances()).isEqualTo(0.1415, within(1e-9));
    }

    @Test
    void doesNotSetOneAllowanceOffAgainstAnother() {
        Usage usage = used(Price.ALARMS, 12);
        usage.add(Price.METRICS, 1);

        assertThat(usage.beyondTheAllowances()).isEqualTo(0.20, within(1e-9));
    }

    @Test
    void billsEveryMillisecondBegun() {
        assertThat(MeteredHandlers.billedMillis(Duration.ofMillis(2))).isEqualTo(2);
        assertThat(MeteredHandlers.billedMillis(Duration.ofNanos(2_000_001))).isEqualTo(3);
        assertThat(MeteredHandlers.billedMillis(Duration.ofNanos(1))).isEqualTo(1);
    }

    @Test
    void addsUpAndScales() {
        Usage sum = used(Price.LETTERS, 1).plus(used(Price.LETTERS, 2)).times(10);

        assertThat(sum.of(Price.LETTERS)).isEqualTo(30);
    }

    @Test
    void billHasARowPerPriceInAnyLocale() {
        Usage usage = used(Price.LETTERS, 4_000);
        usage.add(Price.GIGABYTES_OUT, 0.5);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(usage.toMarkdown("a month").lines())
                    .containsExactly(
                            "| a month | used | US$ | published | at list price | with what is always free |",
                            "|---|--:|--:|---|--:|--:|",
                            "| Answers, to the internet | 0.5000 GB | 0.09 a GB | 2026-09-16 | 0.0450 | 0.0000 |",
                            "| SES, letters | 4,000 | 0.16 a thousand | 2026-07-22 | 0.6400 | 0.6400 |",
                            "| **together** | | | | **0.6850** | **0.6400** |");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Usage used(Price what, double quantity) {
        Usage usage = new Usage();
        usage.add(what, quantity);
        return usage;
    }
}
