package nl.samenkomst.cancel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.erasure.EraseSeveral;
import nl.samenkomst.domain.erasure.ErasureForm;
import nl.samenkomst.domain.erasure.ErasureOutcome;
import nl.samenkomst.domain.erasure.RefusalForm;
import nl.samenkomst.domain.erasure.RefuseMail;
import nl.samenkomst.domain.erasure.RegisteredElsewhere;
import nl.samenkomst.domain.evaluation.AnswersForm;
import nl.samenkomst.domain.own.Amend;
import nl.samenkomst.domain.own.Amendment;
import nl.samenkomst.domain.own.AmendmentForm;
import nl.samenkomst.domain.own.Attend;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.CancelOutcome;
import nl.samenkomst.domain.own.ConfirmAddress;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.own.OwnSeries;
import nl.samenkomst.domain.own.RenewOwnLink;
import nl.samenkomst.domain.own.ResendOwnLink;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.Response;
import nl.samenkomst.letters.OwnCalendar;
import nl.samenkomst.pages.FormFields;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.pages.SignUpDraft;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.ReceivedAs;

/** The own page and its forms; every successful change redirects, so that reloading does not repeat it. */
final class OwnPages {

    private final Wiring wiring;
    private final OwnRegistrations registrations;
    private final OwnSeries ownSeries;
    private final Attend attend;
    private final Cancel cancel;
    private final ConfirmAddress confirmAddress;
    private final Amend amend;
    private final RenewOwnLink renewOwnLink;
    private final ResendOwnLink resendOwnLink;
    private final RegisteredElsewhere registeredElsewhere;
    private final EraseSeveral erase;
    private final RefuseMail refuseMail;
    private final OwnCalendar calendar;
    private final Pages pages;
    private final Responses answers;

    OwnPages(Wiring wiring, OwnRegistrations registrations) {
        this.wiring = wiring;
        this.registrations = registrations;
        this.ownSeries = wiring.ownSeries();
        this.attend = wiring.attend();
        this.cancel = wiring.cancel();
        this.confirmAddress = wiring.confirmAddress();
        this.amend = wiring.amend();
        this.renewOwnLink = wiring.renewOwnLink();
        this.resendOwnLink = wiring.resendOwnLink();
        this.registeredElsewhere = wiring.registeredElsewhere();
        this.erase = wiring.eraseSeveral();
        this.refuseMail = wiring.refuseMail();
        this.calendar = wiring.ownCalendar();
        this.pages = wiring.pages();
        this.answers = wiring.answers();
    }

    Response answer(OwnRequest asked) {
        return switch (asked.route()) {
            case "GET /sessions/{id}/registrations/{token}" ->
                registrations.with(
                        asked,
                        own -> asked.request()
                                .query(DeskUrls.ELSEWHERE)
                                .filter(DeskUrls.ALL::equals)
                                .map(all -> everywhere(own, Responses.namedLanguage(asked.request())))
                                .orElseGet(() -> page(own, Responses.namedLanguage(asked.request()))),
                        entry -> entryPage(asked, entry),
                        () -> mailRefused(asked));
            case "GET /sessions/{id}/registrations/{token}/meeting" -> meeting(asked);
            case "GET /sessions/{id}/registrations/{token}/calendar.ics" -> calendar(asked);
            case "GET /sessions/{id}/registrations/{token}/certificate" ->
                registrations.with(asked, own -> new CertificatePages(wiring).own(asked, own));
            case "POST /sessions/{id}/registrations/{token}/answers" ->
                withForm(asked, form -> giveAnswers(asked, form));
            case "POST /sessions/{id}/registrations/{token}/cancellation" ->
                answers.withButton(
                        asked.request(), form -> cancel(asked, Responses.namedLanguage(asked.request(), form)));
            case "POST /sessions/{id}/registrations/{token}/confirmation" ->
                answers.withButton(
                        asked.request(), form -> confirm(asked, Responses.namedLanguage(asked.request(), form)));
            case "POST /sessions/{id}/registrations/{token}/acceptance" -> withForm(asked, form -> attend(asked, form));
            case "POST /sessions/{id}/registrations/{token}/changes" -> withForm(asked, form -> amend(asked, form));
            case "POST /sessions/{id}/registrations/{token}/erasure" ->
                answers.withButton(asked.request(), form -> erase(asked, form));
            case "POST /sessions/{id}/registrations/{token}/renewal" ->
                answers.withButton(asked.request(), form -> renew(asked, form));
            case "POST /sessions/{id}/registrations/{token}/own-link" ->
                answers.withButton(asked.request(), form -> mailOwnLink(asked, form));
            case "POST /sessions/{id}/registrations/{token}/refusal" ->
                answers.withButton(asked.request(), form -> refuse(asked, form));
            default -> throw new IllegalArgumentException("no such route here: " + asked.route());
        };
    }

    /** Redirects to the meeting; if the person may not join (yet), returns the link's page, which says why or when. */
    private Response meeting(OwnRequest asked) {
        return registrations.with(
                asked,
                own -> meeting(own).orElseGet(() -> page(own, Responses.namedLanguage(asked.request()))),
                entry -> meeting(entry).orElseGet(() -> entryPage(asked, entry)));
    }

    private static Optional<Response> meeting(OwnRegistration own) {
        return own.meetingLink()
                .map(meeting -> Response.seeOther(meeting.toASCIIString()).personal());
    }

    /** Returns the page for whoever has the calendar's link: it names nobody. */
    private Response entryPage(OwnRequest asked, OwnRegistration entry) {
        Language language = language(entry, Responses.namedLanguage(asked.request()));
        return answers.page(200, pages.entry(entry, language), language).personal();
    }

    /**
     * Returns the person's own calendar entry, or its cancellation; redirects to the own page if they never had a
     * place. As an attachment: iOS takes a calendar that it opens by a link for a subscription.
     */
    private Response calendar(OwnRequest asked) {
        return registrations.with(
                asked,
                own -> calendar.entry(own)
                        .map(entry -> Response.text(
                                        200, "text/calendar; charset=utf-8; method=" + entry.method(), entry.text())
                                .with(
                                        "content-disposition",
                                        "attachment; filename=\""
                                                + own.session().id() + ".ics\""))
                        .orElseGet(() -> Response.seeOther(
                                DeskUrls.own(asked.session(), asked.link(), Responses.namedLanguage(asked.request()))))
                        .personal());
    }

    private Response withForm(OwnRequest asked, Function<Map<String, String>, Response> answer) {
        return answers.withForm(asked.request(), registrations.maxBody(asked), answer);
    }

    private Response attend(OwnRequest asked, Map<String, String> form) {
        return change(
                asked,
                form,
                yes -> Result.of(attend.attend(asked.session(), asked.link(), yes, SignUpForm.otherSessions(form))));
    }

    private Response amend(OwnRequest asked, Map<String, String> form) {
        return change(asked, form, change -> Result.of(amend.amend(asked.session(), asked.link(), change)));
    }

    /** Takes the answers to the questions for afterwards, unless the form only switches the language. */
    private Response giveAnswers(OwnRequest asked, Map<String, String> form) {
        return SignUpDraft.languageSwitch(form)
                .map(other -> pageWithForm(asked, SignUpDraft.unfinished(form), Optional.of(other)))
                .orElseGet(() -> changed(
                        asked,
                        form,
                        Result.of(wiring.giveAnswers().give(asked.session(), asked.link(), AnswersForm.parse(form)))));
    }

    /** Applies the change in the form, unless the form only switches the language. */
    private Response change(OwnRequest asked, Map<String, String> form, Function<Amendment, Result> change) {
        return SignUpDraft.languageSwitch(form)
                .map(other -> pageWithForm(asked, SignUpDraft.unfinished(form), Optional.of(other)))
                .orElseGet(() -> changed(asked, form, apply(form, change)));
    }

    private static Result apply(Map<String, String> form, Function<Amendment, Result> change) {
        return switch (AmendmentForm.parse(form)) {
            case Parsed.Invalid<Amendment> invalid -> new Result.Invalid(invalid.problems());
            case Parsed.Valid<Amendment> valid -> change.apply(valid.value());
        };
    }

    private Response changed(OwnRequest asked, Map<String, String> form, Result result) {
        Optional<Language> language = Responses.namedLanguage(asked.request(), form);
        return switch (result) {
            case Result.Done _ -> Response.seeOther(DeskUrls.own(asked.session(), asked.link(), language));
            case Result.Invalid invalid -> pageWithForm(asked, SignUpDraft.invalid(form, invalid.problems()), language);
            case Result.Refused refused -> pageWithForm(asked, SignUpDraft.refused(form, refused.why()), language);
            case Result.UnknownLink _ -> registrations.notOwn(asked);
        };
    }

    private Response cancel(OwnRequest asked, Optional<Language> language) {
        return switch (cancel.cancel(asked.session(), asked.link())) {
            case CancelOutcome.Cancelled _ -> Response.seeOther(DeskUrls.own(asked.session(), asked.link(), language));
            case CancelOutcome.NoticePeriodPassed _ -> refused(asked, Refusal.NOTICE_PERIOD_PASSED, language);
            case CancelOutcome.SessionStarted _ -> refused(asked, Refusal.SESSION_STARTED, language);
            case CancelOutcome.SessionCancelled _ -> refused(asked, Refusal.SESSION_CANCELLED, language);
            case CancelOutcome.UnknownLink _ -> registrations.notOwn(asked);
        };
    }

    private Response confirm(OwnRequest asked, Optional<Language> language) {
        return confirmAddress.confirm(asked.session(), asked.link())
                ? Response.seeOther(DeskUrls.own(asked.session(), asked.link(), language))
                : registrations.notOwn(asked);
    }

    /** Erases the registration if the checkbox is ticked: erasing cannot be undone (WCAG 2.2, 3.3.4). */
    private Response erase(OwnRequest asked, Map<String, String> form) {
        List<SessionId> also = ErasureForm.parse(form);
        if (!form.containsKey(FormFields.SURE)) {
            Map<String, String> ticked = Map.of(
                    ErasureForm.SESSIONS, also.stream().map(SessionId::value).collect(Collectors.joining("\n")));
            SignUpDraft unsure = SignUpDraft.invalid(ticked, List.of(new Problem(FormFields.SURE, Reason.REQUIRED)));
            return pageWithForm(asked, unsure, Responses.namedLanguage(asked.request(), form));
        }
        Language language = Responses.language(asked.request(), form);
        return switch (erase.erase(asked.session(), asked.link(), also)) {
            case ErasureOutcome.Erased erased ->
                Response.seeOther(
                        DeskUrls.received(asked.session(), ReceivedAs.ERASED, AlsoReceived.of(erased), language));
            case ErasureOutcome.UnknownLink _ -> registrations.notOwn(asked);
        };
    }

    /** Ends the link, and leads to a page without the new one: whoever saw the old link must not see it. */
    private Response renew(OwnRequest asked, Map<String, String> form) {
        Language language = Responses.language(asked.request(), form);
        return renewOwnLink.renew(asked.session(), asked.link())
                ? Response.seeOther(DeskUrls.received(asked.session(), ReceivedAs.RENEWAL, language))
                : registrations.notOwn(asked);
    }

    private Response mailOwnLink(OwnRequest asked, Map<String, String> form) {
        Language language = Responses.language(asked.request(), form);
        return resendOwnLink.resend(asked.session(), asked.link())
                ? Response.seeOther(DeskUrls.received(asked.session(), ReceivedAs.LINK, language))
                : registrations.notOwn(asked);
    }

    /**
     * Refuses all letters, or takes that back; both lead to the page behind the same link. Somebody who confirmed the
     * address must tick a box; a stranger, who cannot have confirmed it, needs none.
     */
    private Response refuse(OwnRequest asked, Map<String, String> form) {
        Optional<Language> language = Responses.namedLanguage(asked.request(), form);
        boolean isUndo = form.containsKey(RefusalForm.UNDO);
        if (isUndo || form.containsKey(FormFields.NO_MAIL)) {
            return refuse(asked, isUndo, language);
        }
        Problem unticked = new Problem(FormFields.NO_MAIL, Reason.REQUIRED);
        return registrations.with(
                asked,
                own -> own.registration().proof().isGiven()
                        ? pageWithForm(asked, SignUpDraft.invalid(Map.of(), List.of(unticked)), language)
                        : refuse(asked, false, language),
                entry -> registrations.notOwn(asked),
                // Pressed again.
                () -> refuse(asked, false, language));
    }

    private Response refuse(OwnRequest asked, boolean isUndo, Optional<Language> language) {
        boolean isDone = isUndo
                ? refuseMail.takeBack(asked.session(), asked.link())
                : refuseMail.refuse(asked.session(), asked.link());
        return isDone
                ? Response.seeOther(DeskUrls.own(asked.session(), asked.link(), language))
                : registrations.notOwn(asked);
    }

    /** Returns the page behind a link that refused all letters, or the refusal if the link is unknown. */
    private Response mailRefused(OwnRequest asked) {
        Language language = Responses.language(asked.request());
        return refuseMail
                .isInForce(asked.session(), asked.link())
                .map(isInForce -> answers.page(
                                200, pages.mailRefused(asked.session(), asked.link(), isInForce, language), language)
                        .personal())
                .orElseGet(() -> registrations.unknown(asked));
    }

    /** Returns the own page with everything that was typed and, unless only the language was switched, its problems. */
    private Response pageWithForm(OwnRequest asked, SignUpDraft draft, Optional<Language> named) {
        return registrations.with(asked, own -> {
            Language language = language(own, named);
            // What was ticked may be of any session, and stays ticked.
            boolean isEverywhere = !ErasureForm.parse(draft.typed()).isEmpty();
            List<SessionSnapshot> elsewhere =
                    isEverywhere ? registeredElsewhere.everywhere(own) : registeredElsewhere.inSeries(own);
            return answers.page(
                    draft.status(),
                    pages.ownNotChanged(own, ownSeries.others(own), elsewhere, isEverywhere, draft, language),
                    language);
        });
    }

    private Response everywhere(OwnRegistration own, Optional<Language> named) {
        Language language = language(own, named);
        return answers.page(
                        200,
                        pages.ownEverywhere(own, ownSeries.others(own), registeredElsewhere.everywhere(own), language),
                        language)
                .personal();
    }

    private Response refused(OwnRequest asked, Refusal why, Optional<Language> named) {
        return registrations.with(asked, own -> page(why.status(), own, Optional.of(why), named));
    }

    private Response page(OwnRegistration own, Optional<Language> named) {
        return page(200, own, Optional.empty(), named);
    }

    private Response page(int status, OwnRegistration own, Optional<Refusal> why, Optional<Language> named) {
        Language language = language(own, named);
        return answers.page(
                        status,
                        pages.own(own, ownSeries.others(own), registeredElsewhere.inSeries(own), why, language),
                        language)
                .personal();
    }

    /** Returns the language named, or else that of the person's letters: it is their choice, unlike the browser's. */
    private static Language language(OwnRegistration own, Optional<Language> named) {
        return named.orElseGet(() -> own.registration().language());
    }
}
