package nl.samenkomst.organiserpages;

import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.desk.HistoryEntry;
import nl.samenkomst.domain.desk.RecordExport;
import nl.samenkomst.texts.Texts;

/** Says who did what, for the history of a session. */
final class HistoryTexts {

    private static final Texts TEXTS = SessionsTexts.TEXTS;

    private HistoryTexts() {}

    /** Returns who did it: a colleague's name, or words for anybody else. */
    static String who(HistoryEntry entry, Language language) {
        return switch (entry.entry().actor()) {
            case Actor.ByOrganiser _ -> entry.organiser().orElseGet(() -> TEXTS.text(language, "who.former-colleague"));
            case Actor.ByRole role -> TEXTS.text(language, "who.role", "role", sessionName(role.name()));
            case Actor.Unnamed unnamed ->
                unnamed.equals(Actor.PERSON) && entry.person().isPresent()
                        ? entry.person().get()
                        : TEXTS.text(language, "who." + unnamed.name());
        };
    }

    /** Returns the last part of an ARN, by which an organisation's own people know it. */
    private static String sessionName(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** Returns what was done, to the person if it was done to one. */
    static String what(HistoryEntry entry, Language language) {
        String self = "did." + entry.entry().what() + ".self";
        boolean isByPerson = entry.entry().actor().equals(Actor.PERSON) && TEXTS.has(language, self);
        String key = isByPerson ? self : key(entry.entry());
        String person = entry.person().orElseGet(() -> TEXTS.text(language, "whom.erased"));
        return TEXTS.has(language, key)
                ? TEXTS.text(language, key, "person", person)
                : TEXTS.text(language, "did.unknown", "word", entry.entry().what());
    }

    /** Returns the key of what was done, which for an export depends on what was taken. */
    private static String key(AuditEntry entry) {
        boolean areAnswers = entry.what().equals(AuditAction.EXPORTED.word())
                && entry.reason().equals(RecordExport.Format.ANSWERS.word());
        return "did." + entry.what() + (areAnswers ? ".answers" : "");
    }

    /** Returns the reason as it was given; words in its place if it was erased. */
    static String reason(AuditEntry entry, Language language) {
        return entry.reason().equals(AuditEntry.ERASED) ? TEXTS.text(language, "reason.erased") : entry.reason();
    }
}
