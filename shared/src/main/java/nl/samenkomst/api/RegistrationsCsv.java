package nl.samenkomst.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.ResponseSize;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.RegistrationCursor;
import nl.samenkomst.domain.organiser.RegistrationPart;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** Writes the organiser's list as CSV in the session's language: a line per person, a column per question. */
public final class RegistrationsCsv {

    /** The media type, with a header line (RFC 4180 §3; RFC 7111 updates the registration). */
    public static final String TYPE = "text/csv; charset=utf-8; header=present";

    /** Bytes reserved for the URL of the next part. */
    private static final int ADDRESS_RESERVE = 500;

    /** Bytes of two quotes, each escaped in the JSON response, and a separator. */
    private static final int CELL_OVERHEAD = 5;

    private RegistrationsCsv() {}

    /**
     * A file with as much of the list as one response holds.
     *
     * @param next the registration after which the next file starts; empty if this file is the last
     */
    public record File(String text, Optional<RegistrationCursor> next) {}

    /**
     * Writes one part of the list, to be sent unchanged as UTF-8. Every part has the same columns. If more follows, the
     * last line says so and gives the URL of the next part.
     *
     * @param addressAfter returns the URL of the part that starts after a registration
     */
    public static File of(RegistrationPart part, PartLimit limit, Function<RegistrationCursor, String> addressAfter) {
        RegistrationTable table = RegistrationTable.of(part);
        Csv csv = Csv.in(table.language());
        StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK).append(csv.line(table.headings()));
        long bytes = ResponseSize.of(text) + ResponseSize.of(csv.line(table.more(""))) + ADDRESS_RESERVE;
        int lines = 0;
        for (ListedRegistration listed : part.registrations()) {
            String line = csv.line(table.row(listed));
            bytes += ResponseSize.of(line);
            if (limit.isExceededBy(lines, bytes)) {
                break;
            }
            text.append(line);
            lines++;
        }
        if (lines == part.registrations().size() && !part.isCut()) {
            return new File(text.toString(), Optional.empty());
        }
        RegistrationCursor last =
                RegistrationCursor.of(part.registrations().get(lines - 1).registration());
        List<String> more = table.more(addressAfter.apply(last));
        return new File(text.append(csv.line(more)).toString(), Optional.of(last));
    }

    /** Returns the minimum bytes of a registration's line: what {@link #of} adds by escaping is not counted. */
    public static ToLongFunction<Registration> weight(Session session) {
        Function<Registration, Stream<String>> cells = RegistrationTable.cells(session);
        return registration -> cells.apply(registration)
                .mapToLong(ResponseSize::of)
                .map(bytes -> bytes + CELL_OVERHEAD)
                .sum();
    }

    /** Returns the Content-Disposition header with the file's name. */
    public static String disposition(Session session) {
        return RegistrationTable.disposition(session, "csv");
    }
}
