package nl.samenkomst.organise;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.desk.RemindersForm;
import nl.samenkomst.domain.desk.ShowSessionProgress;
import nl.samenkomst.domain.desk.SkipLetter;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.editing.PublishDocument;
import nl.samenkomst.domain.organiser.PublishOutcome;
import nl.samenkomst.domain.organiser.ShowSession;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SkippableLetter;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.TimetablePage;
import nl.samenkomst.organiserpages.TimetablePage.Act;
import nl.samenkomst.organiserpages.TimetablePage.State;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;

/** The timetable of a session's letters, and what organisers change in it. */
final class TimetablePages {

    private final OrganiserGate gate;
    private final ShowSessionProgress progress;
    private final ShowSession showSession;
    private final PublishDocument publish;
    private final SkipLetter skipLetter;

    TimetablePages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.progress = wiring.organiser().showSessionProgress();
        this.showSession = wiring.organiser().showSession();
        this.publish = wiring.organiser().publishDocument();
        this.skipLetter = wiring.organiser().skipLetter();
    }

    Response show(OrganiserRequest request) {
        Session session = request.snapshot().session();
        return page(request, session, session, ownForm(request, session), State.SHOWN, act(request));
    }

    private static Optional<Act> act(OrganiserRequest request) {
        return request.request().query(OrganiserUrls.DONE).flatMap(Act::of);
    }

    private static RemindersForm ownForm(OrganiserRequest request, Session session) {
        return TimetablePage.formOf(session, request.viewer());
    }

    /** Shows what other reminders would change, or saves them. */
    Response change(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX_REASON)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> change(request, read.value());
        };
    }

    private Response change(OrganiserRequest request, Map<String, String> sent) {
        Session session = request.snapshot().session();
        RemindersForm form = RemindersForm.of(sent);
        if (session.isCancelled()) {
            return refused(request, session, form, State.CANCELLED);
        }
        if (form.hasProblems()) {
            return refused(request, session, form, State.WRONG);
        }
        SessionDocument changed = form.appliedTo(session.document());
        return sent.getOrDefault("act", "").equals("save")
                ? save(request, changed, revision(sent), form)
                : page(
                        request,
                        session,
                        session.changed(changed, request.viewer().now()),
                        form,
                        State.PREVIEWED,
                        Optional.empty());
    }

    private Response save(OrganiserRequest request, SessionDocument changed, Revision seen, RemindersForm form) {
        PublishDocument.Outcome outcome = publish.publish(
                request.session(),
                changed,
                Optional.of(seen),
                Optional.empty(),
                Announcement.IF_MOVED,
                request.actor());
        return switch (outcome) {
            case PublishDocument.Outcome.HasDraft _ -> refused(request, newest(request), form, State.HAS_DRAFT);
            case PublishDocument.Outcome.Answered answered -> answer(request, answered.outcome(), form);
        };
    }

    private Response answer(OrganiserRequest request, PublishOutcome outcome, RemindersForm form) {
        return switch (outcome) {
            case PublishOutcome.Published _ -> done(request, Act.SAVED);
            case PublishOutcome.Changed _ -> done(request, Act.SAVED);
            case PublishOutcome.Overtaken _ -> refused(request, newest(request), form, State.CHANGED);
            case PublishOutcome.AlreadyCancelled cancelled ->
                refused(request, cancelled.session(), form, State.CANCELLED);
            case PublishOutcome.Refused _ -> refused(request, request.snapshot().session(), form, State.NOT_KEPT);
        };
    }

    private Session newest(OrganiserRequest request) {
        return showSession
                .show(request.session())
                .map(found -> found.session())
                .orElseGet(() -> request.snapshot().session());
    }

    /** Returns the revision that the form was made from; the first one, so that a change is noticed, if it has none. */
    private static Revision revision(Map<String, String> sent) {
        return Revision.parse(sent.getOrDefault("revision", "")).orElse(Revision.FIRST);
    }

    /** Skips a letter, or takes that back. */
    Response skip(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX_REASON)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read ->
                SkippableLetter.of(read.value().getOrDefault("letter", ""))
                        .map(letter -> skip(
                                request,
                                letter,
                                !read.value().getOrDefault("skip", "").equals("no")))
                        .orElseGet(() -> notSkipped(request, request.snapshot().session(), State.NOT_PLANNED));
        };
    }

    private Response skip(OrganiserRequest request, SkippableLetter letter, boolean isSkipped) {
        return switch (skipLetter.skip(request.session(), letter, isSkipped, request.actor())) {
            case SkipLetter.Outcome.Done _ -> done(request, isSkipped ? Act.SKIPPED : Act.RESUMED);
            case SkipLetter.Outcome.TooLate late -> notSkipped(request, late.session(), State.TOO_LATE);
            case SkipLetter.Outcome.NotPlanned not -> notSkipped(request, not.session(), State.NOT_PLANNED);
            case SkipLetter.Outcome.UnknownSession _ -> gate.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    private Response notSkipped(OrganiserRequest request, Session session, State state) {
        return refused(request, session, ownForm(request, session), state);
    }

    private Response refused(OrganiserRequest request, Session session, RemindersForm form, State state) {
        return page(request, session, session, form, state, Optional.empty());
    }

    private static Response done(OrganiserRequest request, Act act) {
        OrganiserUrls links = request.viewer().links();
        return Response.seeOther(
                links.at(links.sessionPath(request.session(), "letters"), OrganiserUrls.DONE, act.word()));
    }

    private Response page(
            OrganiserRequest request,
            Session session,
            Session shown,
            RemindersForm form,
            State state,
            Optional<Act> act) {
        return gate.page(
                state.status(),
                new TimetablePage(request.viewer(), session, shown, progress.timetable(shown), form, state, act));
    }
}
