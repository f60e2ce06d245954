package nl.samenkomst.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenkomst.HostileWords;
import nl.samenkomst.RandomTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SurnameOrderTest {

    @Test
    void sortsAsTheDutchDo() {
        List<String> inOrder = List.of(
                "Fatma Akın",
                "Ronald van den Akker",
                "Piet Berg",
                "Sanne van der Berg",
                "Noor de Boer",
                "Sjoerd van Dijk-de Boer",
                "Élise Édouard",
                "Mo El Idrissi",
                "Bert Iglesias",
                "Anna IJsbrand",
                "Cor Ĳzerman",
                "Jan Ikink",
                "Emre Kılıç",
                "Łukasz Łaski",
                "Bo Luit",
                "Ole Ødegaard",
                "Ans Oost",
                "Ayşe Öztürk",
                "Jo Smit",
                "Zoë Smit",
                "Ad Smit-Bakker",
                "Jo Smits",
                "Jan de Vries",
                "Noor de Vries",
                "Jan Ypma");
        List<String> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(SurnameOrder.sorted(shuffled.stream(), Function.identity())).isEqualTo(inOrder);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Noor Jansen, Jansen",
                "Noor, Noor",
                "Noor de Vries, Vries",
                "de Vries, Vries",
                "De Vries, Vries",
                "Noor De Vries, Vries",
                "Noor van der Berg, Berg",
                "Van der Berg, Berg",
                "J. v.d. Berg, Berg",
                "Noor 't Hooft, Hooft",
                "'t Hooft, Hooft",
                "’t Hooft, Hooft",
                "Kees in 't Veld, Veld",
                "Maria op den Akker, Akker",
                "Noor d'Hondt, Hondt",
                "Noor D’Ancona, Ancona",
                "Jan 's-Gravesande, Gravesande",
                "Sean O'Brien, O'Brien",
                "Anna van Dijk-de Boer, Dijk-de Boer",
                "Anna Mulder van Dijk, Dijk",
                "Ben Jansen, Jansen",
                "Ben de Jong, Jong",
                "Al Smit Bakker, Bakker",
                "Ahmed El, El",
                "van der, der",
                "\"Vries, Noor de\", Vries",
                "\"de Vries, Noor\", Vries",
                "\"Noor de Vries, MSc\", Vries",
                "Noor de Vries (Gemeente Ede), Vries",
                "(Noor), (Noor)",
                "王小明, 王小明"
            })
    void guessesTheMainWordOfASurname(String name, String surname) {
        assertThat(SurnameOrder.surname(name)).isEqualTo(surname);
    }

    @Test
    void sortsWhateverPeopleType() {
        List<String> typed =
                Stream.concat(HostileWords.all(), RandomTexts.of(4, 500, 60)).toList();

        assertThat(SurnameOrder.sorted(typed.stream(), Function.identity())).containsExactlyInAnyOrderElementsOf(typed);
    }
}
