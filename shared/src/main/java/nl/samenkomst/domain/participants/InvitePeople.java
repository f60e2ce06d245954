package nl.samenkomst.domain.participants;

import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Invite;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;

/** Invites the people on a list in turn, each in a transaction of their own, and tells who was invited already. */
public final class InvitePeople {

    private final Invite invite;

    public InvitePeople(Invite invite) {
        this.invite = invite;
    }

    /**
     * What became of a list.
     *
     * @param invited who was invited by this request, or is asked again
     * @param known who was invited or registered already
     * @param refused who was not invited, and why
     */
    public record Result(List<RegistrationId> invited, List<RegistrationId> known, List<Refused> refused) {

        public Result {
            invited = List.copyOf(invited);
            known = List.copyOf(known);
            refused = List.copyOf(refused);
        }
    }

    /** Somebody who was not invited. */
    public record Refused(SignUp invitee, ChangeOutcome.RefusalReason why) {}

    /** Invites everybody who can be. */
    public Result invite(SessionId session, List<SignUp> invitees, Actor actor) {
        List<RegistrationId> invited = new ArrayList<>();
        List<RegistrationId> known = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (SignUp invitee : invitees) {
            switch (invite.invite(session, invitee, actor)) {
                case ChangeOutcome.Added added ->
                    invited.add(added.now().registration().id());
                case ChangeOutcome.Changed changed ->
                    known.add(changed.now().registration().id());
                case ChangeOutcome.Refused no -> refused.add(new Refused(invitee, no.why()));
                case ChangeOutcome.Invalid _ ->
                    refused.add(new Refused(invitee, ChangeOutcome.RefusalReason.NOT_REGISTERED));
                case ChangeOutcome.UnknownRegistration _ ->
                    refused.add(new Refused(invitee, ChangeOutcome.RefusalReason.NOT_REGISTERED));
                case ChangeOutcome.UnknownSession _ ->
                    refused.add(new Refused(invitee, ChangeOutcome.RefusalReason.SESSION_CANCELLED));
            }
        }
        return new Result(invited, known, refused);
    }
}
