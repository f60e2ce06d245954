package nl.samenkomst.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpForm;

/** Parses the list of people an organiser wants to invite. */
public final class InvitationFields {

    /** Keeps a request short: each invitation takes two calls to the table, all within one HTTP request. */
    public static final int MAX_AT_ONCE = 100;

    private static final String INVITATIONS = "invitations";

    private InvitationFields() {}

    /** Parses 1 to {@value #MAX_AT_ONCE} invitees; a duplicate normalised address or unknown field is a problem. */
    public static Parsed<List<SignUp>> parse(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(INVITATIONS));
        List<Fields> typed = fields.objects(INVITATIONS, MAX_AT_ONCE);
        if (typed.isEmpty() && fields.isValidSoFar(INVITATIONS)) {
            fields.problem(INVITATIONS, Reason.REQUIRED);
        }
        List<SignUp> invitees = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        for (Fields one : typed) {
            Optional<SignUp> invitee = SignUpForm.parseInvitee(one);
            boolean isNew = invitee.map(known -> known.person().email())
                    .map(EmailAddress::normalised)
                    .map(addresses::add)
                    .orElse(true);
            if (!isNew) {
                one.problem("email", Reason.DUPLICATE);
            }
            invitee.ifPresent(invitees::add);
        }
        return fields.problems().isEmpty() ? new Parsed.Valid<>(invitees) : new Parsed.Invalid<>(fields.problems());
    }
}
