package nl.samenkomst.local;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/**
 * A desk with nothing on it for each test, everybody who comes to it, and its clock. It is ten in the morning there,
 * whenever the tests run.
 */
abstract class AtTheDesk {

    final Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE));
    final Organiser organiser = new Organiser(desk);
    final Visitor visitor = Visitor.at(desk);
    final Inbox inbox = new Inbox(desk);
    final DeskClock clock = new DeskClock(desk);

    AtTheDesk() throws IOException, InterruptedException {
        clock.moveTo(clock.inDays(1).withHour(10));
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
