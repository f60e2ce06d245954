package nl.samenkomst.domain.access;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.access.SampleOrganisers.organiser;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules by which the gate admits a request, in milliseconds. */
final class OpenDeskTest {

    private static final Instant AT_THE_DOOR =
            EENZAAMHEID_ONDER_JONGEREN.document().when().start().toInstant();

    @ParameterizedTest
    @EnumSource
    void anAdministratorMayDoEverything(Permission permission) {
        assertThat(decide(NOOR, permission, NOW)).isInstanceOf(Access.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void anOrganiserMayDoEverythingButManageTheDesk(Permission permission) {
        boolean isOfTheDesk = permission == Permission.VIEW_COLLEAGUES || permission == Permission.MANAGE_COLLEAGUES;

        assertThat(decide(KARIM, permission, NOW))
                .isInstanceOf(isOfTheDesk ? Access.Forbidden.class : Access.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void aHostMayDoNothingButTheDoor(Permission permission) {
        boolean isOfTheDoor = Set.of(
                        Permission.USE_DESK, Permission.VIEW_DOOR, Permission.MARK_PRESENCE, Permission.ADD_AT_DOOR)
                .contains(permission);

        assertThat(decide(ELS, permission, AT_THE_DOOR))
                .isInstanceOf(isOfTheDoor ? Access.Granted.class : Access.Forbidden.class);
    }

    @Test
    void aSessionOutOfScopeIsUnknown() {
        for (Scope scope : List.of(new Scope.Named(Set.of(VERSNELLINGSKAMER.id())), new Scope.OfSeries("Netwerk"))) {
            Organiser scoped = organiser("Piet", Role.ORGANISER, scope);

            assertThat(decide(scoped, Permission.VIEW_SESSION, NOW)).isEqualTo(new Access.UnknownSession(scoped));
        }
        Organiser scoped = organiser("Piet", Role.ORGANISER, new Scope.Named(Set.of(EENZAAMHEID_ONDER_JONGEREN.id())));
        assertThat(decide(scoped, Permission.VIEW_SESSION, NOW)).isInstanceOf(Access.Granted.class);
    }

    @Test
    void aHostSeesASessionFromADayBeforeToADayAfter() {
        Instant start = AT_THE_DOOR;
        Instant end = EENZAAMHEID_ONDER_JONGEREN.document().when().end().toInstant();
        Duration day = Duration.ofDays(1);

        assertThat(decide(ELS, Permission.VIEW_DOOR, start.minus(day))).isInstanceOf(Access.Granted.class);
        assertThat(decide(ELS, Permission.VIEW_DOOR, start.minus(day).minusMillis(1)))
                .isInstanceOf(Access.UnknownSession.class);
        assertThat(decide(ELS, Permission.VIEW_DOOR, end.plus(day))).isInstanceOf(Access.Granted.class);
        assertThat(decide(ELS, Permission.VIEW_DOOR, end.plus(day).plusMillis(1)))
                .isInstanceOf(Access.UnknownSession.class);
    }

    @Test
    void aDraftOfASessionThatWasNeverPublishedIsSeenByItsMakerAndWhoSeesAll() {
        Draft draft = Draft.first(
                new SessionId("nieuw"),
                KARIM.id(),
                Map.of(
                        Section.ABOUT,
                        new SectionDraft(Map.of("/series", "Netwerk"), SectionDraft.NEW, KARIM.id(), NOW)));
        Organiser ofSeries = organiser("Piet", Role.ORGANISER, new Scope.OfSeries("Netwerk"));
        Organiser ofOther = organiser("Kim", Role.ORGANISER, new Scope.OfSeries("Anders"));
        Organiser ofNamed = organiser("Bo", Role.ORGANISER, new Scope.Named(Set.of(VERSNELLINGSKAMER.id())));

        assertThat(List.of(NOOR, KARIM, ofSeries))
                .allSatisfy(one -> assertThat(draftOf(one, draft)).isInstanceOf(Access.Granted.class));
        assertThat(List.of(ofOther, ofNamed))
                .allSatisfy(one -> assertThat(draftOf(one, draft)).isEqualTo(new Access.UnknownSession(one)));
        assertThat(ELS.sees(draft)).isFalse();
        assertThat(List.of(NOOR, ofSeries)).allMatch(Organiser::mayBegin);
        assertThat(List.of(ELS, ofNamed)).noneMatch(Organiser::mayBegin);
    }

    private static Access draftOf(Organiser organiser, Draft draft) {
        Visit visit = new Visit(
                Optional.of(organiser),
                Optional.of(session(NOW)),
                Optional.empty(),
                Optional.of(draft),
                Optional.empty());
        return OpenDesk.decide(visit, Permission.EDIT_SESSION, true, NOW);
    }

    @Test
    void aSessionThatIsNotThereIsUnknown() {
        Visit visit = new Visit(
                Optional.of(NOOR), Optional.of(session(NOW)), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(OpenDesk.decide(visit, Permission.VIEW_SESSION, true, NOW))
                .isEqualTo(new Access.UnknownSession(NOOR));
        assertThat(OpenDesk.decide(visit, Permission.USE_DESK, false, NOW)).isInstanceOf(Access.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void someActsNeedAFreshSecondFactor(Permission permission) {
        Visit visit = visit(
                NOOR,
                new BrowserSession(
                        NOOR.id(),
                        TokenHash.of("t"),
                        NOW,
                        NOW,
                        Optional.of(NOW.minus(Duration.ofMinutes(15))),
                        false,
                        "Firefox"));

        assertThat(OpenDesk.decide(visit, permission, true, NOW))
                .isInstanceOf(permission.needsFreshFactor() ? Access.NeedsFreshFactor.class : Access.Granted.class);
    }

    @Test
    void nobodyIsSignedInWithoutALiveSessionOfAnActiveOrganiser() {
        Organiser ended = KARIM.with("Karim", Role.ADMINISTRATOR, new Scope.All(), Optional.of(NOW));
        List<Visit> visits = List.of(
                visit(ended, session(NOW)),
                visit(NOOR, session(NOW.minus(Duration.ofHours(1)))),
                new Visit(Optional.of(NOOR), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Visit(
                        Optional.empty(),
                        Optional.of(session(NOW)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(visits)
                .allSatisfy(visit -> assertThat(OpenDesk.decide(visit, Permission.USE_DESK, false, NOW))
                        .isEqualTo(new Access.NotSignedIn()));
    }

    private static Access decide(Organiser organiser, Permission permission, Instant now) {
        return OpenDesk.decide(visit(organiser, session(now)), permission, true, now);
    }

    private static Visit visit(Organiser organiser, BrowserSession session) {
        Session about = EENZAAMHEID_ONDER_JONGEREN;
        return new Visit(
                Optional.of(organiser),
                Optional.of(session),
                Optional.of(withTaken(about, 0, 0)),
                Optional.empty(),
                Optional.empty());
    }

    private static BrowserSession session(Instant seenAt) {
        return new BrowserSession(NOOR.id(), TokenHash.of("t"), seenAt, seenAt, Optional.of(seenAt), false, "Firefox");
    }
}
