package nl.samenkomst.organiserpages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import nl.samenkomst.pages.PageStyles;
import nl.samenkomst.style.HouseStyle;

/** Renders each of the organiser's pages as a whole HTML document. */
public final class OrganiserPages {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PageStyles styles;

    public OrganiserPages(HouseStyle style) {
        this.styles = PageStyles.of(style, "/pages.css", "/organiser.css");
    }

    /** Returns the Content-Security-Policy for every page: only its own style sheet and embedded pictures. */
    public String contentSecurityPolicy() {
        return styles.policy();
    }

    public String render(OrganiserPage page) {
        StringOutput html = new StringOutput();
        templates.render("organiser/" + page.template() + ".jte", Map.of("page", page, "styles", styles), html);
        return html.toString();
    }
}
