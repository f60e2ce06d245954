package nl.samenkomst.domain.letter;

/**
 * What one run did, in numbers.
 *
 * @param sent letters that the mail service accepted
 * @param refused letters that it did not take, to be tried again
 * @param givenUp letters that it refused too often; somebody should look into these
 * @param unknown letters whose answer was lost
 * @param finished whether nothing was left undone for want of time, or because the service takes no letters now
 */
public record SendReport(int sent, int refused, int givenUp, int unknown, boolean finished) {

    static final SendReport NOTHING = new SendReport(0, 0, 0, 0, true);
    static final SendReport SENT = new SendReport(1, 0, 0, 0, true);
    static final SendReport REFUSED = new SendReport(0, 1, 0, 0, true);
    static final SendReport GIVEN_UP = new SendReport(0, 0, 1, 0, true);
    static final SendReport UNKNOWN = new SendReport(0, 0, 0, 1, true);
    static final SendReport UNFINISHED = new SendReport(0, 0, 0, 0, false);

    /** Whether it is worth a line in the log. */
    public boolean didAnything() {
        return sent + refused + givenUp + unknown > 0 || !finished;
    }

    SendReport plus(SendReport other) {
        return new SendReport(
                sent + other.sent,
                refused + other.refused,
                givenUp + other.givenUp,
                unknown + other.unknown,
                finished && other.finished);
    }
}
