package nl.samenkomst.domain.writing;

import static nl.samenkomst.domain.registration.SampleRegistrations.confirmed;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitlisted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

/** How many people a message goes to before it is sent, and what became of it afterwards. */
class MessageReachTest {

    private static final Session SESSION = SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
    private static final Instant NOW = SampleSessions.NOW;
    private static final Instant LEAVES = NOW.plus(MessageNote.TIME_TO_WITHDRAW);
    private static final MessageId ID = MessageId.of(NOW, "local");
    private static final MessageDraft DRAFT = new MessageDraft(
            new MessageText(Language.NL, Map.of(Language.NL, new MessageWords("x", "y"))),
            MessageAudience.EVERYBODY,
            Optional.empty(),
            false);
    private static final MessageNote NOTE = DRAFT.note(ID, NOW);
    private static final Registration COMES = confirmed(SESSION, NOW);
    private static final Registration WAITS = waitlisted(SESSION, NOW);

    @Test
    void countsReadersByGroupAndOthersByWhyTheyAreNone() {
        MessageReach reach = reach(
                DRAFT,
                COMES,
                COMES,
                WAITS,
                WAITS.with(new AddressProof.Awaited(Optional.empty())),
                COMES.withMailProblem(Optional.of(new MailProblem(MailProblem.Kind.BOUNCED, NOW))),
                SampleRegistrations.cancelled(COMES, NOW));

        assertThat(reach.recipients()).isEqualTo(Map.of(MessageGroup.CONFIRMED, 2, MessageGroup.WAITLISTED, 1));
        assertThat(reach.total()).isEqualTo(3);
        assertThat(reach.unconfirmed()).isEqualTo(1);
        assertThat(reach.blocked()).isEqualTo(1);
        assertThat(reach.languages()).isEqualTo(Map.of(Language.NL, 3));
    }

    @Test
    void countsNobodyOutsideTheAudience() {
        MessageDraft toWaiting = new MessageDraft(
                DRAFT.text(),
                new MessageAudience(List.of(MessageGroup.WAITLISTED), List.of(), Optional.empty()),
                Optional.empty(),
                false);

        assertThat(reach(toWaiting, COMES, COMES.with(new AddressProof.Awaited(Optional.empty()))))
                .isEqualTo(new MessageReach(Map.of(), Map.of(), 0, 0));
    }

    @Test
    void saysWhatWasSentAndWhatCameBack() {
        Registration got = sent(COMES, Optional.of("message"));
        Registration bounced = got.withMailProblem(
                Optional.of(new MailProblem(MailProblem.Kind.BOUNCED, LEAVES.plus(Duration.ofMinutes(1)))));
        Registration bouncedLater = SampleRegistrations.told(bounced, LetterKind.REMINDER, 1, LEAVES.plusSeconds(30));
        Registration refused = got.withMailProblem(
                Optional.of(new MailProblem(MailProblem.Kind.REFUSED, LEAVES.plus(Duration.ofMinutes(1)))));
        ShownMessage shown = ShownMessage.of(
                NOTE,
                Optional.empty(),
                SESSION,
                List.of(got, bounced, bouncedLater, refused, sent(COMES, Optional.empty()), COMES, WAITS),
                LEAVES);

        assertThat(shown.sent()).isEqualTo(5);
        assertThat(shown.returned())
                .as("one that came back, and one that was given up")
                .isEqualTo(2);
        assertThat(shown.owed()).isEqualTo(2);
    }

    @Test
    void aWithdrawnMessageIsOwedToNobody() {
        assertThat(ShownMessage.of(NOTE.withdrawn(NOW), Optional.empty(), SESSION, List.of(COMES), LEAVES)
                        .owed())
                .isZero();
    }

    private static MessageReach reach(MessageDraft draft, Registration... people) {
        return MessageReach.of(draft, draft.note(ID, NOW), SESSION, List.of(people), NOW);
    }

    private static Registration sent(Registration registration, Optional<String> messageId) {
        SentLetter letter = new SentLetter(OwedLetter.of(ID, LEAVES), Revision.FIRST, LEAVES, messageId);
        return registration.with(registration.letters().with(letter, Map.of()));
    }
}
