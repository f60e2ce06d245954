package nl.samenkomst.managesessions;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.MessageView;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.organiser.ShowSession;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.writing.MessageDraft;
import nl.samenkomst.domain.writing.MessageFields;
import nl.samenkomst.domain.writing.SendMessage;
import nl.samenkomst.domain.writing.ShowMessages;
import nl.samenkomst.domain.writing.ShownMessage;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;

/** The organiser's requests about messages to the people of a session. */
final class MessageRequests {

    private final Wiring wiring;
    private final ShowSession showSession;
    private final ShowMessages showMessages;
    private final SendMessage sendMessage;
    private final PartLimit limit;
    private final Responses answers;

    MessageRequests(Wiring wiring, Responses answers, PartLimit limit) {
        this.wiring = wiring;
        this.showSession = wiring.organiser().showSession();
        this.showMessages = wiring.organiser().showMessages();
        this.sendMessage = wiring.organiser().sendMessage();
        this.limit = limit;
        this.answers = answers;
    }

    /** Returns all messages, since no session has more than fit in one response. */
    Response list(Request request, SessionId id) {
        return withSession(request, id, session -> {
            JsonPart rows = new JsonPart("messages", limit);
            for (ShownMessage message : showMessages.of(session)) {
                rows.add(MessageView.row(message));
            }
            return rows.answer();
        });
    }

    Response send(Request request, SessionId id, Map<String, Object> tree, Actor actor) {
        return withSession(
                request,
                id,
                session -> Responses.withValid(
                        request,
                        MessageFields.parse(tree, session, wiring.clock().instant()),
                        draft -> send(request, id, draft, actor)));
    }

    private Response send(Request request, SessionId id, MessageDraft draft, Actor actor) {
        MessageId message = sendMessage.newId(actor);
        return switch (sendMessage.send(id, message, draft, OptionalInt.empty(), actor)) {
            case SendMessage.Sending.Sent sent ->
                Response.json(201, MessageView.receipt(sent.note(), sent.recipients()));
            case SendMessage.Sending.OtherNumber _ -> throw new IllegalStateException("no number was expected");
            case SendMessage.Sending.TooMany _ -> answers.refused(request, Refusal.MESSAGES_TOO_MANY);
            case SendMessage.Sending.UnknownSession _ -> answers.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    Response withdraw(Request request, SessionId id, Actor actor) {
        return MessageId.parse(request.path("message"))
                .map(message -> withdraw(request, id, message, actor))
                .orElseGet(() -> answers.refused(request, Refusal.MESSAGE_UNKNOWN));
    }

    private Response withdraw(Request request, SessionId id, MessageId message, Actor actor) {
        return switch (sendMessage.withdraw(id, message, actor)) {
            case SendMessage.Withdrawal.Withdrawn withdrawn ->
                Response.json(200, MessageView.withdrawn(withdrawn.note()));
            case SendMessage.Withdrawal.UnknownMessage _ -> answers.refused(request, Refusal.MESSAGE_UNKNOWN);
            case SendMessage.Withdrawal.UnknownSession _ -> answers.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    private Response withSession(Request request, SessionId id, Function<Session, Response> answer) {
        return showSession
                .show(id)
                .map(found -> answer.apply(found.session()))
                .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN));
    }
}
