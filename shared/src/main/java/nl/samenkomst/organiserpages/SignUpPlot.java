package nl.samenkomst.organiserpages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.samenkomst.domain.desk.SignUpsOfDays;

/**
 * The geometry of the plot of sign-ups, in the units of its {@code viewBox}; a table beside it has the same numbers.
 *
 * @param highest the number at the top of the scale
 * @param bars one for each day, or few days
 */
public record SignUpPlot(int highest, List<Bar> bars) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 160;

    /** The least height of a bar that is not of nobody. */
    private static final int MIN_HEIGHT = 2;

    private static final int MAX_BAR_WIDTH = 48;

    public SignUpPlot {
        bars = List.copyOf(bars);
    }

    /** A bar, from the top left corner of the plot. */
    public record Bar(int x, int y, int width, int height) {}

    /** Returns the right end of the plot. */
    public int end() {
        return bars.isEmpty() ? 0 : bars.getLast().x() + bars.getLast().width();
    }

    static SignUpPlot of(List<SignUpsOfDays> all) {
        return ofNumbers(all.stream().map(SignUpsOfDays::signUps).toList());
    }

    /** Returns the plot of these numbers, one bar each. */
    static SignUpPlot ofNumbers(List<Integer> all) {
        int highest = Math.max(1, all.stream().max(Comparator.naturalOrder()).orElse(1));
        int step = Math.max(1, Math.min(MAX_BAR_WIDTH, WIDTH / Math.max(1, all.size())));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int number = all.get(i);
            int height = number == 0 ? 0 : Math.max(MIN_HEIGHT, number * HEIGHT / highest);
            bars.add(new Bar(i * step, HEIGHT - height, Math.max(1, step - Math.max(1, step / 5)), height));
        }
        return new SignUpPlot(highest, bars);
    }
}
