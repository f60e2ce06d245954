package nl.samenkomst.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.evaluation.EvaluationResults;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.PersonalData;
import nl.samenkomst.urls.DeskUrls;

/** Model of {@code privacy.jte}: all data stored about people, why, and until when. */
public record PrivacyPage(Language language) implements Page {

    /** A kind of data that is stored, and why. */
    public record Kept(String what, String why) {}

    @Override
    public String title() {
        return say("privacy.title");
    }

    @Override
    public Optional<String> description() {
        return Optional.of(say("privacy.lead"));
    }

    @Override
    public String in(Language other) {
        return DeskUrls.privacy(other);
    }

    public List<Kept> inventory() {
        return Arrays.stream(PersonalData.values()).map(this::kept).toList();
    }

    /** Returns what is kept of answers without a name. */
    public String unsigned() {
        return say("privacy.unsigned", "least", EvaluationResults.MIN_ANSWERS);
    }

    /** Returns what is kept about a mailbox, apart from registrations, and until how many days after its last use. */
    public String mailbox() {
        return say(
                "privacy.mailbox",
                "hour",
                Mailbox.MAX_PER_HOUR,
                "day",
                Mailbox.MAX_PER_DAY,
                "within",
                Mailbox.MEMORY.plus(PersonalData.MAX_DELETION_DELAY).toDays());
    }

    /** Returns until when data are kept: the default retention and deletion from the table and backups, all in days. */
    public String untilWhen() {
        return say(
                "privacy.until.text",
                "days",
                SessionDocumentFields.DEFAULT_RETENTION.days(),
                "within",
                PersonalData.MAX_DELETION_DELAY.toDays(),
                "backup",
                PersonalData.BACKUP_RETENTION.toDays(),
                "memory",
                PersonalData.ERASURE_MEMORY.toDays());
    }

    private Kept kept(PersonalData data) {
        return switch (data) {
            case NAME -> new Kept(say("privacy.name"), say("privacy.name.why"));
            case EMAIL -> new Kept(say("privacy.email"), say("privacy.email.why"));
            case ORGANISATION -> new Kept(say("privacy.organisation"), say("privacy.organisation.why"));
            case CHOICES -> new Kept(say("privacy.choices"), say("privacy.choices.why"));
            case LANGUAGE -> new Kept(say("privacy.language"), say("privacy.language.why"));
            case STANDING -> new Kept(say("privacy.standing"), say("privacy.standing.why"));
            case LETTERS -> new Kept(say("privacy.letters"), say("privacy.letters.why"));
            case LINK -> new Kept(say("privacy.link"), say("privacy.link.why"));
            case PROOF -> new Kept(say("privacy.proof"), say("privacy.proof.why"));
            case DELIVERY -> new Kept(say("privacy.delivery"), say("privacy.delivery.why"));
            case EVALUATION -> new Kept(say("privacy.evaluation"), say("privacy.evaluation.why"));
            case PRESENCE -> new Kept(say("privacy.presence"), say("privacy.presence.why"));
        };
    }
}
