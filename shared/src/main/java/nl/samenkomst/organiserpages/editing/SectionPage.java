package nl.samenkomst.organiserpages.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Rows;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionInput;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.pages.FormFields.SummaryLine;
import nl.samenkomst.texts.ProblemTexts;

/**
 * Model of {@code section.jte}: the form of one section of a session.
 *
 * @param typed the value of each input
 * @param problems with what was sent, by the names of inputs
 * @param basis what the form was made from
 * @param others the same section as somebody else saved or published it, beside which this one is shown; empty if there is
 *     no such
 */
public record SectionPage(
        Viewer viewer,
        DraftedSession drafted,
        Section section,
        Map<String, String> typed,
        List<Problem> problems,
        Basis basis,
        Optional<Map<String, String>> others,
        State state)
        implements EditingPage {

    /** What happened before the page was shown. */
    public enum State {
        ASKED,
        /** Something is wrong with what was sent. */
        WRONG,
        /** Somebody else changed the same section since the form was made. */
        CHANGED_MEANWHILE,
        /** All sections together would be too large. */
        TOO_LARGE
    }

    public SectionPage {
        typed = Map.copyOf(typed);
        problems = Problem.first(problems);
    }

    /**
     * What a form was made from, which it sends back.
     *
     * @param seen the fingerprint of the section, to notice that somebody else changes it
     * @param published the fingerprint of the published section
     * @param version of the draft
     */
    public record Basis(String seen, String published, String version) {

        public static Basis of(DraftedSession drafted, Section section) {
            return new Basis(
                    drafted.fingerprint(section),
                    SectionInput.fingerprint(drafted.publishedFields(section)),
                    drafted.version().toString());
        }
    }

    /** A row of the form, such as a theme. */
    public record Row(int number, String heading, String pointer, String id, String idValue, List<Input> inputs) {}

    /** A value that differs between this version and another one. */
    public record Difference(String label, String mine, String theirs) {}

    @Override
    public String template() {
        return "editing/section";
    }

    @Override
    public String heading() {
        return sectionName(section);
    }

    @Override
    public boolean hasProblems() {
        return state != State.ASKED;
    }

    /** Returns why nothing was saved; empty if the inputs themselves are what is wrong, or nothing was sent. */
    public Optional<String> refusal() {
        return switch (state) {
            case ASKED, WRONG -> Optional.empty();
            case CHANGED_MEANWHILE -> Optional.of(say("conflict.text"));
            case TOO_LARGE -> Optional.of(say("too-large"));
        };
    }

    public String summaryTitle() {
        return switch (state) {
            case ASKED, WRONG -> ProblemTexts.ofAll(problems, language());
            case CHANGED_MEANWHILE -> say("conflict.heading");
            case TOO_LARGE -> say("not-saved");
        };
    }

    /** Returns every problem, with a link to its input, or to the form if it is about no single one. */
    public List<SummaryLine> summary() {
        return problems.stream()
                .map(problem -> new SummaryLine(
                        "#" + (isInput(problem.pointer()) ? Input.idOf(problem.pointer()) : "form"),
                        Inputs.label(problem.pointer(), language()) + ": " + Inputs.sentence(problem, language())))
                .toList();
    }

    private boolean isInput(String name) {
        return typed.containsKey(name);
    }

    /** Returns whether it can be saved although something is wrong. */
    public boolean mayBeSavedAsIs() {
        return state == State.WRONG;
    }

    /** Returns a sentence about the section as a whole; empty if it has none. */
    public Optional<String> intro() {
        String key = "section." + section.word() + ".intro";
        return TEXTS.has(language(), key) ? Optional.of(say(key)) : Optional.empty();
    }

    public List<Input> inputs() {
        return all().of(section.fields());
    }

    public Optional<Rows> rows() {
        return section.rows();
    }

    /** Returns the rows as they are typed, those in which nothing is typed too. */
    public List<Row> rowsTyped() {
        List<Row> found = new ArrayList<>();
        section.rows().ifPresent(rows -> {
            for (int i = 0; hasRow(rows.at(i)); i++) {
                String pointer = rows.at(i);
                found.add(new Row(
                        i,
                        rowHeading(rows, i),
                        pointer,
                        pointer + "/id",
                        typed.getOrDefault(pointer + "/id", ""),
                        all().of(rows.fieldsOf(i))));
            }
        });
        return found;
    }

    private boolean hasRow(String pointer) {
        return typed.keySet().stream().anyMatch(name -> name.startsWith(pointer + "/"));
    }

    private String rowHeading(Rows rows, int row) {
        return say("row." + Inputs.nameOf(rows.pointer()), "number", row + 1);
    }

    /** Returns the words on the button that adds a row. */
    public String addWords() {
        return say("add." + Inputs.nameOf(section.rows().orElseThrow().pointer()));
    }

    /** Returns whether the rows have ids, which are kept out of sight. */
    public boolean hasIds() {
        return section == Section.THEMES || section == Section.QUESTIONS;
    }

    private Inputs all() {
        return new Inputs(typed, themes(), problems, language());
    }

    private Map<String, String> themes() {
        return titlesOfThemes(section == Section.THEMES ? typed : drafted.fieldsOf(Section.THEMES));
    }

    /** Returns the titles of the themes in these fields by their ids. */
    static Map<String, String> titlesOfThemes(Map<String, String> fields) {
        Map<String, String> themes = new LinkedHashMap<>();
        for (int i = 0; fields.containsKey("/themes/" + i + "/id"); i++) {
            String id = fields.getOrDefault("/themes/" + i + "/id", "");
            if (!id.isEmpty()) {
                themes.put(id, fields.getOrDefault("/themes/" + i + "/title", id));
            }
        }
        return themes;
    }

    /** Returns what differs from the version of somebody else. */
    public List<Difference> differences() {
        Map<String, String> theirs = others.orElse(typed);
        Set<String> names = new LinkedHashSet<>(theirs.keySet());
        names.addAll(typed.keySet());
        return names.stream()
                .filter(name -> !name.endsWith("/id"))
                .filter(name -> !theirs.getOrDefault(name, "").equals(typed.getOrDefault(name, "")))
                .sorted()
                .map(name -> new Difference(
                        Inputs.label(name, language()), typed.getOrDefault(name, ""), theirs.getOrDefault(name, "")))
                .toList();
    }

    /** Returns whether the section was published otherwise since its draft was begun. */
    public boolean isOvertaken() {
        return state == State.ASKED && others.isPresent();
    }
}
