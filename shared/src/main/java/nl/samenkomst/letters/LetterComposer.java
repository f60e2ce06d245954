package nl.samenkomst.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;

/** The words of one letter: all that holds when it leaves, so that nobody needs an older letter beside it. */
final class LetterComposer {

    private final LetterRequest mail;
    private final LetterContext telling;

    LetterComposer(LetterRequest mail, Links links) {
        this.mail = mail;
        this.telling = new LetterContext(mail, links);
    }

    Content content() {
        SubjectAndHeadline first = new SubjectAndHeadline(telling);
        Optional<Action> button = Optional.of(new MainAction(telling).choose());
        boolean several = !mail.alongside().isEmpty();
        StatusParagraphs stands = new StatusParagraphs(telling);
        return new Content(
                telling.language(),
                first.subject(),
                telling.ours(first.headline()),
                telling.ours(telling.text(
                        "greeting",
                        "name",
                        BidiIsolation.theirs(mail.registration().person().name()))),
                several ? stands.openingOfSeveral() : stands.opening(),
                button,
                several ? List.of() : facts(button),
                several ? List.of() : materials(telling),
                several ? List.of() : aboutTheSession(),
                several ? sections(button) : List.of(),
                telling.text("closing"),
                telling.theirs(Sanitizer.line(telling.about().organiser())),
                telling.text(telling.standing().isInvitation() ? "why.invited" : "why", "desk", telling.text("desk")),
                Optional.of(new DetailRows(telling).contact()));
    }

    private List<DetailRow> facts(Optional<Action> button) {
        DetailRows facts = new DetailRows(telling);
        List<DetailRow> all = new ArrayList<>(List.of(facts.title()));
        all.addAll(facts.session());
        all.addAll(facts.practical(button));
        return all;
    }

    private List<Section> sections(Optional<Action> button) {
        return Stream.concat(Stream.of(telling), mail.alongside().stream().map(telling::of))
                .map(one -> section(one, button))
                .toList();
    }

    private static Section section(LetterContext telling, Optional<Action> button) {
        DetailRows facts = new DetailRows(telling);
        return new Section(
                telling.theirs(Sanitizer.line(telling.about().title())),
                new StatusParagraphs(telling).state(),
                Stream.concat(facts.session().stream(), facts.practical(button).stream())
                        .toList(),
                materials(telling));
    }

    /** Who has a place just now, or reads of a change, reads what it is about; all others know, or need it no longer. */
    private List<Paragraph> aboutTheSession() {
        String summary = Sanitizer.text(telling.about().summary());
        return switch (mail.kind()) {
            case INVITED, CONFIRMED, PROMOTED, SESSION_CHANGED ->
                Stream.of(summary.split("\n{2,}"))
                        .filter(paragraph -> !paragraph.isBlank())
                        .map(telling::theirs)
                        .toList();
            case REVOKED,
                    WAITING,
                    UNDER_REVIEW,
                    DECLINED,
                    CANCELLED,
                    SESSION_MOVED,
                    SESSION_CANCELLED,
                    CHOOSE_THEME,
                    REMINDER,
                    MATERIALS,
                    FOLLOW_UP,
                    OWN_LINK -> List.of();
        };
    }

    /** Whatever there is for them at this moment, in letters that everybody with a place gets for it. */
    private static List<MaterialLink> materials(LetterContext telling) {
        boolean lists = telling.mail().kind().listsMaterials()
                && telling.standing() instanceof RegistrationState.Confirmed
                && !telling.session().isCancelled();
        return lists
                ? telling.own().materials().stream()
                        .map(material -> reading(material, telling))
                        .toList()
                : List.of();
    }

    private static MaterialLink reading(Material material, LetterContext telling) {
        String title = Sanitizer.line(material.title());
        return new MaterialLink(
                material.version()
                        .map(version -> title + " (" + Sanitizer.line(version) + ")")
                        .orElse(title),
                telling.about().language(),
                material.url());
    }
}
