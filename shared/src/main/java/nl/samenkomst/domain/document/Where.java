package nl.samenkomst.domain.document;

/**
 * A session's venue, its meeting online, or both.
 *
 * @param platform what an online session is held with, such as MS Teams; empty if it is unknown or on site only
 * @param place the venue in words; empty if it is unknown or online only
 */
public record Where(boolean online, String platform, String place, MeetingLink meetingLink) {}
