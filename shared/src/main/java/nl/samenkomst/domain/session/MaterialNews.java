package nl.samenkomst.domain.session;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;

/**
 * A version of a material to announce by letter, and the session revision that added it. A change of the material's
 * title or of its {@code tell} flag does not make a new version.
 */
public record MaterialNews(
        URI url, Optional<ThemeId> theme, Optional<String> version, boolean afterwards, Revision revision) {

    /** Returns the news in a document; entries known from the previous revision keep their revision. */
    static List<MaterialNews> in(SessionDocument document, List<MaterialNews> known, Revision revision) {
        List<MaterialNews> news = new ArrayList<>();
        for (Material material : document.materials()) {
            Optional<MaterialNews> before =
                    known.stream().filter(one -> one.isOf(material)).findFirst();
            if (before.isPresent() || material.tell()) {
                news.add(before.orElseGet(() -> new MaterialNews(
                        material.url(), material.theme(), material.version(), material.afterwards(), revision)));
            }
        }
        return news.stream().distinct().toList();
    }

    boolean isOf(Material material) {
        return material.url().equals(url)
                && material.theme().equals(theme)
                && material.version().equals(version)
                && material.afterwards() == afterwards;
    }
}
