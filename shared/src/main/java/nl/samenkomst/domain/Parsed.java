package nl.samenkomst.domain;

import java.util.List;

/**
 * What came of reading something typed: a value that is right, or what is wrong with it, as far as an answer tells it
 * ({@link Problem#MAX_IN_AN_ANSWER}).
 */
public sealed interface Parsed<T> {

    record Valid<T>(T value) implements Parsed<T> {}

    record Invalid<T>(List<Problem> problems) implements Parsed<T> {
        public Invalid {
            problems = Problem.first(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("Wrong without a problem");
            }
        }
    }
}
