package nl.samenkomst.domain.mailbox;

import java.util.regex.Pattern;

/** Identifies a mailbox by a keyed hash of its address, which does not show the address. */
public record MailboxId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    public MailboxId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a mailbox");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
