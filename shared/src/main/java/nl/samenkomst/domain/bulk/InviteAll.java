package nl.samenkomst.domain.bulk;

import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Invite;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;

/** Invites the people on a list in turn, each in a transaction of their own; stops at the first who is refused. */
public final class InviteAll {

    private final Invite invite;

    public InviteAll(Invite invite) {
        this.invite = invite;
    }

    /** Invites everybody, or those before the first who is refused, who stay invited. */
    public InviteAllOutcome invite(SessionId session, List<SignUp> invitees, Actor actor) {
        List<ListedRegistration> invited = new ArrayList<>();
        for (SignUp invitee : invitees) {
            switch (invite.invite(session, invitee, actor)) {
                case ChangeOutcome.Added added -> invited.add(added.now());
                case ChangeOutcome.Changed changed -> invited.add(changed.now());
                case ChangeOutcome.Refused refused -> {
                    return new InviteAllOutcome.Stopped(refused);
                }
                case ChangeOutcome.Invalid invalid -> {
                    return new InviteAllOutcome.Stopped(invalid);
                }
                case ChangeOutcome.UnknownSession unknown -> {
                    return new InviteAllOutcome.Stopped(unknown);
                }
                case ChangeOutcome.UnknownRegistration unknown -> {
                    return new InviteAllOutcome.Stopped(unknown);
                }
            }
        }
        return new InviteAllOutcome.All(invited);
    }
}
