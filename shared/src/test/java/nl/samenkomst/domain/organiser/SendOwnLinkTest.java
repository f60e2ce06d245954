package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class SendOwnLinkTest {

    private static final Session SESSION = session();
    private static final LinkSecret FRESH = LinkSecret.generate(new Random(7));
    private static final Instant OVER = SESSION.document().when().end().toInstant();

    @ParameterizedTest
    @EnumSource(names = {"BOUNCED", "SUPPRESSED"})
    void triesAnAddressAgainFromWhichLettersCameBack(MailProblem.Kind kind) {
        Registration sent = stored(kind);

        assertThat(sent.mailProblem()).isEmpty();
        assertThat(sent.dueAt()).contains(place().since());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"BOUNCED", "SUPPRESSED", "TOO_MANY", "REFUSED"},
            mode = Mode.EXCLUDE)
    void sendsNothingToAnybodyWhoDoesNotWantIt(MailProblem.Kind kind) {
        Registration sent = stored(kind);

        assertThat(sent.mailProblem()).isPresent();
        assertThat(sent.dueAt().isEmpty()).isEqualTo(kind.stopsLetters());
    }

    private static Registration stored(MailProblem.Kind kind) {
        Registration noor = noor(SESSION, place()).withMailProblem(Optional.of(new MailProblem(kind, NOW)));
        return SendOwnLink.decide(seenAt(noor, NOW), Actor.LOCAL).stored().orElseThrow();
    }

    @Test
    void sendsTheLinkAsItIs() {
        Registration noor = noor(SESSION, place());
        Decided<ChangeOutcome> decided = SendOwnLink.decide(seenAt(noor, NOW), Actor.LOCAL);

        assertThat(decided.stored().orElseThrow().secrets()).isEqualTo(noor.secrets());
        assertThat(recorded(decided).orElseThrow().what()).isEqualTo(AuditAction.OWN_LINK_SENT.word());
    }

    @Test
    void waitsForAnHourUnlessNoLetterArrived() {
        assertThat(isSentAtOnce(Optional.empty())).isFalse();
        for (MailProblem.Kind kind : MailProblem.Kind.values()) {
            assertThat(isSentAtOnce(Optional.of(kind)))
                    .as("%s", kind)
                    .isEqualTo(
                            kind.isReturned() || kind == MailProblem.Kind.TOO_MANY || kind == MailProblem.Kind.REFUSED);
        }
    }

    private static boolean isSentAtOnce(Optional<MailProblem.Kind> problem) {
        Registration noor =
                noor(SESSION, place()).withMailProblem(problem.map(kind -> new MailProblem(kind, SIGNED_UP)));
        return SendOwnLink.decide(seenAt(noor, SIGNED_UP), Actor.LOCAL).stored().isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"BOUNCED", "SUPPRESSED", "TOO_MANY", "REFUSED"})
    void mailsTheFreshLinkEvenIfNoLetterArrivedBefore(MailProblem.Kind kind) {
        Registration noor = noor(SESSION, place()).withMailProblem(Optional.of(new MailProblem(kind, SIGNED_UP)));
        Registration renewed = SendOwnLink.decide(seenAt(noor, NOW), FRESH, Actor.LOCAL)
                .stored()
                .orElseThrow();

        assertThat(renewed.mayBeMailed()).isTrue();
        assertThat(renewed.dueAt()).isPresent();
    }

    /** A link that others have must end at once, whenever that is found out. */
    @Test
    void renewsTheLinkAtAnyTime() {
        for (Instant now : new Instant[] {SIGNED_UP, NOW, OVER}) {
            assertThat(EVERY_STATE).allSatisfy(state -> {
                Registration noor = noor(SESSION, state);
                Decided<ChangeOutcome> decided = SendOwnLink.decide(seenAt(noor, now), FRESH, Actor.LOCAL);
                Registration stored = decided.stored().orElseThrow();

                assertThat(stored.secret()).isEqualTo(FRESH);
                assertThat(stored.secrets().kindOf(noor.secret())).isEqualTo(LinkKind.ENDED);
                assertThat(stored.state()).isEqualTo(state);
                assertThat(recorded(decided).orElseThrow().what()).isEqualTo(AuditAction.OWN_LINK_RENEWED.word());
            });
        }
    }

    @Test
    void renewsOnceHoweverOftenTheRequestIsTried() {
        Registration renewed = noor(SESSION, place()).renewed(FRESH, NOW);

        assertThat(SendOwnLink.decide(seenAt(renewed, NOW), FRESH, Actor.LOCAL))
                .isEqualTo(Decided.asIs(ChangeOutcome.changed(renewed)));
    }

    private static Seen seenAt(Registration registration, Instant now) {
        return new Seen(seen(SESSION, registration), registration, now);
    }
}
