package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.domain.signup.SignUpField;
import nl.samenkomst.domain.signup.SignUpForm;
import org.junit.jupiter.api.Test;

/** Checks that the tables in docs/adopting.md name every design token and every field of the form, and no others. */
final class AdoptingTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern TOKEN = Pattern.compile("(?m)^ *(--[a-z0-9-]+):");

    @Test
    void listsEveryTokenOfOurStyle() throws IOException {
        String style = Files.readString(Path.of("../shared/src/main/resources/styles/samenkomst/tokens.css"));

        assertThat(firstCells("token"))
                .isEqualTo(TOKEN.matcher(style)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void listsEveryFieldOfTheForm() throws IOException {
        Set<String> fields = Arrays.stream(SignUpField.values())
                .map(field -> switch (field) {
                    case NAME, EMAIL, ORGANISATION, THEME, ALSO -> field.word();
                    case ANSWERS -> SignUpForm.ANSWER_PREFIX + "<id>";
                    case LANGUAGE -> "lang";
                })
                .collect(Collectors.toCollection(TreeSet::new));
        fields.add(SignUpForm.HONEYPOT);

        assertThat(firstCells("field")).isEqualTo(fields);
    }

    /** Returns the words in code style in the first column, which has this heading. */
    private static Set<String> firstCells(String heading) throws IOException {
        return Files.readAllLines(Path.of("../docs/adopting.md")).stream()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split(Pattern.quote("|"), -1)[1])
                .flatMap(cell -> QUOTED.matcher(cell).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
