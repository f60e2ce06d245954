package nl.samenkomst.local.benchmark;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How much was used of all that has a price. */
final class Usage {

    private final Map<Price, Double> quantities = new EnumMap<>(Price.class);

    synchronized void add(Price what, double quantity) {
        quantities.merge(what, quantity, Double::sum);
    }

    synchronized double of(Price what) {
        return quantities.getOrDefault(what, 0.0);
    }

    /** This and that together. */
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

    /** Dollars, as if nothing was free. */
    double atListPrice() {
        return quantities.keySet().stream()
                .mapToDouble(what -> what.atListPrice(of(what)))
                .sum();
    }

    /** Dollars, where the account uses its allowances for nothing else. */
    double beyondTheAllowances() {
        return quantities.keySet().stream()
                .mapToDouble(what -> what.beyondTheAllowance(of(what)))
                .sum();
    }

    /** A bill in Markdown, with a line for all that was used. */
    String asBill(String title) {
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
