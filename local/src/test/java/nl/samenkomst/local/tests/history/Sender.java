package nl.samenkomst.local.tests.history;

import java.time.Clock;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.SeriesOfSession;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.PromoteWaitlist;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.figures.KeepTally;
import nl.samenkomst.domain.figures.Tallies;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.PropagateSessionChange;
import nl.samenkomst.domain.sending.RateLimiter;
import nl.samenkomst.domain.sending.RemindOrganiser;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.sending.WorkQueue;

/** Makes the sender of one process in a history. */
final class Sender {

    private Sender() {}

    /** Returns a sender without a limit to its rate; letters to organisers vanish. */
    static SendReminders of(
            AgendaIndex index,
            Tallies tallies,
            Sessions sessions,
            Registrations registrations,
            Mailboxes mailboxes,
            Messages messages,
            WorkQueue workQueue,
            Mailer mailer,
            Clock clock,
            Retrier retrier) {
        PromoteWaitlist promote = new PromoteWaitlist(sessions, registrations, clock, retrier);
        RateLimiter rateLimiter = new RateLimiter(1_000_000, clock, duration -> {});
        return new SendReminders(
                registrations,
                mailboxes,
                messages,
                sessions,
                workQueue,
                new PropagateSessionChange(
                        registrations,
                        messages,
                        workQueue,
                        promote,
                        new KeepTally(tallies, registrations, clock),
                        clock,
                        retrier),
                new RemindOrganiser(
                        sessions,
                        registrations,
                        workQueue,
                        review -> new Delivery.Taken("message"),
                        clock,
                        rateLimiter,
                        retrier),
                new SeriesOfSession(sessions, index),
                mailer,
                clock,
                rateLimiter,
                retrier);
    }
}
