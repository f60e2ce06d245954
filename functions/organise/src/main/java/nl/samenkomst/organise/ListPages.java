package nl.samenkomst.organise;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.RegistrationsCsv;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.desk.RecordExport;
import nl.samenkomst.domain.desk.RecordExport.Format;
import nl.samenkomst.domain.organiser.ListRegistrations;
import nl.samenkomst.domain.organiser.RegistrationCursor;
import nl.samenkomst.domain.organiser.RegistrationPart;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.ListsPage;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.pages.ParticipantsPage;
import nl.samenkomst.pages.PrintCursor;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;
import nl.samenkomst.xlsx.RegistrationsXlsx;

/** The lists of registrations to take away. Who takes one is recorded before it is given. */
final class ListPages {

    private final OrganiserGate gate;
    private final Responses answers;
    private final Pages pages;
    private final ListRegistrations listRegistrations;
    private final RecordExport recordExport;
    private final PartLimit limit;
    private final URI baseUrl;

    ListPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.answers = wiring.answers();
        this.pages = wiring.pages();
        this.listRegistrations = wiring.organiser().listRegistrations();
        this.recordExport = wiring.organiser().recordExport();
        this.limit = wiring.partLimit();
        this.baseUrl = wiring.baseUrl();
    }

    Response show(OrganiserRequest request) {
        return gate.page(200, new ListsPage(request.snapshot().session(), request.viewer()));
    }

    Response csv(OrganiserRequest request) {
        return withPart(request, Format.CSV, RegistrationsCsv::weight, list -> {
            RegistrationsCsv.File file =
                    RegistrationsCsv.of(list, limit, cursor -> next(request, Format.CSV, cursor.written()));
            Response csv = Response.text(200, RegistrationsCsv.TYPE, file.text());
            return file(request, Format.CSV, csv, file.next());
        });
    }

    Response xlsx(OrganiserRequest request) {
        return withPart(request, Format.XLSX, RegistrationsXlsx::weight, list -> {
            RegistrationsXlsx.File file =
                    RegistrationsXlsx.of(list, limit, cursor -> next(request, Format.XLSX, cursor.written()));
            Response workbook = Response.base64(200, RegistrationsXlsx.TYPE, file.base64());
            return file(request, Format.XLSX, workbook, file.next());
        });
    }

    Response onPaper(OrganiserRequest request) {
        Optional<String> after = request.request().query(OrganiserUrls.AFTER);
        Optional<PrintCursor> cursor = after.flatMap(PrintCursor::parse);
        if (after.isPresent() && cursor.isEmpty()) {
            return gate.refused(request, Refusal.PAGE_UNKNOWN);
        }
        Session session = request.snapshot().session();
        ListRegistrations.ParticipantList people =
                listRegistrations.participants(session, ListRegistrations.Filter.ALL);
        return ParticipantsPage.of(
                        session,
                        people.participants(),
                        cursor,
                        limit,
                        request.viewer().language())
                .map(page -> {
                    record(request, Format.PAPER);
                    return answers.page(
                            200,
                            pages.participants(page, last -> next(request, Format.PAPER, last.written())),
                            page.language());
                })
                .orElseGet(() -> gate.refused(request, Refusal.LIST_CHANGED));
    }

    private Response withPart(
            OrganiserRequest request,
            Format format,
            Function<Session, ToLongFunction<Registration>> weight,
            Function<RegistrationPart, Response> file) {
        Optional<String> after = request.request().query(OrganiserUrls.AFTER);
        Optional<RegistrationCursor> cursor = after.flatMap(RegistrationCursor::parse);
        if (after.isPresent() && cursor.isEmpty()) {
            return gate.refused(request, Refusal.PAGE_UNKNOWN);
        }
        RegistrationPart part =
                listRegistrations.part(request.snapshot(), ListRegistrations.Filter.ALL, cursor, limit, weight);
        Response list = file.apply(part);
        record(request, format);
        return list;
    }

    /** Records that the list leaves; a HEAD request is not given it. */
    private void record(OrganiserRequest request, Format format) {
        if (request.request().method().equals("GET")) {
            recordExport.record(request.snapshot().session(), format, request.actor());
        }
    }

    /** Returns the file with its name, and the address of the next part if there is one. */
    private Response file(OrganiserRequest request, Format format, Response file, Optional<RegistrationCursor> next) {
        Session session = request.snapshot().session();
        LocalDate day = LocalDate.ofInstant(
                request.viewer().now(), session.document().when().zone());
        Response named = file.with(
                "content-disposition",
                "attachment; filename=\"" + session.id() + "-" + day + "." + format.extension() + "\"");
        return next.map(cursor -> named.with("link", "<" + next(request, format, cursor.written()) + ">; rel=\"next\""))
                .orElse(named);
    }

    /** Returns the whole address of a part, since people read it in a file; nothing in it needs percent-encoding. */
    private String next(OrganiserRequest request, Format format, String cursor) {
        String path = OrganiserUrls.path(request.session(), "list." + format.extension());
        return baseUrl + path + "?" + OrganiserUrls.AFTER + "=" + cursor;
    }
}
