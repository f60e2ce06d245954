package nl.samenkomst.letters;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.InvitationLetterRequest;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.signin.MailCode;
import nl.samenkomst.domain.signin.SignInLetterRequest;
import nl.samenkomst.domain.signin.SignInQuestion;
import nl.samenkomst.domain.signin.SignInToken;

/** The letters about signing in, in every state. */
final class SignInLetterSamples {

    static final SignInToken LINK = SignInToken.generate(new Random(1));

    private static final Instant MORNING = Instant.parse("2027-03-11T07:00:00Z");

    private SignInLetterSamples() {}

    /** Returns the letter to sign in with, asked for with a known browser and with an unknown one. */
    static List<SignInLetterRequest> toSignIn(Language language) {
        return List.of(toSignIn(NOOR, "Firefox, Linux", language), toSignIn(NOOR, "", language));
    }

    static SignInLetterRequest toSignIn(Organiser organiser, String browser, Language language) {
        return new SignInLetterRequest(
                organiser,
                new SignInQuestion(organiser.email(), Optional.empty(), false, language, browser),
                MORNING,
                LINK,
                new MailCode("2B4D6F8H"),
                MORNING);
    }

    /** Returns the invitation of a colleague of each role, by somebody and by nobody who is still a colleague. */
    static List<InvitationLetterRequest> invitations(Language language) {
        List<InvitationLetterRequest> invitations = new ArrayList<>();
        for (Organiser colleague : List.of(NOOR, KARIM, ELS)) {
            invitations.add(invitation(colleague, Optional.of(NOOR), language));
            invitations.add(invitation(colleague, Optional.empty(), language));
            invitations.add(new InvitationLetterRequest(colleague, Optional.of(NOOR), true, language, MORNING));
        }
        return invitations;
    }

    static InvitationLetterRequest invitation(Organiser colleague, Optional<Organiser> by, Language language) {
        return new InvitationLetterRequest(colleague, by, false, language, MORNING);
    }
}
