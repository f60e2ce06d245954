package nl.samenkomst.pages;

import nl.samenkomst.domain.Language;

/** Model of {@code accessibility.jte}: the accessibility statement, how it was tested, and where to complain. */
public record AccessibilityPage(Language language) implements Page {

    @Override
    public String title() {
        return say("accessibility.title");
    }

    @Override
    public String in(Language other) {
        return Addresses.accessibility(other);
    }
}
