package nl.samenkomst.domain.own;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.erasure.Erase;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.LetterDelay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind of link can do: only the own link changes anything. */
final class LinkKindsTest {

    private static final Session SESSION = session();
    private static final Registration BEFORE = noor(SESSION, place());
    private static final LinkSecret SECRET = LinkSecret.generate(new Random(2));
    private static final LinkSecret FRESH = LinkSecret.generate(new Random(3));
    private static final Registration NOOR = BEFORE.renewed(SECRET, SIGNED_UP);
    private static final RegistrationSnapshot SEEN = seen(SESSION, NOOR);
    private static final Map<LinkKind, OwnLink> LINKS = new EnumMap<>(Map.of(
            LinkKind.OWN, NOOR.ownLink(),
            LinkKind.CALENDAR, NOOR.calendarLink(),
            LinkKind.ENDED, BEFORE.ownLink(),
            LinkKind.UNKNOWN, new OwnLink(NOOR.id(), LinkSecret.generate(new Random(4)))));

    @ParameterizedTest
    @EnumSource
    void isToldByItsSecret(LinkKind kind) {
        assertThat(SEEN.kindOf(link(kind))).isEqualTo(kind);
        assertThat(seenNobody(SESSION).kindOf(link(kind))).isEqualTo(LinkKind.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheOwnLinkChangesARegistration(LinkKind kind) {
        boolean isOwn = kind == LinkKind.OWN;
        OwnLink link = link(kind);
        Amendment amendment =
                new Amendment(Optional.of("Noor B."), Optional.empty(), Optional.empty(), Optional.empty());
        Session hidden = session("admission", "invited");
        Registration guest = noor(hidden, invited()).renewed(SECRET, SIGNED_UP);
        Attend.Answer answer = Attend.Answer.of(new OwnLink(guest.id(), link.secret()), amendment);

        assertThat(SEEN.ownedBy(link).isPresent()).isEqualTo(isOwn);
        assertThat(writes(Cancel.decide(SEEN, link, NOW))).isEqualTo(isOwn);
        assertThat(writes(Amend.decide(SEEN, link, amendment, NOW))).isEqualTo(isOwn);
        assertThat(writes(Erase.decide(SEEN, link, false))).isEqualTo(isOwn);
        assertThat(writes(Attend.decide(seen(hidden, guest), answer, NOW))).isEqualTo(isOwn);
        assertThat(writes(renewal(link).decide(SEEN, NOW))).isEqualTo(isOwn);
    }

    /** The link goes to its person, whoever asks for it, and at most once an hour. */
    @ParameterizedTest
    @EnumSource
    void everyLinkButAnUnknownOneHasTheOwnLinkMailed(LinkKind kind) {
        boolean isKnown = kind != LinkKind.UNKNOWN;
        Decided<Boolean> decided = ResendOwnLink.decide(SEEN, link(kind), NOW);
        assertThat(decided.outcome()).isEqualTo(isKnown);
        assertThat(writes(decided)).isEqualTo(isKnown);
        decided.stored().ifPresent(stored -> assertThat(stored.secrets()).isEqualTo(NOOR.secrets()));

        Instant soon = SIGNED_UP.plus(Duration.ofMinutes(59));
        Decided<Boolean> decidedSoon = ResendOwnLink.decide(SEEN, link(kind), soon);
        assertThat(decidedSoon.outcome()).isEqualTo(isKnown);
        assertThat(decidedSoon.stored()).isEmpty();
    }

    @Test
    void renewingEndsTheLinkAndOwesTheNext() {
        Decided<Boolean> decided = renewal(NOOR.ownLink()).decide(SEEN, NOW);
        Registration renewed = decided.stored().orElseThrow();

        assertThat(decided.outcome()).isTrue();
        assertThat(renewed.ownLink()).isEqualTo(new OwnLink(NOOR.id(), FRESH));
        assertThat(renewed.secrets().kindOf(NOOR.secret())).isEqualTo(LinkKind.ENDED);
        assertThat(renewed.isLinkUntold()).isTrue();
        assertThat(renewed.state()).isEqualTo(NOOR.state());
        assertThat(renewed.sequence()).isEqualTo(NOOR.sequence());
    }

    /** Whoever has a link that ended must not end the one that replaced it. */
    @Test
    void renewsOnceHoweverOftenItIsTried() {
        Registration renewed =
                renewal(NOOR.ownLink()).decide(SEEN, NOW).stored().orElseThrow();
        Registration renewedAgain = renewed.renewed(LinkSecret.generate(new Random(5)), NOW);

        assertThat(renewal(NOOR.ownLink()).decide(seen(SESSION, renewed), NOW)).isEqualTo(Decided.asIs(true));
        assertThat(renewal(NOOR.ownLink()).decide(seen(SESSION, renewedAgain), NOW))
                .isEqualTo(Decided.asIs(true));
        assertThat(new RenewOwnLink.Renewal(NOOR.ownLink(), LinkSecret.generate(new Random(6)), LetterDelay.NONE)
                        .decide(seen(SESSION, renewed), NOW))
                .isEqualTo(Decided.asIs(false));
        assertThat(renewal(NOOR.ownLink()).decide(seenNobody(SESSION), NOW)).isEqualTo(Decided.asIs(false));
    }

    private static RenewOwnLink.Renewal renewal(OwnLink link) {
        return new RenewOwnLink.Renewal(link, FRESH, LetterDelay.NONE);
    }

    private static boolean writes(Decided<?> decided) {
        return !(decided instanceof Decided.AsIs<?>);
    }

    private static OwnLink link(LinkKind kind) {
        return Optional.ofNullable(LINKS.get(kind)).orElseThrow();
    }
}
