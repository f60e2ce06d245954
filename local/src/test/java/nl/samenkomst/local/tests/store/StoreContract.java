package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaEntry;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.AgendaScan;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.PublishOutcome;
import nl.samenkomst.domain.own.CancelOutcome;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.RegisterOutcome;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.DynamoDbWorkQueue;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.StoppedClock;
import nl.samenkomst.style.HouseStyle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tests what the desk relies on in any store of sessions and registrations. */
abstract class StoreContract {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final ZonedDateTime START =
            ZonedDateTime.of(2026, 12, 3, 15, 0, 0, 0, ZoneId.of("Europe/Amsterdam"));
    private static final SessionId ID = new SessionId("versnellingskamer");
    private static final ThemeId BUURT = new ThemeId("buurt");
    private static final RegistrationState PLACE = new RegistrationState.Confirmed(NOW, false, Optional.empty());

    private final StoppedClock clock = new StoppedClock(NOW);
    private final FreshTable table;
    private final Wiring wiring;
    private final Sessions sessions;
    private final AgendaIndex index;
    private final Registrations registrations;
    private final WorkQueue workQueue;

    StoreContract(FreshTable table) {
        this.table = table;
        this.wiring = new Wiring(
                new Settings(Map.of("TABLE_NAME", table.name(), "HOUSE_STYLE", HouseStyle.DEFAULT)),
                clock,
                new SecureRandom(),
                duration -> {},
                table::client,
                () -> {
                    throw new IllegalStateException("no letters here");
                });
        DynamoDbSessions stored = new DynamoDbSessions(table.client(), table.name());
        this.sessions = stored;
        this.index = stored;
        this.registrations = new DynamoDbRegistrations(table.client(), table.name());
        this.workQueue = new DynamoDbWorkQueue(table.client(), table.name());
    }

    @Test
    void keepsASessionWhole() {
        publish("places", 12, "summary", "Over\nparticipatie", "topics", List.of("participatie"));

        SessionSnapshot found = sessions.find(ID).orElseThrow();
        assertThat(found.session().document().about().summary()).isEqualTo("Over\nparticipatie");
        assertThat(found.session().revision()).isEqualTo(Revision.FIRST);
        assertThat(found.places()).isEqualTo(Places.allFree(found.session().document()));
    }

    @Test
    void publishesASessionOnce() {
        Session session = Session.published(ID, document(), NOW);

        assertThat(sessions.publish(session, record(AuditAction.SESSION_PUBLISHED)))
                .isEqualTo(WriteResult.committed());
        assertThat(sessions.publish(session, record(AuditAction.SESSION_PUBLISHED)))
                .isInstanceOf(WriteResult.Conflict.class);
    }

    @Test
    void commitsOneOfTwoChangesOfARevision() {
        publish();
        Session before = sessions.find(ID).orElseThrow().session();

        assertThat(sessions.change(
                        before, before.changed(document("title", "Een"), NOW), record(AuditAction.SESSION_CHANGED)))
                .isEqualTo(WriteResult.committed());
        assertThat(sessions.change(
                        before, before.changed(document("title", "Twee"), NOW), record(AuditAction.SESSION_CHANGED)))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(sessions.find(ID).orElseThrow().session().document().about().title())
                .isEqualTo("Een");
    }

    @Test
    void refusesAChangeOfAnotherRevision() {
        publish();

        assertThat(wiring.publishSession()
                        .publish(ID, document("title", "Een"), Optional.of(new Revision(1)), Actor.LOCAL))
                .isInstanceOf(PublishOutcome.Changed.class);
        assertThat(wiring.publishSession()
                        .publish(ID, document("title", "Twee"), Optional.of(new Revision(1)), Actor.LOCAL))
                .isInstanceOf(PublishOutcome.Overtaken.class);
        assertThat(wiring.publishSession()
                        .publish(ID, document("title", "Een"), Optional.of(new Revision(1)), Actor.LOCAL))
                .as("the same document again, its first answer having been lost")
                .isInstanceOf(PublishOutcome.Changed.class);
        assertThat(sessions.find(ID).orElseThrow().session().revision()).isEqualTo(new Revision(2));
    }

    @Test
    void listsSessionsByTheirStartFromACursorOn() {
        publishAt("c", START.plusDays(2));
        publishAt("b2", START.plusDays(1));
        publishAt("b1", START.plusDays(1));
        publishAt("a", START);

        List<String> all = ids(index.after(AgendaCursor.from(NOW), 50));
        assertThat(all).startsWith("a").endsWith("c").containsExactlyInAnyOrder("a", "b1", "b2", "c");
        assertThat(ids(index.after(AgendaCursor.from(START.plusSeconds(1).toInstant()), 50)))
                .doesNotContain("a")
                .hasSize(3);

        List<String> oneByOne = new ArrayList<>();
        AgendaCursor cursor = AgendaCursor.from(NOW);
        List<SessionSnapshot> next = index.after(cursor, 1);
        while (!next.isEmpty()) {
            oneByOne.addAll(ids(next));
            next = index.after(AgendaCursor.after(next.getFirst().session()), 1);
        }
        assertThat(oneByOne).isEqualTo(all);
    }

    @Test
    void scansUpcomingAndPastSessionsByEnd() {
        publishAt("c", START.plusDays(2));
        publishAt("b2", START.plusDays(1));
        publishAt("b1", START.plusDays(1));
        publishAt("a", START);
        Instant end = START.plusDays(1).plusHours(2).toInstant();

        List<String> coming = scanned(AgendaDirection.UPCOMING, AgendaCursor.from(NOW), 9);
        assertThat(coming).startsWith("a").endsWith("c").containsExactlyInAnyOrder("a", "b1", "b2", "c");
        assertThat(scanned(AgendaDirection.UPCOMING, AgendaCursor.from(end.minusMillis(1)), 9))
                .hasSize(3);
        assertThat(scanned(AgendaDirection.UPCOMING, AgendaCursor.from(end), 9)).containsExactly("c");
        assertThat(scanned(AgendaDirection.PAST, AgendaCursor.from(end.minusMillis(1)), 9))
                .containsExactly("a");
        assertThat(scanned(AgendaDirection.PAST, AgendaCursor.from(end), 9))
                .hasSize(3)
                .endsWith("a");

        for (AgendaDirection side : AgendaDirection.values()) {
            Instant now =
                    side == AgendaDirection.UPCOMING ? NOW : START.plusDays(9).toInstant();
            AgendaCursor from = AgendaCursor.from(now);
            List<String> oneByOne = new ArrayList<>();
            Optional<AgendaCursor> next = Optional.of(from);
            while (next.isPresent()) {
                AgendaScan stretch = index.scan(side, next.get(), 1);
                oneByOne.addAll(scanned(stretch));
                next = stretch.next();
            }
            assertThat(oneByOne)
                    .as(side.name())
                    .isEqualTo(scanned(side, from, 9))
                    .hasSize(4);
        }
    }

    @Test
    void findsFacetsWithoutReadingTheDocument() {
        publish(
                "topics",
                List.of("Eenzaamheid", "Jeugd"),
                "audience",
                List.of("Gemeenten"),
                "region",
                "Twente",
                "series",
                "Netwerk");
        AgendaEntry entry = index.scan(AgendaDirection.UPCOMING, AgendaCursor.from(NOW), 9)
                .entries()
                .getFirst();

        assertThat(entry)
                .isEqualTo(new AgendaEntry(
                        ID,
                        START.toInstant(),
                        START.plusHours(2).toInstant(),
                        NOW,
                        Map.of(
                                Facet.TOPIC, List.of("Eenzaamheid", "Jeugd"),
                                Facet.AUDIENCE, List.of("Gemeenten"),
                                Facet.REGION, List.of("Twente"),
                                Facet.SERIES, List.of("Netwerk"))));

        Session before = sessions.find(ID).orElseThrow().session();
        sessions.change(before, before.changed(document(), NOW.plusSeconds(60)), record(AuditAction.SESSION_CHANGED));
        AgendaEntry after = index.scan(AgendaDirection.UPCOMING, AgendaCursor.from(NOW), 9)
                .entries()
                .getFirst();
        assertThat(after.facets()).isEmpty();
        assertThat(after.changedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void remembersWhenASessionWouldHaveStarted() {
        publish();
        Session before = sessions.find(ID).orElseThrow().session();
        sessions.change(
                before,
                before.changed(document("start", "2026-12-03T14:00:00+01:00"), NOW),
                record(AuditAction.SESSION_CHANGED));

        assertThat(sessions.find(ID).orElseThrow().session().previousStart()).contains(START.toInstant());
    }

    @Test
    void keepsTheStateOfAnInvitation() {
        publish();
        for (RegistrationState state : List.of(
                new RegistrationState.Invited(NOW),
                new RegistrationState.InvitationDeclined(NOW),
                new RegistrationState.InvitationRevoked(NOW, "Voor bibliotheken"))) {
            RegistrationSnapshot seen = look("noor");
            Registration noor =
                    seen.registration().map(known -> known.with(state)).orElseGet(() -> newcomer(seen, "noor", state));
            assertThat(registrations.commit(RegistrationChanges.signingUp(seen, noor, NOW), NOW))
                    .isEqualTo(WriteResult.committed());
            assertThat(find("noor").orElseThrow().state()).isEqualTo(state);
        }
        Places places = sessions.find(ID).orElseThrow().places();
        assertThat(places.count(Count.REVOKED)).isEqualTo(1);
        assertThat(places.count(Count.INVITED)).isZero();
        assertThat(places.count(Count.NOT_COMING)).isZero();
    }

    @Test
    void listsASeriesTheLastToEndFirst() {
        publish("series", "Netwerk");
        for (int day = 1; day <= 3; day++) {
            ZonedDateTime start = START.plusDays(day);
            publishAs("dag-" + day, "series", "Netwerk", "start", iso(start), "end", iso(start.plusHours(1)));
        }
        publishAs("elders", "series", "Netwerk Oost");
        publishAs("alleen");
        publishAs("genodigden", "series", "Netwerk", "admission", "invited");

        assertThat(index.ofSeries("Netwerk", false, 9))
                .extracting(entry -> entry.id().value())
                .containsExactly("genodigden");
        assertThat(index.scan(AgendaDirection.UPCOMING, AgendaCursor.from(NOW), 9)
                        .entries())
                .extracting(entry -> entry.id().value())
                .doesNotContain("genodigden");
        assertThat(index.ofSeries("Netwerk", true, 9))
                .extracting(entry -> entry.id().value())
                .containsExactly("dag-3", "dag-2", "dag-1", ID.value());
        assertThat(index.ofSeries("Netwerk", true, 2)).hasSize(2);
        assertThat(index.ofSeries("Netwerk", true, 9).getFirst().end())
                .isEqualTo(START.plusDays(3).plusHours(1).toInstant());
        assertThat(index.ofSeries("netwerk", true, 9)).isEmpty();
    }

    @Test
    void confirmsUpToThePlacesThenQueues() {
        publish("places", 2);

        assertThat(signUp("noor")).isInstanceOf(RegisterOutcome.Place.class);
        assertThat(signUp("piet")).isInstanceOf(RegisterOutcome.Place.class);
        assertThat(signUp("fatma")).isInstanceOf(RegisterOutcome.WaitingList.class);
        assertThat(signUp("jan")).isInstanceOf(RegisterOutcome.WaitingList.class);
        assertThat(places()).isEqualTo("2 taken, 2 waiting, 0 cancelled");
        assertThat(position("fatma")).isEqualTo(1);
        assertThat(position("jan")).isEqualTo(2);
    }

    @Test
    void refusesAFullSessionWithoutWaitingList() {
        publish("places", 1, "waitingList", false);
        signUp("noor");

        assertThat(signUp("piet")).isInstanceOf(RegisterOutcome.Refused.class);
        assertThat(find("piet")).isEmpty();
    }

    @Test
    void hasNoLimitByDefault() {
        publish();

        assertThat(signUp("noor")).isInstanceOf(RegisterOutcome.Place.class);
        assertThat(sessions.find(ID).orElseThrow().places().left()).isEmpty();
    }

    @Test
    void rejectsAPlaceTakenSinceTheSnapshot() {
        publish("places", 1);
        RegistrationSnapshot seen = look("noor");
        Registration noor = newcomer(seen, "noor", PLACE);
        signUp("piet");

        assertThat(registrations.commit(RegistrationChanges.signingUp(seen, noor, NOW), NOW))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(find("noor")).isEmpty();
        assertThat(places()).isEqualTo("1 taken, 0 waiting, 0 cancelled");
    }

    @Test
    void commitsAPlaceDespiteOtherSignUps() {
        publish("places", 2);
        RegistrationSnapshot seen = look("noor");
        signUp("piet");

        assertThat(registrations.commit(RegistrationChanges.signingUp(seen, newcomer(seen, "noor", PLACE), NOW), NOW))
                .isEqualTo(WriteResult.committed());
        assertThat(places()).isEqualTo("2 taken, 0 waiting, 0 cancelled");
    }

    @Test
    void rejectsAThemeFilledSinceTheSnapshot() {
        publish("places", 5, "themes", List.of(theme("buurt", 1), theme("werk", 5)));
        RegistrationSnapshot seen = look("noor");
        Registration noor = newcomer(seen, "noor", new RegistrationState.Confirmed(NOW, false, Optional.of(BUURT)));
        signUp("piet", "buurt");

        assertThat(registrations.commit(RegistrationChanges.signingUp(seen, noor, NOW), NOW))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(themes()).isEqualTo("buurt 1/0, werk 0/0");
    }

    @Test
    void rejectsQueueingBehindAPlaceFreedSinceTheSnapshot() {
        publish("places", 1);
        signUp("piet");
        RegistrationSnapshot seen = look("noor");
        Registration noor = newcomer(seen, "noor", waiting(seen));
        cancel("piet");

        assertThat(registrations.commit(RegistrationChanges.signingUp(seen, noor, NOW), NOW))
                .isInstanceOf(WriteResult.Conflict.class);
    }

    @Test
    void givesEachQueueNumberOnce() {
        publish("places", 1);
        signUp("noor");
        RegistrationSnapshot seen = look("piet");
        Registration piet = newcomer(seen, "piet", waiting(seen));
        signUp("fatma");

        assertThat(registrations.commit(RegistrationChanges.signingUp(seen, piet, NOW), NOW))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(position("fatma")).isEqualTo(1);
    }

    @Test
    void rejectsDecisionsOnAnOlderRevision() {
        publish("places", 5);
        RegistrationSnapshot seen = look("noor");
        Registration noor = newcomer(seen, "noor", PLACE);
        wiring.cancelSession().cancel(ID, "", Actor.LOCAL);

        assertThat(registrations.commit(RegistrationChanges.signingUp(seen, noor, NOW), NOW))
                .isInstanceOf(WriteResult.Conflict.class);
    }

    @Test
    void fillsThemesWithinTheSession() {
        publish("places", 3, "themes", List.of(theme("buurt", 1), theme("werk", 3)));
        signUp("noor", "buurt");
        signUp("piet", "buurt");
        signUp("fatma", "werk");
        signUp("jan", "any");
        signUp("els", "werk");

        assertThat(state("noor")).isEqualTo("confirmed");
        assertThat(state("piet")).as("the theme is full, the session is not").isEqualTo("waitlisted");
        assertThat(state("jan")).isEqualTo("confirmed");
        assertThat(find("jan").orElseThrow().state().theme()).contains(new ThemeId("werk"));
        assertThat(state("els")).as("the session is full, the theme is not").isEqualTo("waitlisted");
        assertThat(themes()).isEqualTo("buurt 1/1, werk 2/1");
    }

    @Test
    void reportsAFullThemeWithoutWaitingList() {
        publish("waitingList", false, "themes", List.of(theme("buurt", 1), theme("werk", 1)));
        signUp("noor", "buurt");

        assertThat(signUp("piet", "buurt"))
                .isInstanceOfSatisfying(
                        RegisterOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .map(Problem::code)
                                .containsExactly("theme.full"));
        assertThat(signUp("piet", "any")).isInstanceOf(RegisterOutcome.Place.class);
        assertThat(signUp("els", "buurt")).as("all of it is full").isInstanceOf(RegisterOutcome.Refused.class);
    }

    @Test
    void promotesTheFirstPersonWhoFits() {
        publish("places", 3, "themes", List.of(theme("buurt", 1), theme("werk", 2)));
        signUp("noor", "buurt");
        signUp("piet", "werk");
        signUp("fatma", "werk");
        signUp("jan", "buurt");
        signUp("els", "werk");
        signUp("mo", "any");

        assertThat(position("jan")).isEqualTo(1);
        assertThat(position("els")).isEqualTo(1);
        assertThat(position("mo")).isEqualTo(3);
        cancel("piet");
        assertThat(state("els")).isEqualTo("confirmed");
        assertThat(state("jan")).as("comes first, and does not fit").isEqualTo("waitlisted");
        cancel("fatma");
        assertThat(state("mo")).isEqualTo("confirmed");
        cancel("noor");
        assertThat(state("jan")).isEqualTo("confirmed");
        assertThat(themes()).isEqualTo("buurt 1/0, werk 2/0");
    }

    @Test
    void keepsPeopleOfAThemeThatReopens() {
        publish("themes", List.of(theme("buurt", 1), theme("werk", 1)));
        signUp("noor", "buurt");
        signUp("piet", "buurt");

        change("themes", List.of(theme("werk", 1)));
        assertThat(state("noor")).isEqualTo("confirmed");
        assertThat(state("piet")).as("waits for a theme that is no more").isEqualTo("waitlisted");
        assertThat(find("noor")
                        .orElseThrow()
                        .mustChooseTheme(sessions.find(ID).orElseThrow().session()))
                .isTrue();
        change("themes", List.of(theme("werk", 1), theme("buurt", 2)));
        assertThat(state("piet")).isEqualTo("confirmed");
        assertThat(themes()).isEqualTo("werk 0/0, buurt 2/0");
    }

    @Test
    void promotesIntoAnAddedTheme() {
        publish("places", 5, "themes", List.of(theme("buurt", 1), theme("werk", null)));
        signUp("noor", "buurt");
        signUp("piet", "buurt");

        change("places", 5, "themes", List.of(theme("buurt", 3), theme("werk", null), theme("digitaal", 2)));
        assertThat(state("piet")).isEqualTo("confirmed");
        assertThat(themes()).isEqualTo("buurt 2/0, werk 0/0, digitaal 0/0");
    }

    @Test
    void keepsTheSessionsThatALetterBundles() {
        publish("places", 5);
        signUp("noor");
        Registration noor = find("noor").orElseThrow();
        assertThat(attribute("noor", "alongside")).isNull();

        LetterLog letters = noor.letters();
        LetterLog context = new LetterLog(
                letters.sent(),
                letters.linkAskedAt(),
                letters.delayedUntil(),
                letters.failures(),
                Map.of(new SessionId("volgende"), NOW.plusMillis(1)));
        registrations.update(
                look("noor").session(),
                RegistrationChange.update(look("noor").session(), noor.with(context), NOW),
                NOW);

        assertThat(find("noor").orElseThrow().letters()).isEqualTo(context);
    }

    @Test
    void keepsOneRegistrationForOnePerson() {
        publish("places", 5);

        signUp("noor");
        wiring.register().register(ID, new SignUp(person("NOOR"), Optional.empty()));
        assertThat(places()).isEqualTo("1 taken, 0 waiting, 0 cancelled");
    }

    @Test
    void promotesInTheSameTransaction() {
        publish("places", 1);
        signUp("noor");
        signUp("piet");
        signUp("fatma");

        assertThat(cancel("noor")).isInstanceOf(CancelOutcome.Cancelled.class);
        assertThat(places()).isEqualTo("1 taken, 1 waiting, 1 cancelled");
        assertThat(state("piet")).isEqualTo("confirmed");
        assertThat(position("fatma")).isEqualTo(1);
    }

    @Test
    void cancelsOnce() {
        publish("places", 2);
        signUp("noor");

        cancel("noor");
        assertThat(cancel("noor")).isInstanceOf(CancelOutcome.Cancelled.class);
        assertThat(places()).isEqualTo("0 taken, 0 waiting, 1 cancelled");
    }

    @Test
    void movesTheQueueUpWhenSomebodyLeavesIt() {
        publish("places", 1);
        signUp("noor");
        signUp("piet");
        signUp("fatma");

        cancel("piet");
        assertThat(position("fatma")).isEqualTo(1);
        assertThat(places()).isEqualTo("1 taken, 1 waiting, 1 cancelled");
        cancel("noor");
        assertThat(state("fatma")).isEqualTo("confirmed");
        assertThat(state("piet")).isEqualTo("cancelled");
    }

    @Test
    void signingUpAgainQueuesLastWithTheSameLink() {
        publish("places", 1);
        signUp("noor");
        OwnLink link = find("noor").orElseThrow().ownLink();
        signUp("piet");
        signUp("fatma");
        cancel("noor");

        signUp("noor");
        assertThat(position("noor")).isEqualTo(2);
        assertThat(find("noor").orElseThrow().ownLink()).isEqualTo(link);
        assertThat(find("noor").orElseThrow().sequence()).isEqualTo(new Sequence(2));
        assertThat(places()).isEqualTo("1 taken, 2 waiting, 0 cancelled");
    }

    @Test
    void promotesAsManyAsFitWhenPlacesAreAdded() {
        publish("places", 1);
        signUp("noor");
        for (int i = 1; i <= 30; i++) {
            signUp("wacht" + i);
        }

        change("places", 28);
        assertThat(places()).isEqualTo("28 taken, 3 waiting, 0 cancelled");
        assertThat(state("wacht27")).isEqualTo("confirmed");
        assertThat(position("wacht28")).isEqualTo(1);
    }

    @Test
    void promotesEverybodyWhenTheLimitIsRemoved() {
        publish("places", 1);
        signUp("noor");
        signUp("piet");

        change();
        assertThat(places()).isEqualTo("2 taken, 0 waiting, 0 cancelled");
    }

    @Test
    void keepsConfirmedPeopleWhenPlacesShrink() {
        publish("places", 3);
        signUp("noor");
        signUp("piet");
        signUp("fatma");
        change("places", 1);
        signUp("jan");
        assertThat(places()).isEqualTo("3 taken, 1 waiting, 0 cancelled");

        cancel("noor");
        cancel("piet");
        assertThat(places()).as("too many were taken still").isEqualTo("1 taken, 1 waiting, 2 cancelled");
        cancel("fatma");
        assertThat(state("jan")).isEqualTo("confirmed");
    }

    @Test
    void promotesNobodyAfterTheStart() {
        publish("places", 1);
        signUp("noor");
        signUp("piet");
        clock.set(START.toInstant());

        change("places", 5);
        assertThat(state("piet")).isEqualTo("waitlisted");
        assertThat(cancel("noor")).isInstanceOf(CancelOutcome.SessionStarted.class);
    }

    @Test
    void marksLateCancellationsWhereAllowed() {
        publish("noticePeriod", "P7D", "lateCancellation", true);
        signUp("noor");
        signUp("piet");
        clock.set(START.minusDays(7).toInstant());
        cancel("noor");
        clock.advance(Duration.ofMillis(1));
        cancel("piet");

        assertThat(find("noor").orElseThrow().state())
                .isEqualTo(new RegistrationState.CancelledByPerson(
                        START.minusDays(7).toInstant(), true, false));
        assertThat(find("piet").orElseThrow().state())
                .isInstanceOfSatisfying(
                        RegistrationState.CancelledByPerson.class,
                        gone -> assertThat(gone.late()).isTrue());
    }

    @Test
    void refusesLateCancellationByDefault() {
        publish("noticePeriod", "P7D", "places", 1);
        signUp("noor");
        signUp("piet");
        clock.set(START.minusDays(7).plusSeconds(1).toInstant());

        assertThat(cancel("noor")).isInstanceOf(CancelOutcome.NoticePeriodPassed.class);
        assertThat(cancel("piet")).as("leaving the queue harms nobody").isInstanceOf(CancelOutcome.Cancelled.class);
    }

    @Test
    void refusesAnotherRegistrationsSecret() {
        publish();
        signUp("noor");
        signUp("piet");
        OwnLink forged = new OwnLink(
                find("noor").orElseThrow().id(), find("piet").orElseThrow().secret());

        assertThat(wiring.cancel().cancel(ID, forged)).isInstanceOf(CancelOutcome.UnknownLink.class);
        assertThat(wiring.showRegistration().show(ID, forged)).isEmpty();
    }

    @Test
    void hidesARegistrationFromItsExpiry() {
        publish("retention", "P30D");
        signUp("noor");
        OwnLink link = find("noor").orElseThrow().ownLink();
        Instant forgetAt = START.plusHours(2).plusDays(30).toInstant();

        assertThat(attribute("noor", "expiresAt")).isEqualTo(AttributeValue.fromN("" + forgetAt.getEpochSecond()));
        clock.set(forgetAt.minusSeconds(1));
        assertThat(wiring.showRegistration().show(ID, link)).isPresent();
        clock.set(forgetAt);
        assertThat(wiring.showRegistration().show(ID, link)).isEmpty();
        assertThat(wiring.listRegistrations().list(ID).orElseThrow()).isEmpty();
    }

    @Test
    void resendsTheOwnLinkAtMostOnceAnHour() {
        publish();
        signUp("noor");
        Instant first = find("noor").orElseThrow().letters().linkAskedAt();

        clock.advance(Duration.ofMinutes(59));
        signUp("noor");
        assertThat(find("noor").orElseThrow().letters().linkAskedAt()).isEqualTo(first);
        clock.advance(Duration.ofMinutes(1));
        signUp("noor");
        assertThat(find("noor").orElseThrow().letters().linkAskedAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void listsDueWorkOldestFirst() {
        publish("places", 1);
        signUp("noor");
        clock.advance(Duration.ofMinutes(1));
        signUp("piet");
        clock.advance(Duration.ofMinutes(1));
        change("places", 1, "title", "Anders");

        assertThat(workQueue.dueBy(clock.instant()))
                .containsExactly(
                        new WorkItem.Letter(ID, id("noor"), NOW),
                        new WorkItem.Letter(ID, id("piet"), NOW.plusSeconds(60)),
                        new WorkItem.ChangedSession(ID, NOW.plusSeconds(120)));
        assertThat(workQueue.dueBy(NOW.minusMillis(1))).isEmpty();
    }

    @Test
    void completesAChangeUnlessANewerOneCame() {
        publish();
        change("title", "Een");
        Session one = sessions.find(ID).orElseThrow().session();
        change("title", "Twee");

        assertThat(workQueue.complete(one)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(workQueue.dueBy(clock.instant())).hasSize(1);
        assertThat(workQueue.complete(sessions.find(ID).orElseThrow().session()))
                .isEqualTo(WriteResult.committed());
        assertThat(workQueue.dueBy(clock.instant())).isEmpty();
    }

    @Test
    void rejectsAWriteBasedOnAStaleRead() {
        publish();
        signUp("noor");
        RegistrationSnapshot seen = look("noor");
        Registration noor = seen.registration().orElseThrow();

        assertThat(registrations.update(
                        seen.session(),
                        RegistrationChange.update(
                                seen.session(), noor.with(noor.letters().delayed(NOW.plusSeconds(60))), NOW),
                        NOW))
                .isEqualTo(WriteResult.committed());
        assertThat(registrations.update(seen.session(), RegistrationChange.update(seen.session(), noor, NOW), NOW))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(find("noor").orElseThrow().letters().isDelayedAt(NOW)).isTrue();
    }

    @Test
    void readsBackEverythingOfARegistration() {
        publish("places", 1, "language", "en");
        wiring.register()
                .register(
                        ID,
                        new SignUp(
                                new Person(
                                        "Nöor 🎉 B", new EmailAddress("Noor@Example.org"), Optional.of("Gemeente Ede")),
                                Optional.empty()));

        Registration noor = find("noor").orElseThrow();
        assertThat(noor.person().name()).isEqualTo("Nöor 🎉 B");
        assertThat(noor.person().email().value()).isEqualTo("Noor@Example.org");
        assertThat(noor.person().organisation()).contains("Gemeente Ede");
        assertThat(noor.language().tag()).isEqualTo("en");
        assertThat(noor.dueAt()).contains(NOW);
    }

    private static AuditEntry record(AuditAction what) {
        return new AuditEntry(NOW, Actor.LOCAL, what, Optional.empty(), "");
    }

    private void publish(@Nullable Object... namesAndValues) {
        assertThat(wiring.publishSession().publish(ID, document(namesAndValues), Optional.empty(), Actor.LOCAL))
                .isInstanceOf(PublishOutcome.Published.class);
    }

    private void change(@Nullable Object... namesAndValues) {
        assertThat(wiring.publishSession().publish(ID, document(namesAndValues), Optional.empty(), Actor.LOCAL))
                .isInstanceOf(PublishOutcome.Changed.class);
        wiring.promote().promoteAll(ID);
    }

    private void publishAt(String id, ZonedDateTime start) {
        publishAs(id, "start", iso(start), "end", iso(start.plusHours(2)));
    }

    private void publishAs(String id, @Nullable Object... namesAndValues) {
        wiring.publishSession().publish(new SessionId(id), document(namesAndValues), Optional.empty(), Actor.LOCAL);
    }

    private List<String> scanned(AgendaDirection side, AgendaCursor from, int most) {
        return scanned(index.scan(side, from, most));
    }

    private static List<String> scanned(AgendaScan stretch) {
        return stretch.entries().stream().map(entry -> entry.id().value()).toList();
    }

    private static SessionDocument document(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("title", "Versnellingskamer participatie");
        tree.put("organiser", "Zorgalliantie");
        tree.put("contact", "zorgalliantie@example.org");
        tree.put("start", iso(START));
        tree.put("end", iso(START.plusHours(2)));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return switch (SessionDocumentFields.parse(tree)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static String iso(ZonedDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private static List<String> ids(List<SessionSnapshot> sessionSnapshots) {
        return sessionSnapshots.stream()
                .map(sessionSnapshot -> sessionSnapshot.session().id().value())
                .toList();
    }

    private RegisterOutcome signUp(String name) {
        return wiring.register().register(ID, new SignUp(person(name), Optional.empty()));
    }

    private RegisterOutcome signUp(String name, String theme) {
        return wiring.register().register(ID, new SignUp(person(name), Optional.empty(), Optional.of(theme), Map.of()));
    }

    private static Map<String, @Nullable Object> theme(String id, @Nullable Integer places) {
        Map<String, @Nullable Object> theme = new LinkedHashMap<>();
        theme.put("id", id);
        theme.put("title", "Tafel " + id);
        theme.put("places", places);
        return theme;
    }

    /** Returns each theme with its places taken and the number of people waiting, as {@code "buurt 1/2, werk 0/0"}. */
    private String themes() {
        return sessions.find(ID).orElseThrow().places().themes().entrySet().stream()
                .map(theme -> theme.getKey() + " " + theme.getValue().taken() + "/"
                        + theme.getValue().waiting())
                .collect(Collectors.joining(", "));
    }

    private static RegistrationState waiting(RegistrationSnapshot seen) {
        return new RegistrationState.Waitlisted(NOW, seen.places().highestNumber() + 1, Optional.empty());
    }

    private CancelOutcome cancel(String name) {
        return wiring.cancel().cancel(ID, find(name).orElseThrow().ownLink());
    }

    private static Person person(String name) {
        return new Person(name, new EmailAddress(name + "@example.org"), Optional.empty());
    }

    private static RegistrationId id(String name) {
        return RegistrationId.of(ID, person(name).email());
    }

    private RegistrationSnapshot look(String name) {
        return registrations.find(ID, id(name), clock.instant()).orElseThrow();
    }

    private Optional<Registration> find(String name) {
        return look(name).registration();
    }

    private String state(String name) {
        return find(name).orElseThrow().state().word();
    }

    private int position(String name) {
        List<ListedRegistration> list = wiring.listRegistrations().list(ID).orElseThrow();
        int listed = list.stream()
                .filter(one -> one.registration().id().equals(id(name)))
                .findFirst()
                .orElseThrow()
                .position()
                .orElseThrow();
        RegistrationState state = find(name).orElseThrow().state();
        assertThat(state)
                .isInstanceOfSatisfying(
                        RegistrationState.Waitlisted.class,
                        waiting ->
                                assertThat(registrations.position(ID, waiting)).isEqualTo(listed));
        return listed;
    }

    private String places() {
        Places places = sessions.find(ID).orElseThrow().places();
        return "%d taken, %d waiting, %d cancelled"
                .formatted(places.taken(), places.waiting(), places.count(Count.CANCELLED));
    }

    private @Nullable AttributeValue attribute(String name, String attribute) {
        return table.client()
                .getItem(request -> request.tableName(table.name())
                        .key(Map.of(
                                "PK", AttributeValue.fromS("S#" + ID.value()),
                                "SK", AttributeValue.fromS("R#" + id(name).value()))))
                .item()
                .get(attribute);
    }

    private static Registration newcomer(RegistrationSnapshot seen, String name, RegistrationState state) {
        return new Registration(
                ID,
                id(name),
                LinkSecret.generate(new Random(1)),
                new UUID(1, 1),
                person(name),
                Language.NL,
                NOW,
                Answers.NONE,
                NOW,
                state,
                Sequence.FIRST,
                new LetterLog(List.of(), NOW, Optional.empty(), 0),
                seen.session().revision(),
                Optional.empty(),
                Version.NONE,
                Optional.empty(),
                StoredOriginal.NONE);
    }
}
