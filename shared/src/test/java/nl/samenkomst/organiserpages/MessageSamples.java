package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Message;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.desk.HistoryEntry;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.writing.MessageDraft;
import nl.samenkomst.domain.writing.MessageFields;
import nl.samenkomst.domain.writing.MessageReach;
import nl.samenkomst.domain.writing.ShownMessage;
import nl.samenkomst.letters.LetterPreview;
import nl.samenkomst.letters.LetterPreviews;

/** The pages about messages in every state. */
final class MessageSamples {

    private static final MessageText WORDS = new MessageText(
            Language.NL,
            Map.of(
                    Language.NL, new MessageWords("Neem iets mee", "Dag {naam},\n\nTot <b>snel</b>!"),
                    Language.EN, new MessageWords("Bring something", "Hello {name},\n\nSee you!")));
    private static final MessageDraft DRAFT =
            new MessageDraft(WORDS, MessageAudience.EVERYBODY, Optional.empty(), true);

    private MessageSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Language language) {
        Viewer viewer = EveryOrganiserPage.by(NOOR, language);
        Session session = VERSNELLINGSKAMER;
        pages.put("messages", new MessagesPage(viewer, session, rows(), Optional.of(MessageDone.SENT)));
        pages.put("messages-none", new MessagesPage(viewer, session, List.of(), Optional.of(MessageDone.WITHDRAWN)));
        pages.put("message-new", NewMessagePage.blank(session, viewer));
        pages.put("message-new-without-themes", NewMessagePage.blank(EENZAAMHEID_ONDER_JONGEREN, viewer));
        pages.put(
                "message-wrong",
                new NewMessagePage(
                        viewer, session, new TypedForm(typed(), problems()), Optional.empty(), Optional.empty()));
        MessageReach many = new MessageReach(
                Map.of(MessageGroup.CONFIRMED, 40, MessageGroup.WAITLISTED, 1),
                Map.of(Language.NL, 39, Language.EN, 2),
                2,
                1);
        pages.put("message-preview", preview(viewer, DRAFT, many, Optional.empty()));
        MessageReach one = new MessageReach(Map.of(MessageGroup.UNDER_REVIEW, 1), Map.of(Language.NL, 1), 1, 2);
        MessageDraft later = new MessageDraft(WORDS, DRAFT.to(), Optional.of(NOW.plus(Duration.ofDays(2))), false);
        pages.put("message-proof", preview(viewer, later, one, Optional.of(NewMessagePage.Notice.PROOF_SENT)));
        MessageReach nobody = new MessageReach(Map.of(), Map.of(), 0, 0);
        pages.put(
                "message-other-number",
                preview(viewer, DRAFT, nobody, Optional.of(NewMessagePage.Notice.OTHER_NUMBER)));
        pages.put("message-too-many", preview(viewer, DRAFT, one, Optional.of(NewMessagePage.Notice.TOO_MANY)));
    }

    private static NewMessagePage preview(
            Viewer viewer, MessageDraft draft, MessageReach reach, Optional<NewMessagePage.Notice> notice) {
        Session session = VERSNELLINGSKAMER;
        SessionSnapshot snapshot = new SessionSnapshot(session, Places.allFree(session.document()));
        Person writer = new Person(NOOR.name(), NOOR.email(), Optional.empty());
        LetterPreviews letters = new LetterPreviews(URI.create("https://aanmelden.example.org"));
        List<LetterPreview> previews = draft.text().languages().stream()
                .map(in -> letters.of(LetterRequest.proof(snapshot, writer, draft.text(), in, NOW)))
                .toList();
        return new NewMessagePage(
                viewer,
                session,
                TypedForm.of(typed()),
                Optional.of(new NewMessagePage.Preview(id(NOW), draft, reach, previews)),
                notice);
    }

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("/subject/nl", "Neem <i>iets</i> mee");
        typed.put("/text/nl", "\nDag {naam},\n</textarea>");
        typed.put("/text/en", "Hello");
        typed.put("to", "came");
        typed.put("theme", VERSNELLINGSKAMER.document().themes().getFirst().id().value());
        typed.put("from", "later");
        typed.put("/from/date", "4-3-2027");
        typed.put("/from/time", "15.00");
        typed.put("latecomers", "yes");
        return typed;
    }

    private static List<Problem> problems() {
        return MessageFields.parse(
                                Map.of(
                                        "subject", Map.of("nl", "x"),
                                        "text", Map.of("nl", "", "en", "x"),
                                        "to", Map.of("themes", List.of("weg"), "states", List.of("weg")),
                                        "from", "gisteren"),
                                VERSNELLINGSKAMER,
                                NOW)
                        instanceof Parsed.Invalid<MessageDraft> invalid
                ? invalid.problems()
                : List.of();
    }

    private static List<MessagesPage.Row> rows() {
        MessageAudience some = new MessageAudience(
                List.of(MessageGroup.CONFIRMED, MessageGroup.WAITLISTED),
                List.of(VERSNELLINGSKAMER.document().themes().getFirst().id()),
                Optional.empty());
        MessageNote pending = note(NOW.minusSeconds(30), MessageAudience.EVERYBODY, true);
        MessageNote sent = note(NOW.minus(Duration.ofDays(1)), some, false);
        MessageNote came = note(NOW.minus(Duration.ofDays(2)), present(true), false);
        MessageNote absent = note(NOW.minus(Duration.ofDays(3)), present(false), false);
        return List.of(
                row(pending, 3, 0, 0, 3),
                row(sent, 12, 11, 2, 1),
                row(came.withdrawn(NOW.minus(Duration.ofDays(1))), 1, 1, 1, 0),
                new MessagesPage.Row(new ShownMessage(absent, Optional.empty(), 0, 0, 0), Optional.empty()));
    }

    private static MessageAudience present(boolean there) {
        return new MessageAudience(List.of(), List.of(), Optional.of(there));
    }

    private static MessageNote note(Instant at, MessageAudience to, boolean latecomers) {
        return MessageNote.written(id(at), to, at, Optional.empty(), latecomers);
    }

    private static MessageId id(Instant at) {
        return MessageId.of(at, NOOR.actor().name());
    }

    private static MessagesPage.Row row(MessageNote note, int recipients, int sent, int returned, int owed) {
        Message message = new Message(note.id(), WORDS, NOOR.actor(), recipients);
        HistoryEntry who = new HistoryEntry(
                AuditEntry.ofSession(note.at(), NOOR.actor(), AuditAction.MESSAGE_SENT, ""),
                Optional.of(NOOR.name()),
                Optional.empty());
        return new MessagesPage.Row(
                new ShownMessage(note, Optional.of(message), sent, returned, owed), Optional.of(who));
    }
}
