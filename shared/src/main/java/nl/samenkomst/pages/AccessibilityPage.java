package nl.samenkomst.pages;

import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.urls.DeskUrls;

/** Model of {@code accessibility.jte}: the accessibility statement, how it was tested, and where to complain. */
public record AccessibilityPage(Language language) implements Page {

    @Override
    public String title() {
        return say("accessibility.title");
    }

    @Override
    public Optional<String> description() {
        return Optional.of(say("accessibility.lead"));
    }

    @Override
    public String in(Language other) {
        return DeskUrls.accessibility(other);
    }
}
