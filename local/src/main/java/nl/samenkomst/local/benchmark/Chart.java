package nl.samenkomst.local.benchmark;

import java.util.List;

/** Draws a horizontal bar chart as SVG that is readable on light and dark pages. */
final class Chart {

    private static final int ROW_HEIGHT = 26;
    private static final int LABEL_WIDTH = 200;
    private static final int MAX_BAR_WIDTH = 330;

    private Chart() {}

    /** One bar with its value in whole units; ours is highlighted. */
    record Bar(String label, long value, boolean isOurs) {}

    static String of(String title, List<Bar> bars) {
        long most = bars.stream().mapToLong(Bar::value).max().orElse(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int top = (i + 1) * ROW_HEIGHT + 8;
            long width = Math.max(1, bar.value() * MAX_BAR_WIDTH / most);
            lines.append("""
                      <text x="%d" y="%d" text-anchor="end">%s</text>
                      <rect x="%d" y="%d" width="%d" height="16" rx="2" fill="%s"/>
                      <text x="%d" y="%d">%,d</text>
                    """.formatted(
                            LABEL_WIDTH - 8,
                            top + 13,
                            bar.label(),
                            LABEL_WIDTH,
                            top,
                            width,
                            bar.isOurs() ? "#1f6f8b" : "#9aa5b1",
                            LABEL_WIDTH + width + 6,
                            top + 13,
                            bar.value()));
        }
        int height = (bars.size() + 1) * ROW_HEIGHT + 16;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 %1$d" width="600" height="%1$d" role="img">
                  <title>%2$s</title>
                  <rect width="600" height="%1$d" rx="6" fill="#ffffff"/>
                  <g font-family="system-ui, sans-serif" font-size="13" fill="#1f2933">
                  <text x="12" y="20" font-weight="600">%2$s</text>
                %3$s  </g>
                </svg>
                """.formatted(height, title, lines);
    }
}
