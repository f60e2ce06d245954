package nl.samenkomst.organise;

import nl.samenkomst.Wiring;
import nl.samenkomst.api.AnswersCsv;
import nl.samenkomst.api.RegistrationsCsv;
import nl.samenkomst.domain.desk.RecordExport;
import nl.samenkomst.domain.evaluation.EvaluationResults;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.AnswersPage;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;

/** What people answered once a session had ended. Who takes that away is recorded before it is given. */
final class AnswerPages {

    private final Wiring wiring;
    private final OrganiserGate gate;

    AnswerPages(Wiring wiring) {
        this.wiring = wiring;
        this.gate = wiring.signIn().gate();
    }

    Response show(OrganiserRequest request) {
        Session session = request.snapshot().session();
        return gate.page(200, new AnswersPage(session, results(session), request.viewer()));
    }

    Response csv(OrganiserRequest request) {
        Session session = request.snapshot().session();
        String csv = AnswersCsv.of(session, results(session), wiring.partLimit());
        if (request.request().method().equals("GET")) {
            wiring.organiser().recordExport().record(session, RecordExport.Format.ANSWERS, request.actor());
        }
        return Response.text(200, RegistrationsCsv.TYPE, csv)
                .with("content-disposition", AnswersCsv.disposition(session));
    }

    private EvaluationResults results(Session session) {
        return wiring.organiser().showAnswers().show(session);
    }
}
