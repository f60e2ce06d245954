package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.desk.Timetable;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.session.SkippableLetter;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks the timetable of letters against the sender itself, and what organisers change in it. */
class LetterTimetableTest {

    private static final String LETTERS = "/organise/sessions/" + Gathering.ID + "/letters";
    private static final Instant END = Gathering.START.plus(Duration.ofHours(2));
    private static final Instant DAY_BEFORE = Gathering.START.minus(Duration.ofDays(1));

    private final Gathering gathering = new Gathering(
            "places",
            4,
            "materials",
            List.of(Map.of("title", "Verslag", "url", "https://example.org/verslag", "when", "after")));
    private final OrganiserBrowser noor = OrganiserBrowser.ofAdministrator(gathering);
    private final Map<LetterKind, Integer> sent = new TreeMap<>();

    private void sweep() {
        gathering.sweep(mail -> {
            sent.merge(mail.kind(), 1, Integer::sum);
            return new Delivery.Taken("message");
        });
    }

    private Timetable timetable() {
        return gathering.wiring().organiser().showSessionProgress().timetable(gathering.session());
    }

    /** Two people with a place, one whose mail bounced, one who cancelled, one who waits and one unconfirmed. */
    private void peopleSignUp() {
        gathering.signUp("fatima");
        gathering.signUp("piet");
        gathering.signUp("karim");
        gathering.signUpUnconfirmed("els");
        gathering.signUp("sam");
        gathering.signUp("ida");
        gathering.cancel("ida");
        Instant now = gathering.clock.instant();
        gathering.change(
                "karim", known -> known.withMailProblem(Optional.of(new MailProblem(MailProblem.Kind.BOUNCED, now))));
    }

    /** The page and the sender ask the same function, so they agree on every kind and number. */
    @Test
    void theSenderSendsExactlyWhatThePageSays() {
        peopleSignUp();
        Timetable said = timetable();
        Document page = noor.open(LETTERS).page();

        Map<LetterKind, Integer> expected = new TreeMap<>();
        said.others().forEach(one -> expected.merge(one.kind(), one.toSend(), Integer::sum));
        said.planned()
                .forEach(one -> expected.merge(
                        one.letter() instanceof SkippableLetter.FollowUp ? LetterKind.FOLLOW_UP : LetterKind.REMINDER,
                        one.toSend(),
                        Integer::sum));
        expected.values().removeIf(number -> number == 0);
        Stream.of(
                        Stream.of(gathering.clock.instant()),
                        said.planned().stream().map(Timetable.Planned::at),
                        said.others().stream().flatMap(one -> one.next().stream()),
                        Stream.of(gathering.clock.instant().plus(Duration.ofDays(1)), Gathering.START, END))
                .flatMap(moments -> moments)
                .sorted()
                .distinct()
                .filter(moment -> !moment.isBefore(gathering.clock.instant()))
                .forEach(moment -> {
                    gathering.clock.set(moment);
                    sweep();
                });

        assertThat(sent).isEqualTo(expected).containsEntry(LetterKind.REMINDER, 6);
        assertThat(page.select("#planned ~ table tbody tr")).hasSize(4);
        assertThat(page.select("#planned ~ table tbody tr").getFirst().text())
                .contains("Herinnering, 8 dagen ervoor", "bij 1 komt onze mail niet aan", "1 heeft geen plek");
        assertThat(timetable().planned().getFirst().sent()).isEqualTo(2);
    }

    @Test
    void aSkippedReminderDoesNotLeaveAndOneTakenBackDoes() {
        gathering.signUp("fatima");
        sweep();
        assertThat(noor.send(LETTERS + "/skipped", "letter=reminder-P8D&skip=yes")
                        .location())
                .isEqualTo(LETTERS + "?done=skipped");
        assertThat(noor.send(LETTERS + "/skipped", "letter=reminder-P1D&skip=yes")
                        .status())
                .isEqualTo(303);
        sweep();
        assertThat(noor.send(LETTERS + "/skipped", "letter=reminder-P1D&skip=no")
                        .status())
                .isEqualTo(303);
        sweep();
        gathering.clock.set(Gathering.START.minus(Duration.ofDays(8)));
        sweep();
        assertThat(sent).doesNotContainKey(LetterKind.REMINDER);
        assertThat(OrganiserBrowser.ofAdministrator(gathering)
                        .send(LETTERS + "/skipped", "letter=reminder-P8D&skip=no")
                        .status())
                .isEqualTo(409);
        gathering.clock.set(DAY_BEFORE);
        sweep();

        assertThat(sent).containsEntry(LetterKind.REMINDER, 1);
        assertThat(gathering.changes().stream().map(entry -> entry.what()))
                .containsSubsequence("letter-skipped", "letter-skipped", "letter-resumed");
    }

    @Test
    void otherOffsetsAreShownWithoutWritingAndThenSaved() {
        gathering.signUp("fatima");
        sweep();
        String form = "number-1=2&unit-1=weeks&number-2=1+dag+en+2+uur&unit-2=days";
        List<Map<String, AttributeValue>> before = gathering.items();

        Document preview = noor.send(LETTERS, form + "&act=show&revision=1").page();

        assertThat(gathering.items()).isEqualTo(before);
        assertThat(preview.select("#planned ~ table th[scope=row]").eachText())
                .containsExactly(
                        "Herinnering, 14 dagen ervoor", "Herinnering, 1 dag 2 uur ervoor", "Materiaal achteraf");
        assertThat(preview.select("#number-2").attr("value")).isEqualTo("1 dag en 2 uur");

        assertThat(noor.send(LETTERS, form + "&act=save&revision=1").status()).isEqualTo(303);
        assertThat(gathering.session().document().reminders())
                .map(CalendarPeriod::toString)
                .containsExactly("P14D", "P1DT2H");

        OrganiserBrowser.Answer stale = noor.send(LETTERS, "number-1=3&unit-1=days&act=save&revision=1");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.page().select("#number-1").attr("value")).isEqualTo("3");
        assertThat(stale.page().select("input[name=revision]").attr("value"))
                .isEqualTo(String.valueOf(gathering.session().revision().number()));
        OrganiserBrowser.Answer wrong = noor.send(LETTERS, "number-1=%3Cb%3E&unit-1=days&act=save&revision=2");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.page().select("#number-1").attr("value")).isEqualTo("<b>");
        assertThat(wrong.page().select(".summary a").attr("href")).isEqualTo("#number-1");
    }
}
