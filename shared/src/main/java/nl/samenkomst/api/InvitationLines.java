package nl.samenkomst.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpForm;

/**
 * The people to invite, read from lines that an organiser pasted: {@code Name <address>}, an address alone, or a name and
 * an address, and perhaps an organisation, with tabs, semicolons or commas between them, as in a sheet; with or without a
 * row of headings.
 *
 * @param good whom to invite, in the order typed; each address once
 * @param wrong the lines that cannot be read, at most {@value Problem#MAX_PER_RESPONSE}
 * @param size how many lines are about people; beyond {@link #MAX_AT_ONCE}, of which nobody is invited, one more is read
 */
public record InvitationLines(List<SignUp> good, List<Wrong> wrong, int size) {

    /** The most people that one request invites: each takes two calls to the table. */
    public static final int MAX_AT_ONCE = InvitationFields.MAX_AT_ONCE;

    private static final Pattern ANGLE = Pattern.compile("\\s*\"?([^<\"]*)\"?\\s*<([^<>]*)>\\s*[,;]?\\s*");

    public InvitationLines {
        good = List.copyOf(good);
        wrong = List.copyOf(wrong);
    }

    /**
     * A line that cannot be read.
     *
     * @param number counted from 1
     */
    public record Wrong(int number, List<Problem> problems) {

        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** Parses any text; skips empty lines, and a first line without an address if others have one. */
    public static InvitationLines parse(String text) {
        List<SignUp> good = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        List<String> lines = text.lines().toList();
        boolean mayBeHeadings = true;
        int size = 0;
        for (int i = 0; i < lines.size() && size <= MAX_AT_ONCE; i++) {
            String line = lines.get(i).replace("\uFEFF", "");
            if (line.isBlank()) {
                continue;
            }
            boolean isHeadings = mayBeHeadings
                    && !line.contains("@")
                    && lines.stream().skip(i).anyMatch(InvitationLines::hasAddress);
            mayBeHeadings = false;
            if (isHeadings) {
                continue;
            }
            size++;
            Fields fields = Fields.of(fields(line));
            Optional<SignUp> invitee = SignUpForm.parseInvitee(fields);
            boolean isNew = invitee.map(known -> known.person().email())
                    .map(EmailAddress::normalised)
                    .map(addresses::add)
                    .orElse(true);
            if (!isNew) {
                fields.problem("email", Reason.DUPLICATE);
            }
            if (fields.problems().isEmpty()) {
                invitee.ifPresent(good::add);
            } else if (wrong.size() < Problem.MAX_PER_RESPONSE) {
                wrong.add(new Wrong(i + 1, fields.problems()));
            }
        }
        return new InvitationLines(good, wrong, size);
    }

    private static boolean hasAddress(String line) {
        return line.contains("@");
    }

    private static Map<String, String> fields(String line) {
        Matcher angle = ANGLE.matcher(line);
        if (angle.matches()) {
            return fields(angle.group(1).strip(), angle.group(2).strip(), "");
        }
        String separator =
                Stream.of("\t", ";", ",").filter(line::contains).findFirst().orElse("\t");
        List<String> cells = Stream.of(line.split(separator, -1))
                .map(InvitationLines::unquoted)
                .filter(cell -> !cell.isEmpty())
                .toList();
        int address = IntStream.range(0, cells.size())
                .filter(cell -> hasAddress(cells.get(cell)))
                .findFirst()
                .orElse(cells.size());
        List<String> before = cells.subList(0, address);
        List<String> after = cells.subList(Math.min(address + 1, cells.size()), cells.size());
        // Sheets have the name before the address and the organisation after it, or both after it.
        List<String> name = before.isEmpty() ? after.subList(0, Math.min(1, after.size())) : before;
        List<String> organisation = before.isEmpty() ? after.subList(name.size(), after.size()) : after;
        return fields(
                String.join(" ", name),
                address < cells.size() ? cells.get(address) : "",
                String.join(" ", organisation));
    }

    private static String unquoted(String cell) {
        String stripped = cell.strip();
        boolean isQuoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return isQuoted
                ? stripped.substring(1, stripped.length() - 1)
                        .replace("\"\"", "\"")
                        .strip()
                : stripped;
    }

    /** An address alone stands for its owner's name, up to the at sign. */
    private static Map<String, String> fields(String name, String address, String organisation) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = address.indexOf('@');
        fields.put("name", name.isEmpty() && at > 0 ? address.substring(0, at) : name);
        fields.put("email", address);
        fields.put("organisation", organisation);
        return fields;
    }
}
