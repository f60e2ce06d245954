package nl.samenkomst.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.RegistrationPart;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.RetiredQuestion;
import nl.samenkomst.domain.session.RetiredQuestions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Texts;

/**
 * The organiser's list as a table in the session's language: a row per person, a column per question. Cells are text as
 * people read it, not escaped for any format.
 */
public final class RegistrationTable {

    private static final Texts TEXTS = new Texts("lists");

    /** The form of a date and time that spreadsheets recognize. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final SessionDocument document;
    private final RetiredQuestions retired;
    private final Language language;
    private final Set<QuestionId> yesOrNoQuestions;
    private final List<Column> columns;

    /** Texts of cells, since most rows have the same. */
    private final Map<String, String> texts = new HashMap<>();

    private RegistrationTable(Session session, SortedSet<QuestionId> answered) {
        this.document = session.document();
        this.retired = session.retiredQuestions();
        this.language = document.about().language();
        this.yesOrNoQuestions = document.questions().stream()
                .filter(question -> question.kind() == QuestionKind.YES_NO)
                .map(Question::id)
                .collect(Collectors.toSet());
        this.columns = columns(answered);
    }

    /** Returns the table of a list; every part of the list has the same columns. */
    public static RegistrationTable of(RegistrationPart part) {
        return new RegistrationTable(part.session(), part.answered());
    }

    /**
     * Returns a function from a registration to its cells, its position in the queue left empty: no more than its row
     * in the table of the whole list.
     */
    public static Function<Registration, Stream<String>> cells(Session session) {
        RegistrationTable asked = new RegistrationTable(session, Collections.emptySortedSet());
        Set<QuestionId> questions =
                session.document().questions().stream().map(Question::id).collect(Collectors.toSet());
        return registration -> Stream.concat(
                asked.row(new ListedRegistration(registration, OptionalInt.empty())).stream(),
                registration.answers().given().keySet().stream()
                        .filter(id -> !questions.contains(id))
                        .map(id -> asked.answer(registration, id)));
    }

    /** A column; its heading is looked up only where it is written. */
    private record Column(Supplier<String> heading, Function<ListedRegistration, String> cell) {}

    private List<Column> columns(SortedSet<QuestionId> answered) {
        List<Column> all = new ArrayList<>();
        all.add(column("state", one -> text("state." + one.state().word())));
        all.add(new Column(() -> text("column.position"), RegistrationTable::position));
        all.add(column("name", one -> one.person().name()));
        all.add(column("email", one -> one.person().email().value()));
        all.add(column("address-confirmed", one -> yesOrNo(one.proof().isGiven())));
        all.add(column("mail", one -> one.mailProblem().map(this::mail).orElse("")));
        all.add(column("organisation", one -> one.person().organisation().orElse("")));
        all.add(column("theme", one -> one.state().theme().map(this::title).orElse("")));
        questions(answered)
                .forEach((id, heading) ->
                        all.add(new Column(() -> heading, listed -> answer(listed.registration(), id))));
        all.add(column("present", one -> one.present().map(this::yesOrNo).orElse("")));
        all.add(column("language", one -> one.language().tag()));
        all.add(column("registered-at", one -> moment(one.signedUpAt())));
        all.add(column("late", one -> yesOrNo(ListedCancellation.isLate(one.state()))));
        all.add(cancellation("cancelled-at", cancelled -> moment(cancelled.at())));
        all.add(cancellation("cancelled-by", cancelled -> text("cancelled-by." + cancelled.by())));
        all.add(column("id", one -> one.id().value()));
        return List.copyOf(all);
    }

    private Column column(String key, Function<Registration, String> cell) {
        return new Column(() -> text("column." + key), listed -> cell.apply(listed.registration()));
    }

    private Column cancellation(String key, Function<ListedCancellation, String> cell) {
        return column(key, one -> ListedCancellation.of(one.state()).map(cell).orElse(""));
    }

    /** Returns the headings of all questions that are asked or answered. */
    private Map<QuestionId, String> questions(SortedSet<QuestionId> answered) {
        Map<QuestionId, String> questions = new LinkedHashMap<>();
        document.questions().forEach(question -> questions.put(question.id(), question.label()));
        answered.forEach(id -> questions.putIfAbsent(
                id, retired.keptUnder(id).map(RetiredQuestion::label).orElse(id.value())));
        return questions;
    }

    public List<String> headings() {
        return columns.stream().map(column -> column.heading().get()).toList();
    }

    /** Returns a person's cells, one for each heading; empty strings where there is no value. */
    public List<String> row(ListedRegistration listed) {
        return columns.stream().map(column -> column.cell().apply(listed)).toList();
    }

    /** Returns the cells of the row that says that more follows, and where; padded to the number of columns. */
    public List<String> more(String address) {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns.size(), ""));
        cells.set(0, text("more"));
        cells.set(1, address);
        return cells;
    }

    Language language() {
        return language;
    }

    /**
     * Returns a Content-Disposition header with the file's name (RFC 6266).
     *
     * @param extension without the full stop
     */
    public static String disposition(Session session, String extension) {
        String name = TEXTS.text(session.document().about().language(), "file");
        return "attachment; filename*=UTF-8''" + session.id().value() + "-" + name + "." + extension;
    }

    private static String position(ListedRegistration listed) {
        return listed.position().isPresent() ? String.valueOf(listed.position().getAsInt()) : "";
    }

    private String answer(Registration registration, QuestionId id) {
        boolean isYesOrNo = yesOrNoQuestions.contains(id);
        return registration.answers().valuesFor(id).stream()
                .map(value -> isYesOrNo ? yesOrNo(value.equals(Answers.YES)) : value)
                .collect(Collectors.joining("; "));
    }

    private String title(ThemeId id) {
        Optional<Theme> theme = document.theme(id);
        return theme.map(Theme::title).orElse(id.value());
    }

    private String mail(MailProblem problem) {
        return text("mail." + problem.kind().word());
    }

    private String yesOrNo(boolean yes) {
        return text(yes ? "yes" : "no");
    }

    private String moment(Instant moment) {
        ZoneId zone = document.when().zone();
        return Objects.requireNonNull(MOMENT.format(moment.atZone(zone)));
    }

    private String text(String key) {
        return texts.computeIfAbsent(key, absent -> TEXTS.text(language, absent));
    }
}
