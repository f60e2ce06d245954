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
import nl.samenkomst.domain.registration.SignUp;
import nl.samenkomst.domain.registration.SignUpForm;

/** Whom an organiser wants to invite. */
public final class InvitationFields {

    /** Each takes two calls to the table, and all are done before the organiser stops waiting. */
    public static final int MOST_AT_ONCE = 100;

    private static final String INVITATIONS = "invitations";

    private InvitationFields() {}

    /** Reads the list; the same address twice in it, like everything else that cannot be meant, is a problem. */
    public static Parsed<List<SignUp>> parse(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.refuseAllBut(Set.of(INVITATIONS));
        List<Fields> typed = fields.objects(INVITATIONS, MOST_AT_ONCE);
        if (typed.isEmpty() && fields.isSoundSoFar(INVITATIONS)) {
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
        return fields.problems().isEmpty() ? new Parsed.Right<>(invitees) : new Parsed.Wrong<>(fields.problems());
    }
}
