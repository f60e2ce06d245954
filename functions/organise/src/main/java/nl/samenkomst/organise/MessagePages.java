package nl.samenkomst.organise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.desk.HistoryEntry;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.writing.MessageDraft;
import nl.samenkomst.domain.writing.MessageReach;
import nl.samenkomst.domain.writing.SendMessage;
import nl.samenkomst.domain.writing.ShowMessages;
import nl.samenkomst.domain.writing.ShownMessage;
import nl.samenkomst.http.Response;
import nl.samenkomst.letters.LetterPreview;
import nl.samenkomst.letters.LetterPreviews;
import nl.samenkomst.organiserpages.MessageDone;
import nl.samenkomst.organiserpages.MessagesPage;
import nl.samenkomst.organiserpages.NewMessagePage;
import nl.samenkomst.organiserpages.NewMessagePage.Notice;
import nl.samenkomst.organiserpages.NewMessagePage.Preview;
import nl.samenkomst.organiserpages.TypedForm;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;

/** Messages to the people of a session: what was sent, and a new one, which is shown before it is sent. */
final class MessagePages {

    /** A message to more people needs a fresh second factor. */
    static final int MAX_WITHOUT_FACTOR = 25;

    /** How long the button under a message that was shown sends it once, however often it is pressed. */
    private static final Duration SHOWN_FOR = Duration.ofDays(1);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final OrganiserGate gate;
    private final SendMessage sendMessage;
    private final ShowMessages showMessages;
    private final LetterPreviews letters;

    MessagePages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.sendMessage = wiring.organiser().sendMessage();
        this.showMessages = wiring.organiser().showMessages();
        this.letters = wiring.organiser().letterPreviews();
    }

    Response list(OrganiserRequest request) {
        Optional<MessageDone> done = Optional.ofNullable(
                        request.request().query().get(OrganiserUrls.DONE))
                .flatMap(MessageDone::of);
        List<MessagesPage.Row> rows = showMessages.of(request.snapshot().session()).stream()
                .map(message -> new MessagesPage.Row(message, who(message, request.colleagues())))
                .toList();
        return gate.page(
                200, new MessagesPage(request.viewer(), request.snapshot().session(), rows, done));
    }

    private static Optional<HistoryEntry> who(ShownMessage shown, List<Organiser> colleagues) {
        return shown.message().map(message -> {
            Actor actor = message.who();
            return new HistoryEntry(
                    AuditEntry.ofSession(shown.note().at(), actor, AuditAction.MESSAGE_SENT, ""),
                    colleagues.stream()
                            .filter(one -> one.actor().equals(actor))
                            .map(Organiser::name)
                            .findFirst(),
                    Optional.empty());
        });
    }

    Response form(OrganiserRequest request) {
        return gate.page(200, NewMessagePage.blank(request.snapshot().session(), request.viewer()));
    }

    /** Shows what would be sent, and sends the organiser a proof if they asked for one. */
    Response preview(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> preview(request, read.value());
        };
    }

    private Response preview(OrganiserRequest request, Map<String, String> form) {
        if (form.containsKey(NewMessagePage.CHANGE)) {
            return again(200, request, form, List.of());
        }
        return switch (MessageForm.parse(form, request)) {
            case Parsed.Invalid<MessageDraft> invalid -> again(400, request, form, invalid.problems());
            case Parsed.Valid<MessageDraft> valid -> {
                boolean asksProof = form.containsKey(NewMessagePage.PROOF);
                if (asksProof) {
                    sendMessage.proof(
                            request.snapshot().session(), valid.value().text(), writer(request), request.actor());
                }
                yield shown(
                        200,
                        request,
                        form,
                        valid.value(),
                        reach(request, valid.value()),
                        asksProof ? Optional.of(Notice.PROOF_SENT) : Optional.empty());
            }
        };
    }

    Response send(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> send(request, read.value());
        };
    }

    private Response send(OrganiserRequest request, Map<String, String> form) {
        return switch (MessageForm.parse(form, request)) {
            case Parsed.Invalid<MessageDraft> invalid -> again(400, request, form, invalid.problems());
            case Parsed.Valid<MessageDraft> valid -> {
                String shown = form.getOrDefault(NewMessagePage.RECIPIENTS, "");
                Optional<MessageId> id = id(request, form);
                yield id.isEmpty() || !NUMBER.matcher(shown).matches()
                        ? shown(200, request, form, valid.value(), reach(request, valid.value()), Optional.empty())
                        : send(request, form, valid.value(), id.get(), Integer.parseInt(shown));
            }
        };
    }

    /** Returns the id of the message that was shown to this organiser, if that was not long ago. */
    private static Optional<MessageId> id(OrganiserRequest request, Map<String, String> form) {
        Instant now = request.viewer().now();
        return MessageId.parse(form.getOrDefault(NewMessagePage.MESSAGE, ""))
                .filter(id -> id.isOf(request.actor().name(), now.minus(SHOWN_FOR), now));
    }

    private Response send(
            OrganiserRequest request, Map<String, String> form, MessageDraft draft, MessageId id, int shown) {
        Permission permission = shown > MAX_WITHOUT_FACTOR ? Permission.SEND_TO_MANY : Permission.SEND_MESSAGE;
        return gate.allow(request, permission, () -> switch (sendMessage.send(
                request.session(), id, draft, OptionalInt.of(shown), request.actor())) {
            case SendMessage.Sending.Sent _ -> done(request, MessageDone.SENT);
            case SendMessage.Sending.OtherNumber other ->
                shown(409, request, form, draft, other.reach(), Optional.of(Notice.OTHER_NUMBER));
            case SendMessage.Sending.TooMany _ ->
                shown(409, request, form, draft, reach(request, draft), Optional.of(Notice.TOO_MANY));
            case SendMessage.Sending.UnknownSession _ -> gate.refused(request, Refusal.SESSION_UNKNOWN);
        });
    }

    Response withdraw(OrganiserRequest request) {
        return MessageId.parse(request.request().path("message"))
                .map(message -> sendMessage.withdraw(request.session(), message, request.actor()))
                .map(outcome -> switch (outcome) {
                    case SendMessage.Withdrawal.Withdrawn _ -> done(request, MessageDone.WITHDRAWN);
                    case SendMessage.Withdrawal.UnknownMessage _ -> gate.refused(request, Refusal.MESSAGE_UNKNOWN);
                    case SendMessage.Withdrawal.UnknownSession _ -> gate.refused(request, Refusal.SESSION_UNKNOWN);
                })
                .orElseGet(() -> gate.refused(request, Refusal.MESSAGE_UNKNOWN));
    }

    private static Response done(OrganiserRequest request, MessageDone what) {
        OrganiserUrls links = request.viewer().links();
        return Response.seeOther(
                links.at(links.sessionPath(request.session(), "messages"), OrganiserUrls.DONE, what.word()));
    }

    private MessageReach reach(OrganiserRequest request, MessageDraft draft) {
        return sendMessage.reach(request.snapshot().session(), draft, request.actor());
    }

    /** Returns the organiser as the reader of their own message. */
    private static Person writer(OrganiserRequest request) {
        Organiser organiser = request.access().organiser();
        return new Person(organiser.name(), organiser.email(), Optional.empty());
    }

    /** Shows the form with everything that was typed. */
    private Response again(int status, OrganiserRequest request, Map<String, String> form, List<Problem> problems) {
        return gate.page(
                status,
                new NewMessagePage(
                        request.viewer(),
                        request.snapshot().session(),
                        new TypedForm(MessageForm.typed(form), problems),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Response shown(
            int status,
            OrganiserRequest request,
            Map<String, String> form,
            MessageDraft draft,
            MessageReach reach,
            Optional<Notice> notice) {
        MessageId id = sendMessage.newId(request.actor());
        List<LetterPreview> previews = draft.text().languages().stream()
                .map(language -> letters.of(LetterRequest.proof(
                        request.snapshot(),
                        writer(request),
                        draft.text(),
                        language,
                        request.viewer().now())))
                .toList();
        return gate.page(
                status,
                new NewMessagePage(
                        request.viewer(),
                        request.snapshot().session(),
                        TypedForm.of(MessageForm.typed(form)),
                        Optional.of(new Preview(id, draft, reach, previews)),
                        notice));
    }
}
