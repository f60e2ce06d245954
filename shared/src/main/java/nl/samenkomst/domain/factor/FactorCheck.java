package nl.samenkomst.domain.factor;

/** What a typed code turned out to be, with the second factor as it must be stored then. */
public sealed interface FactorCheck {

    SecondFactor after();

    /** It is right, and used up now. */
    record Right(SecondFactor after, boolean isRecoveryCode) implements FactorCheck {}

    /** It came from the same browser a moment ago, and was right: somebody pressed twice. */
    record Repeated(SecondFactor after) implements FactorCheck {}

    /** It is wrong, or there were too many wrong ones lately. */
    record Wrong(SecondFactor after) implements FactorCheck {}
}
