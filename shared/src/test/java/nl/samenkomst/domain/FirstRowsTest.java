package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FirstRowsTest {

    @Test
    void keepsFirstRowsThatFitInAnyInputOrder() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            // The weight of each row; a row's key is its index in this list.
            List<Long> weights = random.longs(random.nextInt(30), 0, 50).boxed().toList();
            PartLimit limit = new PartLimit(1 + random.nextInt(20), random.nextInt(300));
            List<Integer> keys =
                    new ArrayList<>(IntStream.range(0, weights.size()).boxed().toList());
            Collections.shuffle(keys, random);

            FirstRows<Integer, Integer> rows = new FirstRows<>(limit, weights::get);
            keys.forEach(key -> rows.add(key, key));

            int expected = 0;
            long bytes = 0;
            while (expected < weights.size() && !limit.isExceededBy(expected, bytes + weights.get(expected))) {
                bytes += weights.get(expected++);
            }
            assertThat(rows.rows())
                    .isEqualTo(IntStream.range(0, expected).boxed().toList());
            assertThat(rows.hasMore()).isEqualTo(expected < weights.size());
        }
    }

    @Test
    void keepsFirstRowOfAnySize() {
        FirstRows<Integer, String> rows = new FirstRows<>(new PartLimit(10, 5), String::length);
        rows.add(2, "longer");
        rows.add(1, "the longest");

        assertThat(rows.rows()).containsExactly("the longest");
        assertThat(rows.hasMore()).isTrue();
    }

    @Test
    void doesNotWeighRowsBeyondLimit() {
        List<Integer> weighed = new ArrayList<>();
        FirstRows<Integer, Integer> rows = new FirstRows<>(new PartLimit(2, 100), row -> {
            weighed.add(row);
            return 1;
        });
        for (int key : new int[] {1, 2, 3, 5, 4}) {
            rows.add(key, key);
        }

        assertThat(weighed).containsExactly(1, 2, 3);
    }
}
