package nl.samenkomst.local.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.local.desk.Desk;

/** Signs the first organiser of a desk in, in a real browser, with the code from the mail. */
public final class OrganiserSignIn {

    /** The address of the first organiser of every desk on a laptop. */
    public static final String ADDRESS = "organisator@example.org";

    private static final Pattern CODE = Pattern.compile("\\b[2-9B-DF-HJ-NP-TV-Z]{4}-[2-9B-DF-HJ-NP-TV-Z]{4}\\b");

    private OrganiserSignIn() {}

    /** Signs in, and leaves the browser at the overview. */
    public static void at(Desk desk, Browser browser) throws IOException, InterruptedException {
        MailboxReader mailbox = new MailboxReader(desk.address());
        int before = mailbox.count("sign-in", ADDRESS);
        browser.go(desk.address() + "/organise/sign-in");
        browser.type("#email", ADDRESS);
        browser.press("main form button");
        mailbox.awaitMoreThan(before, "sign-in", ADDRESS);
        browser.type("#code", code(desk.address()));
        browser.press("main form button");
    }

    /** Returns the code in the first organiser's newest mail to sign in with. */
    public static String code(URI desk) throws IOException, InterruptedException {
        return code(desk, ADDRESS);
    }

    /** Returns the code in somebody's newest mail to sign in with. */
    public static String code(URI desk, String address) throws IOException, InterruptedException {
        Matcher code =
                CODE.matcher(new MailboxReader(desk).newest("sign-in", address).html());
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
