package nl.samenkomst.local.benchmark;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The quantity used of everything that has a price. */
final class Usage {

    private final Map<Price, Double> quantities = new EnumMap<>(Price.class);

    synchronized void add(Price what, double quantity) {
        quantities.merge(what, quantity, Double::sum);
    }

    synchronized double of(Price what) {
        return quantities.getOrDefault(what, 0.0);
    }

    /** Returns the sum of both. */
    Usage plus(Usage other) {
        Usage sum = times(1);
        for (Price what : Price.values()) {
            sum.add(what, other.of(what));
        }
        return sum;
    }

    Usage times(double factor) {
        Usage product = new Usage();
        for (Price what : Price.values()) {
            product.add(what, factor * of(what));
        }
        return product;
    }

    /** Returns the price in dollars, ignoring allowances. */
    double atListPrice() {
        return quantities.keySet().stream()
                .mapToDouble(what -> what.atListPrice(of(what)))
                .sum();
    }

    /** Returns the price in dollars beyond the monthly allowances, if the account uses them for nothing else. */
    double beyondTheAllowances() {
        return quantities.keySet().stream()
                .mapToDouble(what -> what.beyondTheAllowance(of(what)))
                .sum();
    }

    /** Returns a bill in Markdown, with a row for everything that was used. */
    String toMarkdown(String title) {
        StringBuilder bill = new StringBuilder(String.format(Locale.ROOT, """
                        | %s | used | US$ | published | at list price | with what is always free |
                        |---|--:|--:|---|--:|--:|
                        """, title));
        for (Price what : Price.values()) {
            if (of(what) > 0) {
                bill.append(what.line(of(what)));
            }
        }
        return bill.append(String.format(
                        Locale.ROOT,
                        "| **together** | | | | **%.4f** | **%.4f** |%n",
                        atListPrice(),
                        beyondTheAllowances()))
                .toString();
    }
}
