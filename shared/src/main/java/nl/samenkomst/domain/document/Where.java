package nl.samenkomst.domain.document;

/**
 * A session's venue, its meeting online, or both.
 *
 * @param place the venue in words; empty if it is unknown or not needed online
 */
public record Where(boolean online, String place, MeetingLink meetingLink) {}
