package nl.samenkomst.organiserpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MomentInputTest {

    @Test
    void whatABrowserWouldNotShowIsText() {
        assertThat(List.of("", "2027-03-04"))
                .allMatch(value -> MomentInput.ofDate(value).equals("date"));
        assertThat(List.of("4 maart 2027", "2027-3-4", "morgen"))
                .allMatch(value -> MomentInput.ofDate(value).equals("text"));
        assertThat(List.of("", "15:00"))
                .allMatch(value -> MomentInput.ofTime(value).equals("time"));
        assertThat(List.of("15.00", "3 uur"))
                .allMatch(value -> MomentInput.ofTime(value).equals("text"));
    }
}
