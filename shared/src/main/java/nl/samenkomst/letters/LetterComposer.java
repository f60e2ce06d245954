package nl.samenkomst.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.urls.DeskUrls;

/** Composes a letter from everything that is true when it is sent, so that nobody needs an older letter. */
final class LetterComposer {

    private final LetterRequest mail;
    private final LetterContext context;

    LetterComposer(LetterRequest mail, DeskUrls urls) {
        this.mail = mail;
        this.context = new LetterContext(mail, urls);
    }

    Content content() {
        SubjectAndHeadline first = new SubjectAndHeadline(context);
        Optional<Action> button = Optional.of(new MainAction(context).choose());
        boolean several = !mail.bundled().isEmpty();
        StatusParagraphs stands = new StatusParagraphs(context);
        return new Content(
                context.language(),
                first.subject(),
                context.paragraph(first.headline()),
                context.paragraph(mail.name()
                        .map(name -> context.text("greeting", "name", BidiIsolation.isolated(name)))
                        .orElseGet(() -> context.text("greeting.nobody"))),
                several ? stands.openingOfSeveral() : stands.opening(),
                button,
                several ? List.of() : facts(button),
                several ? List.of() : materials(context),
                several ? List.of() : aboutTheSession(),
                several ? sections(button) : List.of(),
                context.text("closing"),
                context.organiserParagraph(Sanitizer.line(context.about().organiser())),
                why() + " " + context.text("why.link"),
                Optional.of(new DetailRows(context).contact()),
                Optional.of(refusal()));
    }

    /** Returns the letter as its writer sees it first: without a person's links, and marked as a proof. */
    Content proof() {
        Content content = content();
        return new Content(
                content.language(),
                context.text("proof.subject", "subject", content.subject()),
                content.headline(),
                content.greeting(),
                content.opening(),
                Optional.empty(),
                new DetailRows(context).session(),
                List.of(),
                List.of(),
                List.of(),
                content.closing(),
                content.signature(),
                context.text("proof.why"),
                content.contact(),
                Optional.empty());
    }

    /** Returns how a stranger says that they did not sign up, or how the person themselves gets no more letters. */
    private FooterLink refusal() {
        return new FooterLink(
                mail.registration().proof().isGiven()
                        ? context.text("refusal.no-mail")
                        : context.text("refusal.not-me"),
                context.urls().absolute(DeskUrls.ownRefusal(mail.registration())));
    }

    private String why() {
        return context.text(
                context.state() instanceof RegistrationState.Invitation ? "why.invited" : "why",
                "desk",
                context.text("desk"));
    }

    private List<DetailRow> facts(Optional<Action> button) {
        DetailRows facts = new DetailRows(context);
        List<DetailRow> all = new ArrayList<>(List.of(facts.title()));
        all.addAll(facts.session());
        all.addAll(facts.personalActions(button));
        return all;
    }

    private List<Section> sections(Optional<Action> button) {
        return Stream.concat(Stream.of(context), mail.bundled().stream().map(context::forSession))
                .map(one -> section(one, button, !context.isConfirmed()))
                .toList();
    }

    /**
     * Returns what the letter says about one of its sessions.
     *
     * @param asksToConfirm whether the letter asks that of all, above its sections
     */
    private static Section section(LetterContext context, Optional<Action> button, boolean asksToConfirm) {
        DetailRows facts = new DetailRows(context);
        return new Section(
                context.organiserParagraph(Sanitizer.line(context.about().title())),
                new StatusParagraphs(context).stateOfOne(asksToConfirm),
                Stream.concat(facts.session().stream(), facts.personalActions(button).stream())
                        .toList(),
                materials(context));
    }

    private List<Paragraph> aboutTheSession() {
        if (!mail.kind().describesSession()) {
            return List.of();
        }
        return Stream.of(Sanitizer.text(context.about().summary()).split("\n{2,}"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(context::organiserParagraph)
                .toList();
    }

    /** Returns the materials that a person with a place may see now, if letters of this kind list them. */
    private static List<MaterialLink> materials(LetterContext context) {
        boolean lists = context.mail().kind().listsMaterials()
                && context.state() instanceof RegistrationState.Confirmed
                && !context.session().isCancelled();
        return lists
                ? context.own().materials().stream()
                        .map(material -> reading(material, context))
                        .toList()
                : List.of();
    }

    private static MaterialLink reading(Material material, LetterContext context) {
        String title = Sanitizer.line(material.title());
        return new MaterialLink(
                material.version()
                        .map(version -> title + " (" + Sanitizer.line(version) + ")")
                        .orElse(title),
                context.about().language(),
                material.url());
    }
}
