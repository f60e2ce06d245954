package nl.samenkomst.local.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.local.desk.Desk;

/**
 * Reads everything that a desk has sent; each check covers the letters since the last one. Its readers confirm their
 * address when a letter asks them to, unless told otherwise.
 */
public final class Inbox {

    private static final int MAX_POLLS = 600;
    private static final int POLL_MILLIS = 50;

    private final Visitor reader;
    private final DeskClock clock;
    private final boolean confirms;
    private int seen;

    public Inbox(Desk desk) {
        this(Visitor.at(desk), new DeskClock(desk), true);
    }

    private Inbox(Visitor reader, DeskClock clock, boolean confirms) {
        this.reader = reader;
        this.clock = clock;
        this.confirms = confirms;
    }

    /** Returns another inbox of the same letters, whose readers press nothing by themselves. */
    public Inbox onlyRead() {
        return new Inbox(reader, clock, false);
    }

    /** A letter as its reader sees it. */
    public record Mail(String to, String kind, String subject, String text, String html, String calendar) {

        private static final Pattern OWN_PAGE = Pattern.compile("https?://\\S+/registrations/[\\w-]{43}");

        public String ownPage() {
            Matcher link = OWN_PAGE.matcher(text);
            assertThat(link.find()).as(text).isTrue();
            return link.group();
        }

        /** Returns the link that leads to the meeting. */
        public String wayIn() {
            String link = ownPage() + "/meeting";
            assertThat(text).contains(link);
            return link;
        }

        /** Returns the value of a property of the calendar entry, such as UID. */
        public String entry(String name) {
            return calendar.replaceAll("\r?\n[ \t]", "")
                    .lines()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " in the entry: " + calendar));
        }

        /** Returns whether the letter asks to confirm the address. */
        public boolean asksToConfirm() {
            return text.contains("Bevestig je e-mailadres") || text.contains("Confirm your email address");
        }

        public int sequence() {
            return Integer.parseInt(entry("SEQUENCE"));
        }
    }

    /**
     * Waits until the named letters have come since the last check, each as {@code "noor confirmed"}, lets everything
     * else that is due leave too, and asserts that none is missing, duplicated or unexpected.
     */
    public List<Mail> hasExactly(String... namesAndKinds) throws IOException, InterruptedException {
        for (int look = 0; look < MAX_POLLS && all().size() < seen + namesAndKinds.length; look++) {
            Thread.sleep(POLL_MILLIS);
        }
        clock.settle();
        List<Mail> all = all();
        List<Mail> fresh = all.subList(seen, all.size());
        assertThat(fresh)
                .extracting(mail -> mail.to().substring(0, mail.to().indexOf('@')) + " " + mail.kind())
                .containsExactlyInAnyOrder(namesAndKinds);
        seen = all.size();
        confirm(fresh);
        return fresh;
    }

    private void confirm(List<Mail> fresh) throws IOException, InterruptedException {
        for (Mail mail : fresh) {
            if (confirms && mail.asksToConfirm()) {
                confirm(mail);
            }
        }
    }

    /** Presses the button that a letter asks for. */
    public void confirm(Mail mail) throws IOException, InterruptedException {
        assertThat(reader.sendForm(mail.ownPage() + "/confirmation", Map.of()).statusCode())
                .isEqualTo(303);
    }

    /** Lets everything that is due leave, and leaves it out of the next check. */
    public void forgetEarlier() throws IOException, InterruptedException {
        clock.settle();
        List<Mail> all = all();
        confirm(all.subList(seen, all.size()));
        seen = all.size();
    }

    /** Returns the last letter to somebody. */
    public Mail lastTo(String name) throws IOException, InterruptedException {
        return all().stream()
                .filter(mail -> mail.to().startsWith(name + "@"))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("no letter to " + name));
    }

    /** Returns all letters, oldest first. */
    public List<Mail> all() throws IOException, InterruptedException {
        List<Mail> mails = new ArrayList<>();
        for (Object letter :
                JSON.std.listFrom(reader.openAsJson("/local/mailbox").body()).reversed()) {
            Map<?, ?> json = (Map<?, ?>) letter;
            mails.add(new Mail(
                    String.valueOf(json.get("to")),
                    String.valueOf(json.get("kind")),
                    String.valueOf(json.get("subject")),
                    String.valueOf(json.get("text")),
                    String.valueOf(json.get("html")),
                    String.valueOf(json.get("calendar"))));
        }
        return mails;
    }
}
