package nl.samenkomst.domain.document;

/**
 * Where a session is held.
 *
 * @param place the venue in words; empty if it is unknown or not needed online
 */
public record Where(boolean online, String place, MeetingLink meetingLink) {}
