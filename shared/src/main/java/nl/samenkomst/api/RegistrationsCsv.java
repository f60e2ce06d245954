package nl.samenkomst.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.ResponseSize;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.RegistrationCursor;
import nl.samenkomst.domain.organiser.RegistrationPart;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Texts;

/** Writes the organiser's list as CSV in the session's language: a line per person, a column per question. */
public final class RegistrationsCsv {

    /** The media type, with a header line (RFC 4180 §3; RFC 7111 updates the registration). */
    public static final String TYPE = "text/csv; charset=utf-8; header=present";

    private static final Texts TEXTS = new Texts("lists");

    /** Bytes reserved for the URL of the next part. */
    private static final int ADDRESS_RESERVE = 500;

    /** Bytes of two quotes, each escaped in the JSON response, and a comma. */
    private static final int CELL_OVERHEAD = 5;

    /** The form of a date and time that spreadsheets recognize. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final SessionDocument document;
    private final Language language;
    private final List<Column> columns;

    private RegistrationsCsv(SessionDocument document, SortedSet<QuestionId> answered) {
        this.document = document;
        this.language = document.about().language();
        this.columns = columns(answered);
    }

    /** A column; its heading is looked up only where it is written. */
    private record Column(Supplier<String> heading, Function<ListedRegistration, String> cell) {}

    private List<Column> columns(SortedSet<QuestionId> answered) {
        List<Column> all = new ArrayList<>();
        all.add(column("state", one -> text("state." + one.state().word())));
        all.add(new Column(() -> text("column.position"), RegistrationsCsv::position));
        all.add(column("name", one -> one.person().name()));
        all.add(column("email", one -> one.person().email().value()));
        all.add(column("organisation", one -> one.person().organisation().orElse("")));
        all.add(column("theme", one -> one.state().theme().map(this::title).orElse("")));
        questions(answered)
                .forEach((id, heading) ->
                        all.add(new Column(() -> heading, listed -> answer(listed.registration(), id))));
        all.add(column("present", one -> one.present().map(this::yesOrNo).orElse("")));
        all.add(column("language", one -> one.language().tag()));
        all.add(column("registered-at", one -> moment(one.signedUpAt())));
        all.add(column("id", one -> one.id().value()));
        return List.copyOf(all);
    }

    private Column column(String key, Function<Registration, String> cell) {
        return new Column(() -> text("column." + key), listed -> cell.apply(listed.registration()));
    }

    /** Returns the headings of all questions that are asked or answered. */
    private Map<QuestionId, String> questions(SortedSet<QuestionId> answered) {
        Map<QuestionId, String> questions = new LinkedHashMap<>();
        document.questions().forEach(question -> questions.put(question.id(), question.label()));
        // Answers to a question that is no longer asked get a column headed by the question's id.
        answered.forEach(id -> questions.putIfAbsent(id, id.value()));
        return questions;
    }

    /**
     * A file with as much of the list as one response holds.
     *
     * @param next the registration after which the next file starts; empty if this file is the last
     */
    public record File(String text, Optional<RegistrationCursor> next) {}

    /**
     * Writes one part of the list, to be sent unchanged as UTF-8. Every part has the same columns. If more follows, the
     * last line says so and gives the URL of the next part.
     *
     * @param addressAfter returns the URL of the part that starts after a registration
     */
    public static File of(RegistrationPart part, PartLimit limit, Function<RegistrationCursor, String> addressAfter) {
        return new RegistrationsCsv(part.session().document(), part.answered()).write(part, limit, addressAfter);
    }

    /** Returns the minimum bytes of a registration's line: what {@link #of} adds by escaping is not counted. */
    public static ToLongFunction<Registration> weight(Session session) {
        return registration -> {
            SortedSet<QuestionId> answered =
                    new TreeSet<>(registration.answers().given().keySet());
            return new RegistrationsCsv(session.document(), answered)
                    .line(new ListedRegistration(registration, OptionalInt.empty())).stream()
                            .mapToLong(ResponseSize::of)
                            .map(bytes -> bytes + CELL_OVERHEAD)
                            .sum();
        };
    }

    /** Returns the Content-Disposition header with the file's name (RFC 6266). */
    public static String disposition(Session session) {
        String name = TEXTS.text(session.document().about().language(), "file");
        return "attachment; filename*=UTF-8''" + session.id().value() + "-" + name + ".csv";
    }

    private File write(RegistrationPart part, PartLimit limit, Function<RegistrationCursor, String> addressAfter) {
        List<String> header =
                columns.stream().map(column -> column.heading().get()).toList();
        StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK).append(Csv.line(header));
        long bytes = ResponseSize.of(text) + ResponseSize.of(Csv.line(more(""))) + ADDRESS_RESERVE;
        int lines = 0;
        for (ListedRegistration listed : part.registrations()) {
            String line = Csv.line(line(listed));
            bytes += ResponseSize.of(line);
            if (limit.isExceededBy(lines, bytes)) {
                break;
            }
            text.append(line);
            lines++;
        }
        if (lines == part.registrations().size() && !part.isCut()) {
            return new File(text.toString(), Optional.empty());
        }
        RegistrationCursor last =
                RegistrationCursor.of(part.registrations().get(lines - 1).registration());
        return new File(text.append(Csv.line(more(addressAfter.apply(last)))).toString(), Optional.of(last));
    }

    /** Returns the cells of the line that says that more follows, and where; padded to the number of columns. */
    private List<String> more(String address) {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        cells.set(0, text("more"));
        cells.set(1, address);
        return cells;
    }

    private List<String> line(ListedRegistration listed) {
        return columns.stream().map(column -> column.cell().apply(listed)).toList();
    }

    private static String position(ListedRegistration listed) {
        return listed.position().isPresent() ? String.valueOf(listed.position().getAsInt()) : "";
    }

    private String answer(Registration registration, QuestionId id) {
        boolean isYesOrNo = document.questions().stream()
                .filter(question -> question.id().equals(id))
                .map(Question::kind)
                .anyMatch(kind -> kind == QuestionKind.YES_NO);
        return registration.answers().valuesFor(id).stream()
                .map(value -> isYesOrNo ? yesOrNo(value.equals(Answers.YES)) : value)
                .collect(Collectors.joining("; "));
    }

    private String title(ThemeId id) {
        Optional<Theme> theme = document.theme(id);
        return theme.map(Theme::title).orElse(id.value());
    }

    private String yesOrNo(boolean yes) {
        return text(yes ? "yes" : "no");
    }

    private String moment(Instant moment) {
        ZoneId zone = document.when().zone();
        return Objects.requireNonNull(MOMENT.format(moment.atZone(zone)));
    }

    private String text(String key) {
        return TEXTS.text(language, key);
    }
}
