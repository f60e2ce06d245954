package nl.samenkomst.domain.document;

/**
 * Where a session is held.
 *
 * @param place in words; empty where it is not known yet, or where online says enough
 */
public record Where(boolean online, String place, MeetingLink meetingLink) {}
