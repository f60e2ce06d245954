package nl.samenkomst.managesessions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.session.Revision;

/** A session's revision as an entity tag (RFC 9110 §8.8.3): {@code "3"}. */
final class EntityTag {

    private static final Pattern FORM = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private EntityTag() {}

    static String of(Revision revision) {
        return "\"" + revision + "\"";
    }

    /** Returns the revision of a tag, strong or weak, quoted or not; empty if it is not one of ours. */
    static Optional<Revision> revision(String tag) {
        Matcher matcher = FORM.matcher(tag);
        return matcher.matches() ? Optional.of(new Revision(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }
}
