package nl.samenkomst.local.tests.store;

import static nl.samenkomst.domain.document.SampleDocuments.document;
import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static nl.samenkomst.local.tests.store.StoreFixture.START;
import static nl.samenkomst.local.tests.store.StoreFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

/** A session is read back whole, and one of two writers wins. */
interface SessionsContract {

    StoreFixture store();

    @Test
    default void keepsASessionWhole() {
        store().publish("places", 12, "summary", "Over\nparticipatie", "topics", List.of("participatie"));

        SessionSnapshot found = store().snapshot();
        assertThat(found.session().document().about().summary()).isEqualTo("Over\nparticipatie");
        assertThat(found.session().revision()).isEqualTo(Revision.FIRST);
        assertThat(found.places()).isEqualTo(Places.allFree(found.session().document()));
    }

    @Test
    default void publishesASessionOnce() {
        Session session = Session.published(ID, document(), NOW);

        assertThat(store().sessions.publish(session, record(AuditAction.SESSION_PUBLISHED)))
                .isEqualTo(WriteResult.committed());
        assertThat(store().sessions.publish(session, record(AuditAction.SESSION_PUBLISHED)))
                .isInstanceOf(WriteResult.Conflict.class);
    }

    @Test
    default void commitsOneOfTwoChangesOfARevision() {
        store().publish();
        Session before = store().session();

        assertThat(change(before, before.changed(document("title", "Een"), NOW)))
                .isEqualTo(WriteResult.committed());
        assertThat(change(before, before.changed(document("title", "Twee"), NOW)))
                .isInstanceOf(WriteResult.Conflict.class);
        Session after = store().session();
        assertThat(after.document().about().title()).isEqualTo("Een");
        assertThat(after.revision()).isEqualTo(new Revision(2));
    }

    @Test
    default void remembersWhenASessionWouldHaveStarted() {
        store().publish();
        Session before = store().session();
        change(before, before.changed(document("start", "2026-12-03T14:00:00+01:00"), NOW));

        assertThat(store().session().previousStart()).contains(START.toInstant());
    }

    private WriteResult change(Session before, Session after) {
        return store().sessions.change(before, after, record(AuditAction.SESSION_CHANGED));
    }
}
