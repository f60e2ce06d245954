package nl.samenkomst.organiserpages.editing;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.TypedDay;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.domain.draft.TypedTime;
import nl.samenkomst.texts.Dates;

/** Says in sentences what a section holds, its defaults too: from what is typed, which may be wrong. */
final class SectionSummary {

    private final SessionForm form;
    private final Language language;

    SectionSummary(SessionForm form, Language language) {
        this.form = form;
        this.language = language;
    }

    /** Returns the sentences about a section, in order. */
    List<String> of(Section section) {
        return switch (section) {
            case ABOUT -> about();
            case WHEN -> when();
            case SIGN_UP -> signUp();
            case PROGRAMME -> programme();
            case THEMES -> List.of(rows("themes"));
            case QUESTIONS -> List.of(rows("questions"));
            case MAILS -> mails();
        };
    }

    private List<String> about() {
        List<String> said = new ArrayList<>();
        said.add(
                has("/organiser")
                        ? say("summary.organiser", "organiser", form.value("/organiser"))
                        : say("summary.organiser.none"));
        said.add(
                has("/contact")
                        ? say("summary.contact", "contact", form.value("/contact"))
                        : say("summary.contact.none"));
        if (has("/series")) {
            said.add(say("summary.series", "series", form.value("/series")));
        }
        return said;
    }

    private List<String> when() {
        List<String> said = new ArrayList<>();
        Optional<ZonedDateTime> start = moment("/start/date", "/start/time");
        Optional<ZonedDateTime> end = moment(has("/end/date") ? "/end/date" : "/start/date", "/end/time");
        said.add(
                start.isPresent() && end.isPresent()
                        ? say(
                                "summary.when",
                                "day",
                                Dates.day(start.get(), language),
                                "hours",
                                Dates.hours(start.get(), end.get(), language))
                        : say("summary.when.none"));
        boolean online = form.value("/online").equals(SessionForm.YES);
        String place = form.value("/place");
        if (online) {
            said.add(place.isEmpty() ? say("summary.online") : say("summary.hybrid", "place", place));
            said.add(has("/meetingLink/url") ? say("summary.link") : say("summary.link.none"));
        } else {
            said.add(place.isEmpty() ? say("summary.place.none") : say("summary.place", "place", place));
        }
        return said;
    }

    private Optional<ZonedDateTime> moment(String date, String time) {
        ZoneId anyZone = ZoneOffset.UTC;
        return TypedDay.parse(form.value(date))
                .flatMap(day -> TypedTime.parse(form.value(time))
                        .map(at -> day.atTime(at).atZone(anyZone)));
    }

    private List<String> signUp() {
        List<String> said = new ArrayList<>();
        String admission = form.value("/admission");
        said.add(say("summary.admission." + (List.of("reviewed", "invited").contains(admission) ? admission : "open")));
        boolean waits = form.value("/waitingList").equals(SessionForm.YES);
        said.add(
                has("/places")
                        ? say(waits ? "summary.places" : "summary.places.no-list", "places", form.value("/places"))
                        : say("summary.places.none"));
        String notice = form.value("/noticePeriod");
        said.add(
                notice.isEmpty() || notice.equals("PT0M")
                        ? say("summary.cancel.start")
                        : say("summary.cancel", "period", PeriodText.of(notice, language)));
        return said;
    }

    /** Says when the programme begins if the session begins at another time: its times stay when the session moves. */
    private List<String> programme() {
        List<String> said = new ArrayList<>();
        said.add(rows("programme"));
        Optional<ZonedDateTime> start = moment("/start/date", "/start/time");
        String date = has("/programme/0/from/date") ? "/programme/0/from/date" : "/start/date";
        Optional<ZonedDateTime> first = moment(date, "/programme/0/from/time");
        if (start.isPresent() && first.isPresent() && !first.equals(start)) {
            boolean isSameDay = first.get().toLocalDate().equals(start.get().toLocalDate());
            said.add(
                    isSameDay
                            ? say(
                                    "summary.programme.begins",
                                    "part",
                                    Dates.time(first.get(), language),
                                    "start",
                                    Dates.time(start.get(), language))
                            : say(
                                    "summary.programme.begins.day",
                                    "part",
                                    Dates.moment(first.get(), language),
                                    "start",
                                    Dates.moment(start.get(), language)));
        }
        return said;
    }

    private List<String> mails() {
        List<String> said = new ArrayList<>();
        if (form.value(SessionForm.REMINDERS_CHOICE).equals(SessionForm.OWN)) {
            String periods = form.value("/reminders")
                    .lines()
                    .map(line -> PeriodText.of(line, language))
                    .collect(Collectors.joining(", "));
            said.add(periods.isEmpty() ? say("summary.reminders.none") : say("summary.reminders", "periods", periods));
        } else {
            said.add(say("summary.reminders.usual"));
        }
        said.add(rows("materials"));
        said.add(say("summary.retention", "period", PeriodText.of(form.value("/retention"), language)));
        return said;
    }

    /** Returns how many rows a list has. */
    private String rows(String list) {
        long number = form.fields().keySet().stream()
                .filter(name -> name.startsWith("/" + list + "/"))
                .map(name -> name.substring(0, name.indexOf('/', list.length() + 2)))
                .distinct()
                .count();
        if (number == 0) {
            return say("summary." + list + ".none");
        }
        return number == 1 ? say("summary." + list + ".one") : say("summary." + list, "number", number);
    }

    private boolean has(String name) {
        return !form.value(name).isBlank();
    }

    private String say(String key, Object... namesAndValues) {
        return EditingPage.TEXTS.text(language, key, namesAndValues);
    }
}
