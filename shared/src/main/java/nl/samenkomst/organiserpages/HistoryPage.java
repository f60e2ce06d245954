package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.desk.HistoryEntry;
import nl.samenkomst.domain.desk.ShowHistory.HistoryPart;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;

/** Model of {@code history.jte}: what was done with a session and its registrations, newest first. */
public record HistoryPage(Viewer viewer, Session about, HistoryPart part) implements SessionsTexts {

    @Override
    public String template() {
        return "history";
    }

    @Override
    public String heading() {
        return shared("session.history");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(about);
    }

    public List<HistoryEntry> entries() {
        return part.entries();
    }

    public String who(HistoryEntry entry) {
        return HistoryTexts.who(entry, language());
    }

    public String what(HistoryEntry entry) {
        return HistoryTexts.what(entry, language());
    }

    /** Returns what the words quoted at an entry are: a message has a subject. */
    public String reasonLabel(HistoryEntry entry) {
        return say(entry.entry().what().equals(AuditAction.MESSAGE_SENT.word()) ? "history.subject" : "history.reason");
    }

    public String reason(HistoryEntry entry) {
        return HistoryTexts.reason(entry.entry(), language());
    }

    public String at(HistoryEntry entry) {
        return moment(entry.entry().at(), about);
    }

    /** Returns the moment for programs. */
    public String machine(HistoryEntry entry) {
        return entry.entry().at().toString();
    }

    /** Returns what a change of the session changed. */
    public List<ValueRow> values(HistoryEntry entry) {
        return entry.entry().values().stream().map(this::row).toList();
    }

    /** What was changed, with its value before and after; an empty one if there was or is none. */
    public record ValueRow(String what, String before, String after, boolean isOnlyNamed) {}

    private ValueRow row(ChangedValue value) {
        ChangedValueText text = new ChangedValueText(about, language());
        return new ValueRow(
                text.what(value),
                text.value(value, value.before()),
                text.value(value, value.after()),
                value.isOnlyNamed());
    }

    public Optional<String> first() {
        return part.page() > 1 ? Optional.of(links().session(about.id(), "history")) : Optional.empty();
    }

    public Optional<String> next() {
        return part.page() < part.pages()
                ? Optional.of(links().history(about.id(), part.page() + 1))
                : Optional.empty();
    }

    /** Returns until when the history is kept. */
    public String keptUntil() {
        return Dates.day(
                about.document().forgetAt().atZone(about.document().when().zone()), language());
    }
}
