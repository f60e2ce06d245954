package nl.samenkomst.local;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/**
 * Gives each test an empty desk, everybody who uses it, and its clock, which starts at 10:00 in Amsterdam whenever the
 * tests run.
 */
abstract class DeskTestCase {

    final Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE));
    final Organiser organiser = new Organiser(desk);
    final Visitor visitor = Visitor.at(desk);
    final Inbox inbox = new Inbox(desk);
    final DeskClock clock = new DeskClock(desk);

    DeskTestCase() throws IOException, InterruptedException {
        clock.moveTo(clock.inDays(1).withHour(10));
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
