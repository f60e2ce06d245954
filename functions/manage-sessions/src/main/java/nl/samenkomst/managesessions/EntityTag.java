package nl.samenkomst.managesessions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.session.Revision;

/**
 * What a request has seen of a session, as an entity tag (RFC 9110 §8.8.3): its revision, {@code "3"}, or its revision and
 * the draft that waits beside it, {@code "3-draft-2"}.
 *
 * @param revision empty if the session was not published, which a tag writes as 0
 */
record EntityTag(Optional<Revision> revision, Optional<Version> draft) {

    /** What a request without a tag has seen. */
    static final EntityTag NONE = new EntityTag(Optional.empty(), Optional.empty());

    private static final Pattern FORM = Pattern.compile("(?:W/)?\"?(\\d{1,9})(?:-draft-(\\d{1,15}))?\"?");

    static String of(Revision revision) {
        return "\"" + revision + "\"";
    }

    /** Returns the tag of a session beside which a draft waits. */
    static String of(Optional<Revision> revision, Version draft) {
        return "\"" + revision.map(Revision::toString).orElse("0") + "-draft-" + draft + "\"";
    }

    /** Returns what a tag says, strong or weak, quoted or not; empty if it is not one of ours. */
    static Optional<EntityTag> parse(String tag) {
        Matcher matcher = FORM.matcher(tag);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int revision = Integer.parseInt(matcher.group(1));
        return Optional.of(new EntityTag(
                revision == 0 ? Optional.empty() : Optional.of(new Revision(revision)),
                Optional.ofNullable(matcher.group(2)).map(number -> new Version(Long.parseLong(number)))));
    }
}
