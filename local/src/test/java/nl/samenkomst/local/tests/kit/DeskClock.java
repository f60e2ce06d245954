package nl.samenkomst.local.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import nl.samenkomst.local.desk.Desk;

/** Moves a desk's clock as people do: by its form. */
public final class DeskClock {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Visitor visitor;

    public DeskClock(Desk desk) {
        this.visitor = Visitor.at(desk);
    }

    public Instant now() throws IOException, InterruptedException {
        String answer = visitor.openAsJson("/local/clock").body();
        return Instant.parse(String.valueOf(JSON.std.mapFrom(answer).get("now")));
    }

    /** Returns 14:00 in Amsterdam, this many days from now. */
    public ZonedDateTime inDays(int days) throws IOException, InterruptedException {
        return now().atZone(AMSTERDAM)
                .toLocalDate()
                .plusDays(days)
                .atTime(14, 0)
                .atZone(AMSTERDAM);
    }

    /** Moves to this moment, and returns when everything that falls due on the way has been sent. */
    public void moveTo(ZonedDateTime moment) throws IOException, InterruptedException {
        change("to", Organiser.written(moment));
    }

    public void advance(String span) throws IOException, InterruptedException {
        change("advance", span);
    }

    /** Stays at the same moment, and returns when everything that is due has been sent. */
    public void settle() throws IOException, InterruptedException {
        advance("PT0M");
    }

    private void change(String field, String value) throws IOException, InterruptedException {
        HttpResponse<String> answer = visitor.sendForm("/local/clock", Map.of(field, value));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }
}
