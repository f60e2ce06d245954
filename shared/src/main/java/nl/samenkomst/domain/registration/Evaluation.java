package nl.samenkomst.domain.registration;

import java.util.List;

/**
 * The person's evaluation of a session, as far as it is kept with the registration: that it was given, and no more unless
 * the person put their name to it.
 *
 * @param signed what the person wrote under their own name; empty if they answered without it
 */
public record Evaluation(List<EvaluationAnswer> signed) {

    /** An evaluation without a name. */
    public static final Evaluation WITHOUT_NAME = new Evaluation(List.of());

    public Evaluation {
        signed = List.copyOf(signed);
    }

    /** Omits the answers, to keep them out of logs. */
    @Override
    public String toString() {
        return "Evaluation[…]";
    }
}
