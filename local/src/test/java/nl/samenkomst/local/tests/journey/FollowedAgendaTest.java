package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.tests.kit.CalendarProgram;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Checks that a calendar which subscribes to the agenda, as the page says, shows what becomes of each session. */
final class FollowedAgendaTest extends DeskTestCase {

    FollowedAgendaTest() throws IOException, InterruptedException {}

    @Test
    void aSubscriptionFollowsSessionsThatAreCalledOffOrOver() throws Exception {
        organiser.publish(
                "gevolgd", Organiser.session("Gevolgd", clock.inDays(3), Map.of("topics", List.of("Volgen"))));
        organiser.publish("zieke", Organiser.session("Zieke", clock.inDays(4), Map.of("topics", List.of("Volgen"))));
        Document page =
                Jsoup.parse(visitor.open("/sessions?lang=nl&topic=Volgen").body());
        String address = page.select(".address").text();
        assertThat(page.select("a[href^=webcal:]").attr("href")).isEqualTo(address.replaceFirst("http", "webcal"));
        CalendarProgram program = new CalendarProgram();
        program.take(visitor.open(address).body());

        organiser.cancel("zieke", "");
        clock.moveTo(clock.inDays(20));
        HttpResponse<String> later = visitor.open(address);
        assertThat(later.body())
                .contains("\r\nSUMMARY:Gevolgd\r\n", "\r\nSUMMARY:Gaat niet door: Zieke\r\n", "STATUS:CANCELLED");
        program.take(later.body());
        assertThat(program.shows()).singleElement().asString().endsWith(" Gevolgd");
    }
}
