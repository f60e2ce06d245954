package nl.samenkomst.letters;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders a letter's content as HTML. */
final class Html {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private Html() {}

    static String of(Content content, LetterStyles styles) {
        StringOutput out = new StringOutput();
        ENGINE.render("letters/letter.jte", Map.of("content", content, "styles", styles), out);
        return out.toString();
    }
}
