package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.local.tests.kit.Axe;
import org.junit.jupiter.api.Test;

/**
 * Checks that {@code docs/accessibility.md} lists every WCAG criterion once and names only tests and axe rules that
 * exist.
 */
class AccessibilityTableTest {

    private static final Path ROOT = Path.of("..");

    /** WCAG 2.2 success criteria at levels A and AA (https://www.w3.org/TR/WCAG22/); version 2.2 removed 4.1.1. */
    private static final List<String> CRITERIA = """
            1.1.1 Non-text Content (A)
            1.2.1 Audio-only and Video-only (Prerecorded) (A)
            1.2.2 Captions (Prerecorded) (A)
            1.2.3 Audio Description or Media Alternative (Prerecorded) (A)
            1.2.4 Captions (Live) (AA)
            1.2.5 Audio Description (Prerecorded) (AA)
            1.3.1 Info and Relationships (A)
            1.3.2 Meaningful Sequence (A)
            1.3.3 Sensory Characteristics (A)
            1.3.4 Orientation (AA)
            1.3.5 Identify Input Purpose (AA)
            1.4.1 Use of Color (A)
            1.4.2 Audio Control (A)
            1.4.3 Contrast (Minimum) (AA)
            1.4.4 Resize Text (AA)
            1.4.5 Images of Text (AA)
            1.4.10 Reflow (AA)
            1.4.11 Non-text Contrast (AA)
            1.4.12 Text Spacing (AA)
            1.4.13 Content on Hover or Focus (AA)
            2.1.1 Keyboard (A)
            2.1.2 No Keyboard Trap (A)
            2.1.4 Character Key Shortcuts (A)
            2.2.1 Timing Adjustable (A)
            2.2.2 Pause, Stop, Hide (A)
            2.3.1 Three Flashes or Below Threshold (A)
            2.4.1 Bypass Blocks (A)
            2.4.2 Page Titled (A)
            2.4.3 Focus Order (A)
            2.4.4 Link Purpose (In Context) (A)
            2.4.5 Multiple Ways (AA)
            2.4.6 Headings and Labels (AA)
            2.4.7 Focus Visible (AA)
            2.4.11 Focus Not Obscured (Minimum) (AA)
            2.5.1 Pointer Gestures (A)
            2.5.2 Pointer Cancellation (A)
            2.5.3 Label in Name (A)
            2.5.4 Motion Actuation (A)
            2.5.7 Dragging Movements (AA)
            2.5.8 Target Size (Minimum) (AA)
            3.1.1 Language of Page (A)
            3.1.2 Language of Parts (AA)
            3.2.1 On Focus (A)
            3.2.2 On Input (A)
            3.2.3 Consistent Navigation (AA)
            3.2.4 Consistent Identification (AA)
            3.2.6 Consistent Help (A)
            3.3.1 Error Identification (A)
            3.3.2 Labels or Instructions (A)
            3.3.3 Error Suggestion (AA)
            3.3.4 Error Prevention (Legal, Financial, Data) (AA)
            3.3.7 Redundant Entry (A)
            3.3.8 Accessible Authentication (Minimum) (AA)
            4.1.2 Name, Role, Value (A)
            4.1.3 Status Messages (AA)
            """.lines().toList();

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
    private static final Pattern RULE = Pattern.compile("axe (`[a-z-]+`(?:, `[a-z-]+`)*)");

    @Test
    void listsEveryCriterionOnceInOrder() throws IOException {
        assertThat(CRITERIA).hasSize(55);
        assertThat(rows().map(row -> "%s %s (%s)".formatted(row.get(0), row.get(1), row.get(2))))
                .containsExactlyElementsOf(CRITERIA);
    }

    @Test
    void everyRowNamesATestOrReviewOrDoesNotApply() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(5);
            assertThat(row.get(3)).as(row.getFirst()).isNotBlank();
            assertThat(row.get(4)).as(row.getFirst()).matches("(Test: |Review: |Does not apply).*");
            if (row.get(4).startsWith("Test: ")) {
                assertThat(TEST.matcher(row.get(4)).find()
                                || RULE.matcher(row.get(4)).find())
                        .as(row.getFirst())
                        .isTrue();
            }
        });
    }

    @Test
    void everyNamedTestAndRuleExists() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String module : List.of("shared", "local")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file : files.filter(file -> file.toString().endsWith("Test.java"))
                        .toList()) {
                    tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        for (List<String> row : rows().toList()) {
            Matcher test = TEST.matcher(row.get(4));
            while (test.find()) {
                assertThat(tests).as(row.getFirst()).containsKey(test.group(1));
                if (test.group(2) != null) {
                    assertThat(tests.get(test.group(1))).as(row.getFirst()).contains(" void " + test.group(2) + "(");
                }
            }
            Matcher rules = RULE.matcher(row.get(4));
            while (rules.find()) {
                for (String rule : rules.group(1).replace("`", "").split(", ", -1)) {
                    assertThat(Axe.script()).as(row.getFirst()).contains("id:\"" + rule + "\"");
                }
            }
        }
    }

    private static Stream<List<String>> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/accessibility.md")).stream()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)));
    }
}
