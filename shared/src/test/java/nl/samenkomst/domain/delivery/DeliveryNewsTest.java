package nl.samenkomst.domain.delivery;

import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.MailProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeliveryNewsTest {

    private static final Instant THEN = NOW.minusSeconds(600);

    /** A row for each problem, and a column for each news, which happened after the problem began. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            BEFORE     | ARRIVED    | ARRIVED_LATE | DELAYED    | BOUNCED    | SUPPRESSED | COMPLAINED | REJECTED   | ANSWERED
            none       | none       | LATE         | DELAYED    | BOUNCED    | SUPPRESSED | COMPLAINED | none       | none
            LATE       | LATE       | LATE         | DELAYED    | BOUNCED    | SUPPRESSED | COMPLAINED | LATE       | LATE
            DELAYED    | LATE       | LATE         | DELAYED    | BOUNCED    | SUPPRESSED | COMPLAINED | DELAYED    | DELAYED
            TOO_MANY   | TOO_MANY   | TOO_MANY     | TOO_MANY   | BOUNCED    | SUPPRESSED | COMPLAINED | TOO_MANY   | TOO_MANY
            REFUSED    | REFUSED    | REFUSED      | REFUSED    | BOUNCED    | SUPPRESSED | COMPLAINED | REFUSED    | REFUSED
            SUPPRESSED | SUPPRESSED | SUPPRESSED   | SUPPRESSED | BOUNCED    | SUPPRESSED | COMPLAINED | SUPPRESSED | SUPPRESSED
            BOUNCED    | BOUNCED    | BOUNCED      | BOUNCED    | BOUNCED    | BOUNCED    | COMPLAINED | BOUNCED    | BOUNCED
            COMPLAINED | COMPLAINED | COMPLAINED   | COMPLAINED | COMPLAINED | COMPLAINED | COMPLAINED | COMPLAINED | COMPLAINED
            """)
    void newsMakesTheProblemWorseOrEndsADelay(
            String before,
            String arrived,
            String arrivedLate,
            String delayed,
            String bounced,
            String suppressed,
            String complained,
            String rejected,
            String answered) {
        assertThat(Arrays.stream(DeliveryNews.values())
                        .map(news -> word(news.after(problem(before, THEN), THEN.plusSeconds(60), NOW))))
                .containsExactly(arrived, arrivedLate, delayed, bounced, suppressed, complained, rejected, answered);
    }

    @Test
    void aProblemThatStopsLettersBeginsWhenItIsNoted() {
        assertThat(DeliveryNews.BOUNCED.after(Optional.empty(), THEN, NOW))
                .contains(new MailProblem(Kind.BOUNCED, NOW));
        assertThat(DeliveryNews.BOUNCED.after(problem("BOUNCED", THEN), THEN, NOW))
                .as("noted again")
                .isEqualTo(problem("BOUNCED", THEN));
    }

    @Test
    void aDelayReportedAfterTheArrivalChangesNothing() {
        Optional<MailProblem> arrived = DeliveryNews.ARRIVED_LATE.after(Optional.empty(), NOW, NOW);

        assertThat(DeliveryNews.DELAYED.after(arrived, THEN, NOW)).isEqualTo(arrived);
    }

    @Test
    void anArrivalBeforeADelayDoesNotEndIt() {
        Optional<MailProblem> delayed = DeliveryNews.DELAYED.after(Optional.empty(), NOW, NOW);

        assertThat(DeliveryNews.ARRIVED.after(delayed, THEN, NOW)).isEqualTo(delayed);
        assertThat(DeliveryNews.ARRIVED_LATE.after(delayed, THEN, NOW)).isEqualTo(delayed);
    }

    private record Heard(DeliveryNews news, Instant at) {}

    /** What SES says of a few letters, in every order and some of it twice: the mailbox ends up with one problem. */
    @Test
    void theOrderOfNewsDoesNotMatter() {
        Random random = new Random(17);
        List<DeliveryNews> lasting = Arrays.stream(DeliveryNews.values())
                // Whether a letter that arrived at once ends a delay depends on what is known by then: see below.
                .filter(news -> news != DeliveryNews.ARRIVED)
                .toList();
        for (int time = 0; time < 500; time++) {
            List<Heard> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                all.add(new Heard(lasting.get(random.nextInt(lasting.size())), NOW.plusSeconds(random.nextInt(100))));
            }
            Set<String> ends = new HashSet<>();
            for (int order = 0; order < 20; order++) {
                List<Heard> heard = new ArrayList<>(all);
                heard.add(all.get(random.nextInt(all.size())));
                Collections.shuffle(heard, random);
                ends.add(endOf(heard));
            }
            assertThat(ends).as("%s", all).hasSize(1);
        }
    }

    @Test
    void aLetterThatArrivedAtOnceEndsAnEarlierDelayOnlyIfThatIsKnown() {
        Heard delay = new Heard(DeliveryNews.DELAYED, THEN);
        Heard next = new Heard(DeliveryNews.ARRIVED, NOW);

        assertThat(endOf(List.of(delay, next))).isEqualTo("LATE");
        // The delayed letter's own arrival is late, and ends it.
        assertThat(endOf(List.of(next, delay))).isEqualTo("DELAYED");
    }

    private static String endOf(List<Heard> heard) {
        Optional<MailProblem> problem = Optional.empty();
        for (Heard one : heard) {
            problem = one.news().after(problem, one.at(), NOW);
        }
        return word(problem);
    }

    private static Optional<MailProblem> problem(String word, Instant since) {
        return word.equals("none") ? Optional.empty() : Optional.of(new MailProblem(Kind.valueOf(word), since));
    }

    private static String word(Optional<MailProblem> problem) {
        return problem.map(known -> known.kind().name()).orElse("none");
    }
}
