package nl.samenkomst.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.ListedRegistration;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Question;
import nl.samenkomst.domain.session.QuestionId;
import nl.samenkomst.domain.session.QuestionKind;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.domain.session.Theme;
import nl.samenkomst.domain.session.ThemeId;
import nl.samenkomst.texts.Texts;

/** The organiser's list for a spreadsheet, in the session's language: a line for each person, a column per question. */
public final class RegistrationsCsv {

    /** How programs are told what it is (RFC 4180 §3, RFC 7111). */
    public static final String TYPE = "text/csv; charset=utf-8; header=present";

    private static final Texts TEXTS = new Texts("lists");
    private static final List<String> FIXED = List.of("state", "position", "name", "email", "organisation", "theme");
    private static final List<String> LAST = List.of("present", "language", "registered-at", "id");

    /** As spreadsheets read moments. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final SessionDocument document;
    private final Language language;
    private final Map<QuestionId, String> questions = new LinkedHashMap<>();

    private RegistrationsCsv(SessionDocument document, List<ListedRegistration> list) {
        this.document = document;
        this.language = document.about().language();
        document.questions().forEach(question -> questions.put(question.id(), question.label()));
        // What was answered to a question that is no longer asked has a column by its id.
        list.forEach(one ->
                one.registration().answers().given().keySet().forEach(id -> questions.putIfAbsent(id, id.value())));
    }

    /** The whole file; its text is to be sent in UTF-8 as it is. */
    public static String of(Session session, List<ListedRegistration> list) {
        return new RegistrationsCsv(session.document(), list).write(list);
    }

    /** The file's name, as a header says it (RFC 6266). */
    public static String disposition(Session session) {
        String name = TEXTS.text(session.document().about().language(), "file");
        return "attachment; filename*=UTF-8''" + session.id().value() + "-" + name + ".csv";
    }

    private String write(List<ListedRegistration> list) {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>();
        FIXED.forEach(name -> header.add(text("column." + name)));
        header.addAll(questions.values());
        LAST.forEach(name -> header.add(text("column." + name)));
        lines.add(header);
        list.forEach(one -> lines.add(line(one)));
        return Csv.of(lines);
    }

    private List<String> line(ListedRegistration listed) {
        Registration registration = listed.registration();
        List<String> cells = new ArrayList<>();
        cells.add(text("state." + registration.standing().word()));
        cells.add(
                listed.position().isPresent() ? String.valueOf(listed.position().getAsInt()) : "");
        cells.add(registration.person().name());
        cells.add(registration.person().email().value());
        cells.add(registration.person().organisation().orElse(""));
        cells.add(registration.standing().theme().map(this::title).orElse(""));
        questions.keySet().forEach(question -> cells.add(answer(registration, question)));
        cells.add(registration.present().map(this::yesOrNo).orElse(""));
        cells.add(registration.language().tag());
        cells.add(moment(registration.signedUpAt()));
        cells.add(registration.id().value());
        return cells;
    }

    private String answer(Registration registration, QuestionId id) {
        boolean isYesOrNo = document.questions().stream()
                .filter(question -> question.id().equals(id))
                .map(Question::kind)
                .anyMatch(kind -> kind == QuestionKind.YES_NO);
        return registration.answers().to(id).stream()
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
