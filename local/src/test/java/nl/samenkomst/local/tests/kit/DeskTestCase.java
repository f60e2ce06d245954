package nl.samenkomst.local.tests.kit;

import java.io.IOException;
import java.util.Optional;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.AfterEach;

/**
 * Gives each test an empty desk, everybody who uses it, and its clock, which starts at 10:00 in Amsterdam whenever the
 * tests run.
 */
public abstract class DeskTestCase {

    public final Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), false, TemplateTest.FILE));
    public final Organiser organiser = new Organiser(desk);
    public final Visitor visitor = Visitor.at(desk);
    public final Inbox inbox = new Inbox(desk);
    public final DeskClock clock = new DeskClock(desk);

    public DeskTestCase() throws IOException, InterruptedException {
        clock.moveTo(clock.inDays(1).withHour(10));
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
