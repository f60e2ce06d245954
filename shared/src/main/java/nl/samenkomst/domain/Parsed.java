package nl.samenkomst.domain;

import java.util.List;

/** What came of reading something typed: a value that is right, or everything that is wrong with it. */
public sealed interface Parsed<T> {

    record Right<T>(T value) implements Parsed<T> {}

    record Wrong<T>(List<Problem> problems) implements Parsed<T> {
        public Wrong {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("Wrong without a problem");
            }
        }
    }
}
