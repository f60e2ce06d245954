package nl.samenkomst.organise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.editing.PublicationOutlook;
import nl.samenkomst.domain.editing.PublishDraft;
import nl.samenkomst.domain.editing.SampleLetter;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.http.Response;
import nl.samenkomst.letters.LetterPreview;
import nl.samenkomst.letters.LetterPreviews;
import nl.samenkomst.organiserpages.SessionDone;
import nl.samenkomst.organiserpages.editing.LetterPreviewPage;
import nl.samenkomst.organiserpages.editing.PublicationPage;
import nl.samenkomst.organiserpages.editing.PublicationPage.State;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.pages.PreviewLinks;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.urls.OrganiserUrls;

/** How a draft would look to participants, what publishing it does, and publishing it. */
final class PublicationPages {

    private static final String THEME = "theme.";

    private final OrganiserGate gate;
    private final Pages pages;
    private final LetterPreviews letters;
    private final PublishDraft publishDraft;

    PublicationPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.pages = wiring.pages();
        this.letters = wiring.organiser().letterPreviews();
        this.publishDraft = wiring.organiser().publishDraft();
    }

    Response ask(OrganiserRequest request) {
        return request.access().draft().isPresent()
                ? page(request, 200, request.access().drafted(), Map.of(), State.ASKED)
                : Response.seeOther(request.viewer()
                        .links()
                        .session(request.access().drafted().id(), "edit"));
    }

    Response publish(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX_REASON)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> publish(request, read.value());
        };
    }

    private Response publish(OrganiserRequest request, Map<String, String> sent) {
        DraftedSession drafted = request.access().drafted();
        if (sent.containsKey("look")) {
            return page(request, 200, drafted, sent, State.ASKED);
        }
        PublishDraft.Outcome outcome = publishDraft.publish(
                drafted.id(), confirmation(sent), request.access().organiser());
        return switch (outcome) {
            case PublishDraft.Outcome.Published published ->
                Response.seeOther(request.viewer()
                        .links()
                        .sessionDone(drafted.id(), done(published).word()));
            case PublishDraft.Outcome.ChangedMeanwhile _ -> page(request, 409, drafted, sent, State.CHANGED_MEANWHILE);
            case PublishDraft.Outcome.Invalid _ -> page(request, 400, drafted, sent, State.ASKED);
            case PublishDraft.Outcome.Gone _ -> page(request, 409, drafted, sent, State.GONE);
            case PublishDraft.Outcome.Cancelled _ -> page(request, 409, drafted, sent, State.CANCELLED);
            case PublishDraft.Outcome.OutOfScope _ -> page(request, 403, drafted, sent, State.OUT_OF_SCOPE);
        };
    }

    private static SessionDone done(PublishDraft.Outcome.Published published) {
        if (published.unmoved() > 0) {
            return SessionDone.CHANGED_UNMOVED;
        }
        return published.session().revision().equals(Revision.FIRST) ? SessionDone.PUBLISHED : SessionDone.CHANGED;
    }

    /** Returns where the organiser sends people who chose a theme that goes. */
    private static Map<ThemeId, ThemeId> themes(Map<String, String> sent) {
        Map<ThemeId, ThemeId> themes = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith(THEME)) {
                ThemeId.parse(name.substring(THEME.length()))
                        .ifPresent(from -> ThemeId.parse(value).ifPresent(to -> themes.put(from, to)));
            }
        });
        return themes;
    }

    private static PublishDraft.Confirmation confirmation(Map<String, String> sent) {
        return new PublishDraft.Confirmation(
                Revision.parse(sent.getOrDefault("revision", "")),
                EditPages.version(sent),
                Optional.ofNullable(sent.get("seen")),
                PublicationPage.announcement(sent.getOrDefault("tell", "")),
                themes(sent));
    }

    private Response page(
            OrganiserRequest request, int status, DraftedSession drafted, Map<String, String> sent, State state) {
        Optional<Parsed<PublicationOutlook>> outlook = drafted.draft()
                .map(_ -> publishDraft.outlook(drafted, request.access().session(), themes(sent)));
        return gate.page(
                status,
                new PublicationPage(
                        request.viewer(),
                        drafted,
                        outlook.flatMap(PublicationPages::valid),
                        outlook.map(PublicationPages::problems).orElse(List.of()),
                        state,
                        PublicationPage.announcement(sent.getOrDefault("tell", "")),
                        themes(sent)));
    }

    private static Optional<PublicationOutlook> valid(Parsed<PublicationOutlook> outlook) {
        return outlook instanceof Parsed.Valid<PublicationOutlook> valid
                ? Optional.of(valid.value())
                : Optional.empty();
    }

    private static List<Problem> problems(Parsed<PublicationOutlook> outlook) {
        return outlook instanceof Parsed.Invalid<PublicationOutlook> invalid ? invalid.problems() : List.of();
    }

    Response preview(OrganiserRequest request) {
        return withSession(request, snapshot -> {
            Language language = request.viewer().language();
            OrganiserUrls links = request.viewer().links();
            PreviewLinks preview = new PreviewLinks(
                    OrganiserUrls.path(snapshot.session().id(), "preview"),
                    links.session(snapshot.session().id(), "edit"));
            return Response.page(
                    200,
                    pages.preview(snapshot, preview, language, request.viewer().now()),
                    pages.contentSecurityPolicy(),
                    language.tag());
        });
    }

    Response previewLetters(OrganiserRequest request) {
        return withSession(request, snapshot -> {
            LetterKind kind =
                    request.request().query("kind").flatMap(LetterKind::of).orElse(LetterKind.CONFIRMED);
            List<LetterPreview> written = Stream.of(Language.values())
                    .map(language -> letters.of(SampleLetter.of(
                            kind, snapshot, language, request.viewer().now())))
                    .toList();
            return gate.page(
                    200,
                    new LetterPreviewPage(request.viewer(), request.access().drafted(), kind, written));
        });
    }

    /** Shows the session as it would be published now, or else what is wrong with the draft. */
    private Response withSession(OrganiserRequest request, Function<SessionSnapshot, Response> page) {
        DraftedSession drafted = request.access().drafted();
        return switch (drafted.document()) {
            case Parsed.Invalid<SessionDocument> _ -> page(request, 409, drafted, Map.of(), State.ASKED);
            case Parsed.Valid<SessionDocument> valid -> page.apply(asPublished(request, drafted, valid.value()));
        };
    }

    private static SessionSnapshot asPublished(
            OrganiserRequest request, DraftedSession drafted, SessionDocument document) {
        return request.access()
                .session()
                .map(known -> new SessionSnapshot(
                        known.session().changed(document, request.viewer().now()),
                        known.places().withRulesOf(document)))
                .orElseGet(() -> new SessionSnapshot(
                        Session.published(
                                drafted.id(), document, request.viewer().now()),
                        Places.allFree(document)));
    }
}
