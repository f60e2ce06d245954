package nl.samenkomst.domain.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Reason;
import org.jspecify.annotations.Nullable;

/** Reads and writes the questions in a session document. */
final class QuestionFields {

    private static final int MAX_QUESTIONS = 20;
    private static final int MAX_OPTIONS = 30;
    private static final Set<String> KNOWN = Set.of("id", "label", "kind", "options", "required", "theme", "when");
    private static final List<String> KINDS =
            Arrays.stream(QuestionKind.values()).map(QuestionKind::word).toList();

    private QuestionFields() {}

    static List<Question> parse(Fields document, List<Theme> themes) {
        List<Question> questions = new ArrayList<>();
        Set<QuestionId> taken = new HashSet<>();
        for (Fields fields : document.objects("questions", MAX_QUESTIONS)) {
            fields.allowOnly(KNOWN);
            Optional<QuestionId> id =
                    fields.id(SessionDocumentFields.MAX_NAME_LENGTH, QuestionId::parse, "vraag-1", taken);
            id.ifPresent(taken::add);
            String label = fields.requiredLine("label", SessionDocumentFields.MAX_TITLE_LENGTH);
            QuestionKind kind = QuestionKind.of(fields.oneOf("kind", KINDS)).orElseThrow();
            List<String> options = fields.lines("options", MAX_OPTIONS, SessionDocumentFields.MAX_TITLE_LENGTH);
            if (kind.isChosen() && options.size() < 2 && fields.isValidSoFar("options")) {
                fields.problem("options", Reason.REQUIRED);
            }
            if (!kind.isChosen() && !options.isEmpty()) {
                fields.problem("options", Reason.USELESS, "with", "kind: choice");
            }
            boolean required = fields.flag("required", false);
            Optional<ThemeId> theme = ThemeFields.reference(fields, themes);
            boolean afterwards =
                    fields.oneOf("when", List.of("before", "after")).equals("after");
            if (id.isPresent() && kind.isChosen() != options.isEmpty()) {
                questions.add(new Question(id.get(), label, kind, options, required, theme, afterwards));
            }
        }
        return questions;
    }

    static List<Map<String, @Nullable Object>> write(List<Question> questions) {
        return questions.stream().map(QuestionFields::write).toList();
    }

    private static Map<String, @Nullable Object> write(Question question) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", question.id().value());
        tree.put("label", question.label());
        tree.put("kind", question.kind().word());
        tree.put("options", question.options());
        tree.put("required", question.required());
        tree.put("theme", question.theme().map(ThemeId::value).orElse(null));
        tree.put("when", question.afterwards() ? "after" : "before");
        return tree;
    }
}
