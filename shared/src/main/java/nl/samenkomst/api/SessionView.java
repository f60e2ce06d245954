package nl.samenkomst.api;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.agenda.AgendaChoice;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.organiser.PublishWarning;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionCancellation;
import nl.samenkomst.texts.ProblemTexts;
import org.jspecify.annotations.Nullable;

/** Maps sessions to JSON: the public part, or everything for the organiser. */
public final class SessionView {

    private SessionView() {}

    /**
     * Returns what the public may see now: never the meeting link, the mail domains that are admitted at once, or the
     * organiser's notifications.
     */
    public static Map<String, @Nullable Object> of(SessionSnapshot sessionSnapshot, Instant now) {
        SessionDocument document = sessionSnapshot.session().document();
        Places places = sessionSnapshot.places();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", sessionSnapshot.session().id().value());
        tree.putAll(SessionDocumentFields.write(withMaterialsOf(now, document)));
        tree.put(
                "reminders",
                document.reminders().stream().map(CalendarPeriod::toString).toList());
        tree.remove("meetingLink");
        tree.remove("admitDomains");
        tree.remove("notify");
        tree.put(
                "placesLeft",
                places.publicLeft().isPresent() ? places.publicLeft().getAsInt() : null);
        tree.put("signUp", sessionSnapshot.signUp(now).word());
        tree.put("themes", themes(sessionSnapshot, now));
        tree.put("cancelled", cancelled(sessionSnapshot.session()));
        tree.put("cancelBy", written(document.cancelBy()));
        return tree;
    }

    /** Returns the document's themes, each with its places left and the outcome of choosing it now. */
    private static List<Map<String, @Nullable Object>> themes(SessionSnapshot sessionSnapshot, Instant now) {
        List<Map<String, @Nullable Object>> themes = new ArrayList<>();
        for (Theme theme : sessionSnapshot.session().document().themes()) {
            OptionalInt left = sessionSnapshot.places().publicLeft(theme.id());
            Map<String, @Nullable Object> tree = new LinkedHashMap<>(SessionDocumentFields.write(theme));
            tree.put("placesLeft", left.isPresent() ? left.getAsInt() : null);
            tree.put(
                    "signUp",
                    sessionSnapshot.signUp(Optional.of(theme.id()), now).word());
            themes.add(tree);
        }
        return themes;
    }

    /** Returns a page of the public agenda, with the values it can be filtered by. */
    public static Map<String, @Nullable Object> agenda(AgendaResults part, Instant now) {
        Map<String, @Nullable Object> filters = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            filters.put(
                    facet.word(),
                    part.choices(facet).stream().map(SessionView::choice).toList());
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(
                "sessions",
                part.sessionSnapshots().stream()
                        .map(sessionSnapshot -> of(sessionSnapshot, now))
                        .toList());
        tree.put("total", part.total());
        tree.put("filters", filters);
        return tree;
    }

    private static Map<String, Object> choice(AgendaChoice choice) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", choice.value());
        tree.put("sessions", choice.sessions());
        return tree;
    }

    /** Returns the whole document with its id, revision, cancellation, and numbers per state, present and of mail. */
    public static Map<String, @Nullable Object> forOrganiser(SessionSnapshot sessionSnapshot) {
        Session session = sessionSnapshot.session();
        Places places = sessionSnapshot.places();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", session.id().value());
        tree.put("revision", session.revision().number());
        tree.putAll(SessionDocumentFields.write(session.document()));
        tree.put("registrations", SessionNumbers.perState(places));
        tree.put("presence", SessionNumbers.presence(places));
        tree.put("mail", SessionNumbers.mail(places));
        tree.put("freedByErasure", places.count(Count.FREED_BY_ERASURE));
        tree.put("unconfirmed", SessionNumbers.unconfirmed(places));
        tree.put("cancelled", cancelled(session));
        return tree;
    }

    /** Returns the response to an organiser's change of a session, with the warnings in this language. */
    public static Map<String, @Nullable Object> receipt(
            Session session, List<PublishWarning> warnings, Language language) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", session.id().value());
        tree.put("revision", session.revision().number());
        tree.put("cancelled", cancelled(session));
        tree.put(
                "warnings",
                warnings.stream().map(warning -> warning(warning, language)).toList());
        return tree;
    }

    private static Map<String, String> warning(PublishWarning warning, Language language) {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("code", warning.code());
        tree.put("detail", ProblemTexts.of(warning, language));
        return tree;
    }

    static String written(ZonedDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private static SessionDocument withMaterialsOf(Instant now, SessionDocument document) {
        return new SessionDocument(
                document.about(),
                document.when(),
                document.where(),
                document.signUp(),
                document.themes(),
                document.questions(),
                document.programme(),
                document.materialsAt(now),
                document.chosenReminders(),
                document.notifications(),
                document.retention());
    }

    private static @Nullable Map<String, @Nullable Object> cancelled(Session session) {
        Optional<SessionCancellation> cancellation = session.cancellation();
        if (cancellation.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("reason", cancellation.get().reason());
        tree.put("at", cancellation.get().at().toString());
        return tree;
    }
}
