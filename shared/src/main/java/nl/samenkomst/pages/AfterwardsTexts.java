package nl.samenkomst.pages;

import nl.samenkomst.texts.Texts;

/** A page with sentences about what follows a session, such as questions and certificates. */
public sealed interface AfterwardsTexts extends Page permits OwnPage, CertificatePage {

    /** Returns a sentence about what follows a session; the catalogue is read at the first of them. */
    default String after(String key, Object... namesAndValues) {
        return Catalogue.TEXTS.text(language(), key, namesAndValues);
    }

    /** Holds the catalogue, which most own pages need nothing of. */
    final class Catalogue {

        private static final Texts TEXTS = new Texts("afterwards");

        private Catalogue() {}
    }
}
