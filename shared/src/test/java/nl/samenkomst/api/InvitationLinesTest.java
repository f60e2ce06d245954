package nl.samenkomst.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InvitationLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Noor de Vries <noor@example.org>",
                "  \"Noor de Vries\" <noor@example.org>,",
                "Noor de Vries;noor@example.org",
                "Noor de Vries\tnoor@example.org",
                "\"Noor de Vries\",\"noor@example.org\"",
                "noor@example.org;Noor de Vries",
                "Naam;E-mailadres\r\nNoor de Vries;noor@example.org\r\n",
                "\uFEFFNoor de Vries;noor@example.org",
                "\n\nNoor de Vries <noor@example.org>\n\n"
            })
    void readsWhatPeoplePaste(String text) {
        assertThat(people(text)).containsExactly("Noor de Vries noor@example.org");
        assertThat(InvitationLines.parse(text).wrong()).isEmpty();
    }

    @Test
    void takesTheNameOfAnAddressAloneFromIt() {
        assertThat(people("noor@example.org")).containsExactly("noor noor@example.org");
    }

    @Test
    void readsTheOrganisationAfterTheAddress() {
        assertThat(InvitationLines.parse("Noor;noor@example.org;Gemeente Almelo")
                        .good()
                        .getFirst()
                        .person()
                        .organisation())
                .contains("Gemeente Almelo");
    }

    @Test
    void namesTheNumberOfEachLineThatIsWrong() {
        InvitationLines lines =
                InvitationLines.parse("Noor <noor@example.org>\n\nJan\nKarim <karim@>\nNoor <Noor@Example.org>");

        assertThat(lines.good()).hasSize(1);
        assertThat(lines.wrong()).extracting(InvitationLines.Wrong::number).containsExactly(3, 4, 5);
        assertThat(lines.wrong())
                .flatExtracting(InvitationLines.Wrong::problems)
                .extracting(Problem::code)
                .containsExactly("email.required", "email.invalid", "email.duplicate");
    }

    @Test
    void aLineWithoutAnAddressIsWrongIfNoOtherHasOne() {
        assertThat(InvitationLines.parse("Noor\nKarim").wrong()).hasSize(2);
    }

    /** A body has room for thousands of lines, and reading all of them would take long. */
    @ParameterizedTest
    @ValueSource(strings = {"%d@example.org", "%d@", "noor@example.org"})
    void readsOneLineMoreThanAreInvitedAtOnce(String line) {
        String most = lines(line, InvitationLines.MAX_AT_ONCE);

        assertThat(InvitationLines.parse(most).size()).isEqualTo(InvitationLines.MAX_AT_ONCE);
        assertThat(InvitationLines.parse("Naam;E-mail\n" + most).size()).isEqualTo(InvitationLines.MAX_AT_ONCE);
        assertThat(InvitationLines.parse(lines(line, 5_000)).size()).isEqualTo(InvitationLines.MAX_AT_ONCE + 1);
    }

    private static String lines(String line, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> line.formatted(i) + "\n\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("nl.samenkomst.HostileWords#inShort")
    void takesNoHarmFromHostileLines(String words) {
        InvitationLines lines = InvitationLines.parse(words + "\nNoor <noor@example.org>");

        assertThat(lines.good()).extracting(one -> one.person().email().value()).contains("noor@example.org");
    }

    private static List<String> people(String text) {
        return InvitationLines.parse(text).good().stream()
                .map(one -> one.person().name() + " " + one.person().email().value())
                .toList();
    }
}
