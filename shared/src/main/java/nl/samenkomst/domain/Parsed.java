package nl.samenkomst.domain;

import java.util.List;

/**
 * The result of parsing input: a value, or its problems, from 1 to {@link Problem#MAX_PER_RESPONSE}; more are dropped.
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
