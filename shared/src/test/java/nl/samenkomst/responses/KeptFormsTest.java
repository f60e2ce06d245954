package nl.samenkomst.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.samenkomst.organiserpages.KeptForm;
import nl.samenkomst.organiserpages.KeptForm.Missing;
import org.junit.jupiter.api.Test;

class KeptFormsTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=x";

    @Test
    void keepsEverythingButCodes() {
        KeptForm kept = KeptForms.of(BodyTest.request(FORM, "reason=een%0Atwee&code=246813&sure=1&sure=2"));

        assertThat(kept.fields()).isEqualTo(Map.of("reason", "een\ntwee", "sure", "1\n2"));
        assertThat(kept.missing()).isEqualTo(Missing.NOTHING);
        assertThat(kept.text()).doesNotContain("246813");
    }

    @Test
    void keepsTheTextOfAChosenFile() {
        KeptForm kept = KeptForms.of(BodyTest.request(MULTIPART, withFile("Zoë;zoe@example.org\r\n")));

        assertThat(kept.fields()).isEqualTo(Map.of("lines", "Noor", "file", "Zoë;zoe@example.org\r\n"));
        assertThat(kept.missing()).isEqualTo(Missing.NOTHING);
        assertThat(kept.isMultipart()).isTrue();
    }

    @Test
    void asksAgainForAFileThatIsNoText() {
        KeptForm kept = KeptForms.of(BodyTest.request(MULTIPART, withFile("PK\u0003\u0004")));

        assertThat(kept.fields()).isEqualTo(Map.of("lines", "Noor"));
        assertThat(kept.missing()).isEqualTo(Missing.FILE);
    }

    @Test
    void saysThatAFormThatIsTooLargeIsLost() {
        KeptForm kept = KeptForms.of(BodyTest.request(MULTIPART, withFile("a".repeat(Body.MAX))));

        assertThat(kept.fields()).isEmpty();
        assertThat(kept.missing()).isEqualTo(Missing.EVERYTHING);
    }

    @Test
    void aButtonAloneLosesNothing() {
        KeptForm press = KeptForms.of(BodyTest.request(FORM, ""));

        assertThat(press.isEmpty()).isTrue();
        assertThat(press.missing()).isEqualTo(Missing.NOTHING);
    }

    private static String withFile(String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"lines\"\r\n\r\nNoor\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"mensen.csv\"\r\n\r\n" + content
                + "\r\n--x--\r\n";
    }
}
