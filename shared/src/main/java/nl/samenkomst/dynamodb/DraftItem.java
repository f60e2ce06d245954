package nl.samenkomst.dynamodb;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A draft in the table: {@code S#<session>} / {@code DRAFT}. All drafts are in the index {@code agenda}, in a partition of
 * their own, by when they were changed last.
 */
final class DraftItem {

    static final String SK = "DRAFT";

    private static final String PARTITION = "D"; // in the index agenda

    private static final String VERSION = "version"; // N
    private static final String MADE_BY = "madeBy"; // S
    private static final String SECTIONS = "sections"; // M of M with the next four, by the word of a Section
    private static final String FIELDS = "fields"; // M of S
    private static final String BASED_ON = "basedOn"; // S
    private static final String BY = "by"; // S
    private static final String AT = "at"; // S, timestamp

    private DraftItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    static Map<String, AttributeValue> write(Draft draft) {
        Attributes sections = Attributes.none();
        draft.sections()
                .forEach((section, one) -> sections.with(
                        section.word(), AttributeValue.fromM(write(one).map())));
        return Attributes.of(key(draft.id()))
                .with(VERSION, draft.version().number())
                .with(MADE_BY, draft.madeBy().value())
                .with(SECTIONS, AttributeValue.fromM(sections.map()))
                .with(SessionItem.AGENDA, PARTITION)
                .with(SessionItem.STARTS_AT, draft.changedAt())
                .map();
    }

    private static Attributes write(SectionDraft section) {
        return Attributes.none()
                .with(FIELDS, Values.tree(section.fields()))
                .with(BASED_ON, section.basedOn())
                .with(BY, section.by().value())
                .with(AT, section.at());
    }

    /** Reads a draft; leaves out sections that only another release knows. */
    static Draft read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        Attributes stored = item.inner(SECTIONS);
        Map<Section, SectionDraft> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            if (stored.has(section.word())) {
                sections.put(section, section(stored.inner(section.word())));
            }
        }
        return new Draft(
                Keys.session(item),
                new Version(item.longNumber(VERSION)),
                item.text(MADE_BY, OrganiserId::new),
                sections);
    }

    private static SectionDraft section(Attributes section) {
        Attributes stored = section.inner(FIELDS);
        Map<String, String> fields = new LinkedHashMap<>();
        stored.map().keySet().forEach(name -> fields.put(name, stored.text(name)));
        return new SectionDraft(fields, section.text(BASED_ON), section.text(BY, OrganiserId::new), section.moment(AT));
    }

    /** The condition that the stored draft is this version; that there is none for {@link Version#NONE}. */
    static Condition isVersion(Version version) {
        return version.equals(Version.NONE)
                ? Keys.isNew()
                : Condition.isEqual(VERSION, Values.number(version.number()));
    }

    /** The key condition for all drafts in the index {@code agenda}. */
    static Condition isDraft() {
        return Condition.isEqual(SessionItem.AGENDA, Values.text(PARTITION));
    }
}
