package nl.samenkomst;

import java.util.Objects;
import nl.samenkomst.domain.bulk.CancelUnconfirmed;
import nl.samenkomst.domain.bulk.InviteAll;
import nl.samenkomst.domain.colleagues.ChangeColleague;
import nl.samenkomst.domain.colleagues.EndColleague;
import nl.samenkomst.domain.colleagues.InviteColleague;
import nl.samenkomst.domain.colleagues.ResetFactor;
import nl.samenkomst.domain.colleagues.ShowColleagues;
import nl.samenkomst.domain.colleagues.ShowDeskHistory;
import nl.samenkomst.domain.desk.RecordExport;
import nl.samenkomst.domain.desk.ShowHistory;
import nl.samenkomst.domain.desk.ShowSessionProgress;
import nl.samenkomst.domain.desk.SkipLetter;
import nl.samenkomst.domain.door.AddWalkIn;
import nl.samenkomst.domain.editing.CarryChanges;
import nl.samenkomst.domain.editing.CopySession;
import nl.samenkomst.domain.editing.DiscardDraft;
import nl.samenkomst.domain.editing.FollowingSessions;
import nl.samenkomst.domain.editing.PublishDocument;
import nl.samenkomst.domain.editing.PublishDraft;
import nl.samenkomst.domain.editing.PublishTogether;
import nl.samenkomst.domain.editing.SaveSection;
import nl.samenkomst.domain.editing.StartSession;
import nl.samenkomst.domain.editing.TakeBack;
import nl.samenkomst.domain.erasure.EraseOnRequest;
import nl.samenkomst.domain.evaluation.ShowAnswers;
import nl.samenkomst.domain.figures.ShowFigures;
import nl.samenkomst.domain.organiser.AddRegistration;
import nl.samenkomst.domain.organiser.CancelRegistration;
import nl.samenkomst.domain.organiser.CancelSession;
import nl.samenkomst.domain.organiser.Correct;
import nl.samenkomst.domain.organiser.Decide;
import nl.samenkomst.domain.organiser.Invite;
import nl.samenkomst.domain.organiser.ListRegistrations;
import nl.samenkomst.domain.organiser.MarkPresence;
import nl.samenkomst.domain.organiser.MoveUp;
import nl.samenkomst.domain.organiser.PublishAndPromote;
import nl.samenkomst.domain.organiser.PublishSession;
import nl.samenkomst.domain.organiser.SendOwnLink;
import nl.samenkomst.domain.organiser.ShowChanges;
import nl.samenkomst.domain.organiser.ShowSession;
import nl.samenkomst.domain.organiser.WithdrawDecision;
import nl.samenkomst.domain.participants.DecideMany;
import nl.samenkomst.domain.participants.InvitePeople;
import nl.samenkomst.domain.participants.ListParticipants;
import nl.samenkomst.domain.participants.NameColleagues;
import nl.samenkomst.domain.participants.ShowParticipant;
import nl.samenkomst.domain.writing.SendMessage;
import nl.samenkomst.domain.writing.ShowMessages;
import nl.samenkomst.letters.LetterPreviews;

/** Wires what organisers do with sessions, participants and colleagues. */
public final class OrganiserWiring {

    private final Wiring wiring;

    OrganiserWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * Checks the setting that says whose addresses are confirmed.
     *
     * @throws IllegalStateException if it is absent or cannot be read
     */
    public void requireConfirmAddress() {
        Objects.requireNonNull(wiring.settings().confirmAddress());
    }

    public ShowSession showSession() {
        return new ShowSession(wiring.sessions());
    }

    public PublishSession publishSession() {
        return new PublishSession(wiring.sessions(), wiring.clock(), wiring.retrier());
    }

    public PublishAndPromote publishAndPromote() {
        return new PublishAndPromote(publishSession(), wiring.promote());
    }

    public CancelSession cancelSession() {
        return new CancelSession(wiring.sessions(), wiring.clock(), wiring.retrier());
    }

    public StartSession startSession() {
        return new StartSession(wiring.sessions(), wiring.drafts(), wiring.clock(), wiring.retrier());
    }

    public CopySession copySession() {
        return new CopySession(startSession());
    }

    public SaveSection saveSection() {
        return new SaveSection(wiring.sessions(), wiring.drafts(), wiring.clock(), wiring.retrier());
    }

    public DiscardDraft discardDraft() {
        return new DiscardDraft(wiring.drafts(), wiring.retrier());
    }

    public PublishDocument publishDocument() {
        return new PublishDocument(wiring.drafts(), wiring.drafts(), publishAndPromote());
    }

    public PublishDraft publishDraft() {
        return new PublishDraft(
                wiring.sessions(),
                wiring.registrations(),
                wiring.drafts(),
                wiring.drafts(),
                publishAndPromote(),
                correct(),
                wiring.clock());
    }

    public FollowingSessions followingSessions() {
        return new FollowingSessions(wiring.sessions(), wiring.agendaIndex(), wiring.drafts(), wiring.clock());
    }

    public CarryChanges carryChanges() {
        return new CarryChanges(saveSection());
    }

    public PublishTogether publishTogether() {
        return new PublishTogether(publishDraft(), wiring.clock());
    }

    public TakeBack takeBack() {
        return new TakeBack(
                wiring.sessions(),
                wiring.registrations(),
                wiring.drafts(),
                wiring.drafts(),
                wiring.clock(),
                wiring.retrier());
    }

    public ShowSessionProgress showSessionProgress() {
        return new ShowSessionProgress(wiring.registrations(), wiring.clock());
    }

    public ShowFigures showFigures() {
        return new ShowFigures(wiring.tallies(), wiring.registrations(), wiring.clock());
    }

    public SkipLetter skipLetter() {
        return new SkipLetter(wiring.sessions(), wiring.clock(), wiring.retrier());
    }

    public ShowChanges showChanges() {
        return new ShowChanges(wiring.sessions(), wiring.registrations(), wiring.clock());
    }

    public ShowHistory showHistory() {
        return new ShowHistory(showChanges());
    }

    public ListRegistrations listRegistrations() {
        return new ListRegistrations(wiring.sessions(), wiring.registrations(), wiring.clock());
    }

    public ListParticipants listParticipants() {
        return new ListParticipants(wiring.sessions(), wiring.registrations(), wiring.clock());
    }

    public ShowParticipant showParticipant() {
        return new ShowParticipant(wiring.sessions(), wiring.registrations(), wiring.organisers(), wiring.clock());
    }

    public RecordExport recordExport() {
        return new RecordExport(wiring.sessions(), wiring.clock(), wiring.retrier());
    }

    public ShowAnswers showAnswers() {
        return new ShowAnswers(wiring.registrations(), wiring.evaluations(), wiring.clock());
    }

    public Decide decide() {
        return new Decide(wiring.registrations(), wiring.clock(), wiring.retrier());
    }

    public DecideMany decideMany() {
        return new DecideMany(decide(), wiring.sessions(), nameColleagues(), wiring.clock());
    }

    public WithdrawDecision withdrawDecision() {
        return new WithdrawDecision(wiring.sessions(), wiring.registrations(), wiring.clock(), wiring.retrier());
    }

    /** Returns the letters as an organiser sees them before they are sent. */
    public LetterPreviews letterPreviews() {
        return new LetterPreviews(wiring.settings().baseUrl());
    }

    public Invite invite() {
        return new Invite(wiring.registrations(), wiring.clock(), wiring.random(), wiring.retrier());
    }

    public InviteAll inviteAll() {
        return new InviteAll(invite());
    }

    public InvitePeople invitePeople() {
        return new InvitePeople(invite());
    }

    public AddRegistration addRegistration() {
        return new AddRegistration(wiring.registrations(), wiring.clock(), wiring.random(), wiring.retrier());
    }

    public AddWalkIn addWalkIn() {
        return new AddWalkIn(wiring.registrations(), wiring.clock(), wiring.random(), wiring.retrier());
    }

    public Correct correct() {
        return new Correct(
                wiring.registrations(),
                wiring.settings().confirmAddress(),
                wiring.clock(),
                wiring.random(),
                wiring.retrier());
    }

    public MoveUp moveUp() {
        return new MoveUp(wiring.registrations(), wiring.clock(), wiring.retrier());
    }

    public SendOwnLink sendOwnLink() {
        return new SendOwnLink(wiring.registrations(), wiring.clock(), wiring.random(), wiring.retrier());
    }

    public MarkPresence markPresence() {
        return new MarkPresence(wiring.registrations(), wiring.clock(), wiring.retrier());
    }

    public CancelRegistration cancelRegistration() {
        return new CancelRegistration(wiring.registrations(), wiring.clock(), wiring.retrier());
    }

    public CancelUnconfirmed cancelUnconfirmed() {
        return new CancelUnconfirmed(
                wiring.sessions(), wiring.registrations(), wiring.clock(), wiring.retrierOfOneOfMany());
    }

    public EraseOnRequest eraseOnRequest() {
        return new EraseOnRequest(wiring.registrations(), wiring.clock(), wiring.retrier());
    }

    public SendMessage sendMessage() {
        return new SendMessage(
                wiring.sessions(), wiring.registrations(), wiring.messages(), wiring.clock(), wiring.retrier());
    }

    public ShowMessages showMessages() {
        return new ShowMessages(wiring.registrations(), wiring.messages(), wiring.clock());
    }

    public ShowColleagues showColleagues() {
        return new ShowColleagues(wiring.organisers(), wiring.clock());
    }

    public InviteColleague inviteColleague() {
        return new InviteColleague(
                wiring.organisers(), wiring.sessions(), wiring.clock(), wiring.random(), wiring.retrier());
    }

    public ChangeColleague changeColleague() {
        return new ChangeColleague(wiring.organisers(), wiring.sessions(), wiring.clock(), wiring.retrier());
    }

    public EndColleague endColleague() {
        return new EndColleague(wiring.organisers(), wiring.clock(), wiring.retrier());
    }

    public ResetFactor resetFactor() {
        return new ResetFactor(wiring.organisers(), wiring.clock(), wiring.retrier());
    }

    public ShowDeskHistory showDeskHistory() {
        return new ShowDeskHistory(wiring.organisers(), wiring.clock());
    }

    private NameColleagues nameColleagues() {
        return new NameColleagues(wiring.organisers());
    }
}
