package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.agenda.Agenda;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.RecordingTable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Counts the calls to the table; each is one network round trip. */
class RoundTripsTest {

    private static final AuditEntry PUBLISHED =
            new AuditEntry(Gathering.NOW, Actor.LOCAL, AuditAction.SESSION_PUBLISHED, Optional.empty(), "");

    private static final Instant DAY_AFTER = Gathering.START.plus(Duration.ofDays(1));

    private final RecordingTable asked = new RecordingTable();
    private final List<String> calls = asked.calls();
    private final DynamoDbClient counting = asked.client();
    private final Gathering gathering = new Gathering("places", 2);
    private final Wiring wiring = gathering.wiring(counting);

    @Test
    void signingUpTakesTwoOnceTheDesksKeyIsKnown() {
        signUp("ida");
        assertThat(calls)
                .as("the first ever")
                .containsExactly("BatchGetItem", "PutItem", "BatchGetItem", "TransactWriteItems");

        calls.clear();
        signUp("noor");
        assertThat(calls).as("a place").containsExactly("BatchGetItem", "TransactWriteItems");

        calls.clear();
        signUp("piet");
        assertThat(calls).as("the queue").containsExactly("BatchGetItem", "TransactWriteItems");

        calls.clear();
        signUp("piet");
        assertThat(calls).as("again").containsExactly("BatchGetItem", "TransactWriteItems");
    }

    @Test
    void askingForTheOwnLinkTakesTwoOnceTheDesksKeyIsKnown() {
        signUp("noor");
        gathering.clock.advance(Duration.ofHours(1));
        calls.clear();
        wiring.resendOwnLink().resend(Gathering.ID, new EmailAddress("noor@example.org"));

        assertThat(calls).containsExactly("BatchGetItem", "TransactWriteItems");
    }

    @Test
    void refusingAllMailTakesFourOnceTheDesksKeyIsKnown() {
        signUp("noor");
        OwnLink link = gathering.find("noor").ownLink();
        calls.clear();
        wiring.refuseMail().refuse(Gathering.ID, link);
        assertThat(calls)
                .as("the query is for the records to erase")
                .containsExactly("BatchGetItem", "BatchGetItem", "Query", "TransactWriteItems");

        calls.clear();
        signUp("noor");
        assertThat(calls).as("signing up all the same").containsExactly("BatchGetItem", "TransactWriteItems");
    }

    @Test
    void signingUpForSeveralTakesTwoEachPlusThree() {
        gathering.publish("series", "Netwerk");
        SessionId next = new SessionId("volgende");
        gathering.publishAs(next, "series", "Netwerk");
        signUp("ida");
        calls.clear();
        wiring.registerTogether().register(Gathering.ID, Gathering.form("noor"));
        assertThat(calls).as("one").containsExactly("BatchGetItem", "TransactWriteItems");

        calls.clear();
        SignUp one = Gathering.form("piet");
        wiring.registerTogether()
                .register(
                        Gathering.ID,
                        new SignUp(one.person(), one.language(), one.theme(), one.answers(), List.of(next)));
        assertThat(calls)
                .as("two")
                .containsExactly(
                        "BatchGetItem",
                        "BatchGetItem",
                        "TransactWriteItems",
                        "BatchGetItem",
                        "TransactWriteItems",
                        "BatchGetItem",
                        "PutItem");
    }

    @Test
    void theAgendaTakesTwo() {
        Agenda agenda = wiring.agenda();
        AgendaQuery past = AgendaQuery.EVERYTHING.inDirection(AgendaDirection.PAST);

        agenda.search(AgendaQuery.EVERYTHING, Agenda.PAGE_SIZE, Gathering.NOW);
        assertThat(calls).as("what comes").containsExactly("Query", "BatchGetItem");

        calls.clear();
        agenda.search(past, Agenda.FEED_SIZE, DAY_AFTER);
        assertThat(calls).as("what has been").containsExactly("Query", "BatchGetItem");

        calls.clear();
        agenda.search(past, Agenda.PAGE_SIZE, Gathering.NOW);
        assertThat(calls).as("nothing").containsExactly("Query");
    }

    @Test
    void everyAgendaPageIsOneRead() {
        for (int i = 0; i < 60; i++) {
            Session session = Session.published(
                    new SessionId("sessie-" + i), gathering.session().document(), Gathering.NOW);
            gathering.sessions().publish(session, PUBLISHED);
        }
        calls.clear();

        AgendaResults page = wiring.agenda().search(AgendaQuery.EVERYTHING.page(2), Agenda.FEED_SIZE, Gathering.NOW);
        assertThat(page.sessionSnapshots()).hasSize(11);
        assertThat(calls).containsExactly("Query", "BatchGetItem");
    }

    @Test
    void theFeedTakesOneForEveryFiftySessionsPlusOne() {
        for (int i = 0; i < 149; i++) {
            Session session = Session.published(
                    new SessionId("sessie-" + i), gathering.session().document(), Gathering.NOW);
            gathering.sessions().publish(session, PUBLISHED);
        }
        calls.clear();

        assertThat(wiring.agenda().feed(AgendaFilter.NONE, Gathering.NOW).sessions())
                .hasSize(150);
        assertThat(calls).containsExactly("Query", "BatchGetItem", "BatchGetItem", "BatchGetItem");
    }

    @Test
    void aSessionTakesOneAndItsSeriesTwoMore() {
        Session alone =
                wiring.showPublicSession().show(Gathering.ID).orElseThrow().session();
        wiring.seriesOfSession().others(alone, Gathering.NOW);
        assertThat(calls).containsExactly("BatchGetItem");

        gathering.publish("series", "Netwerk");
        Session inSeries = gathering.session();
        gathering
                .sessions()
                .publish(Session.published(new SessionId("volgende"), inSeries.document(), Gathering.NOW), PUBLISHED);
        calls.clear();
        assertThat(wiring.seriesOfSession().others(inSeries, Gathering.NOW)).hasSize(1);
        assertThat(calls).containsExactly("Query", "BatchGetItem");
    }

    private void signUp(String name) {
        wiring.register()
                .register(
                        Gathering.ID,
                        new SignUp(
                                new Person(name, new EmailAddress(name + "@example.org"), Optional.empty()),
                                Optional.empty()));
    }
}
