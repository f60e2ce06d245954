package nl.samenkomst.pages;

import nl.samenkomst.domain.Language;

/** What {@code accessibility.jte} shows: what we promise about who can use this, how we know, and where to complain. */
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
