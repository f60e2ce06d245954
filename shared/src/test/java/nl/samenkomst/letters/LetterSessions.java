package nl.samenkomst.letters;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Sessions that letters are written about. */
public final class LetterSessions {

    public static final Instant PUBLISHED = Instant.parse("2027-03-01T09:00:00Z");

    public static final String MEETING_LINK = "https://zoom.example.org/j/123?pwd=a%20b&x=1";

    /** Online on Tuesday 18 May 2027, 14:00-16:30; cancel by 11 May; meeting link from an hour before. */
    public static final Session EENZAAMHEID_ONDER_JONGEREN = session(Map.of());

    /** In a hall in Almelo, not online, without a notice period. */
    public static final Session NETWERK_SOCIAAL_DOMEIN = session(Map.of(
            "title", "Netwerk Sociaal Domein",
            "online", false,
            "place", "Bibliotheek Almelo, zaal 2",
            "noticePeriod", "PT0M",
            "meetingLink", Map.of()));

    private LetterSessions() {}

    /** Returns the session about loneliness with these fields replaced. */
    public static Session session(Map<String, ?> other) {
        return Session.published(new SessionId("eenzaamheid-onder-jongeren"), document(other), PUBLISHED);
    }

    public static SessionDocument document(Map<String, ?> other) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title", "Eenzaamheid onder jongeren",
                "summary", "Wat helpt jongeren die zich alleen voelen?\n\nTwee gemeenten vertellen.",
                "start", "2027-05-18T14:00:00+02:00",
                "end", "2027-05-18T16:30:00+02:00",
                "online", true,
                "organiser", "Kenniscentrum Samen",
                "contact", "bijeenkomsten@kenniscentrum.example",
                "noticePeriod", "P7D",
                "meetingLink", Map.of("url", MEETING_LINK, "visibleFrom", "PT1H")));
        fields.putAll(other);
        return SampleDocuments.document(fields);
    }
}
