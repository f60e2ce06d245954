package nl.samenkomst.organiserpages;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.urls.DeskUrls;
import org.jspecify.annotations.Nullable;

/**
 * Puts other words on a page in place of everything that participants, colleagues and publishers of sessions wrote, and
 * that browsers say of themselves. It fails on a text of which nobody has said yet whose it is.
 */
final class TypedWords {

    /** Texts that people write, by the record that holds them; of a map its values. */
    private static final Set<String> WRITTEN = texts(Map.ofEntries(
            Map.entry("About", "title summary organiser coOrganisers audience topics region series"),
            Map.entry("AccountPage", "name"),
            Map.entry("Actor$ByRole", "name"),
            Map.entry("Answers", "given"),
            Map.entry("AuditEntry", "reason"),
            Map.entry("BrowserSession", "browser"),
            Map.entry("CancellationPage", "reason"),
            Map.entry("ChangedValue", "subject before after"),
            Map.entry("CopyPage", "typed"),
            Map.entry("DecideMany$Result$DecidedBefore", "by"),
            Map.entry("DecisionsPage", "reason"),
            Map.entry("DeskEntry", "before after"),
            Map.entry("DoorFilter", "search"),
            Map.entry("DoorPage$Group", "heading"),
            Map.entry("DoorPage$Part", "first last"),
            Map.entry("DoorPage$Person", "name organisation"),
            Map.entry("DoorPage$ThemeLink", "label"),
            Map.entry("EditPage", "changedBy"),
            Map.entry("EvaluationResults$OptionCount", "value"),
            Map.entry("EvaluationResults$QuestionResults", "label"),
            Map.entry("EvaluationResults$Words", "name text"),
            Map.entry("Facilitator", "name organisation"),
            Map.entry("FiguresPage", "series"),
            Map.entry("FiguresQuery", "series"),
            Map.entry("FormFields", "typed"),
            Map.entry("HistoryEntry", "organiser person"),
            Map.entry("InvitationsPage", "typed"),
            Map.entry("InvitationsPage$NotInvited", "words"),
            Map.entry("KeptForm", "fields fields-names"),
            Map.entry("LetterPreview", "subject paragraphs"),
            Map.entry("Material", "title version"),
            Map.entry("MaterialNews", "version"),
            Map.entry("NewSessionPage", "typed"),
            Map.entry("MessageWords", "subject text"),
            Map.entry("Organiser", "name"),
            Map.entry("PartChange", "before after"),
            Map.entry("ParticipantFilter", "words"),
            Map.entry("ParticipantPage", "reason"),
            Map.entry("Person", "name organisation"),
            Map.entry("Problem", "values"),
            Map.entry("ProgrammePart", "title speaker"),
            Map.entry("ProviderPage", "next"),
            Map.entry("ProviderReturnPage", "code issuer"),
            Map.entry("Question", "label options"),
            Map.entry("RegistrationState$CancelledByOrganiser", "reason"),
            Map.entry("RemindersForm$Row", "number"),
            Map.entry("RegistrationState$Declined", "reason"),
            Map.entry("RegistrationState$InvitationRevoked", "reason"),
            Map.entry("Scope$OfSeries", "series"),
            Map.entry("ScopeChoices", "series"),
            Map.entry("SectionDraft", "fields"),
            Map.entry("SectionPage", "typed others"),
            Map.entry("SessionCancellation", "reason"),
            Map.entry("SessionDifference", "before after"),
            Map.entry("SessionSearch", "words"),
            Map.entry("ShownParticipant", "names"),
            Map.entry("SignInPage$SignInForm", "email next"),
            Map.entry("Tally$Group", "label"),
            Map.entry("Theme", "title summary"),
            Map.entry("TypedForm", "typed"),
            Map.entry("Viewer", "here"),
            Map.entry("WalkInPage", "typed"),
            Map.entry("Where", "place platform")));

    /** Texts of the desk itself, and texts of a form that leaves no room for words, such as ids and addresses. */
    private static final Set<String> OWN = texts(Map.ofEntries(
            Map.entry("AccountPage", "mistakes"),
            Map.entry("Actor$Unnamed", "name"),
            Map.entry("AuditEntry", "what registration"),
            Map.entry("ChangedValue", "what"),
            Map.entry("ColleaguePage", "word"),
            Map.entry("ColleaguesPage", "word"),
            Map.entry("DeskEntry", "what"),
            Map.entry("DeskEntry$Position", "what"),
            Map.entry("DoorPage$Part", "href"),
            Map.entry("DoorPage$Person", "note"),
            Map.entry("DoorPage$ThemeLink", "href"),
            Map.entry("EditPage", "act"),
            Map.entry("FollowingPage", "chosen staying"),
            Map.entry("FollowingPage$Follower", "seen"),
            Map.entry("FormPart", "pointer"),
            Map.entry("PublishTogether$Prospect", "fingerprint"),
            Map.entry("TogetherPage", "act"),
            Map.entry("EmailAddress", "value"),
            Map.entry("FactorPage", "account action provider mistakes"),
            Map.entry("Identity", "issuer subject"),
            Map.entry("KeptFormPage", "action"),
            Map.entry("LetterPreview", "button"),
            Map.entry("LinkSecret", "value"),
            Map.entry("MailCodePage", "mistakes"),
            Map.entry("MailLinkPage", "action"),
            Map.entry("MessageId", "value"),
            Map.entry("OrganiserId", "value"),
            Map.entry("ParticipantFilter", "state"),
            Map.entry("Problem", "field pointer"),
            Map.entry("ProviderPage", "go"),
            Map.entry("ProviderReturnPage", "state"),
            Map.entry("QuestionId", "value"),
            Map.entry("RecoveryCode", "value"),
            Map.entry("RegistrationId", "value"),
            Map.entry("SectionDraft", "basedOn"),
            Map.entry("SectionPage$Basis", "seen published version"),
            Map.entry("SentLetter", "messageId word"),
            Map.entry("SessionDifference", "subject"),
            Map.entry("SessionId", "value"),
            Map.entry("SignInPage", "mistakes"),
            Map.entry("SignInWays", "issuer"),
            Map.entry("ThemeId", "value"),
            Map.entry("TokenHash", "value"),
            Map.entry("TotpSecret", "value")));

    /** What has no text in it. */
    private static final List<Class<?>> WITHOUT_TEXT = List.of(
            Boolean.class,
            Duration.class,
            Enum.class,
            Instant.class,
            LocalDate.class,
            Number.class,
            OptionalInt.class,
            StoredOriginal.class,
            URI.class,
            UUID.class,
            ZonedDateTime.class);

    private static final String SERIES = ";series:";

    /** Of a form that any site may have sent, somebody else wrote the names too. */
    private static final String KEPT = "KeptForm.fields";

    private static final String KEPT_NAMES = KEPT + "-names";

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final String words;
    private final String onOneLine;
    private final String ofSigner;
    private final String inAddress;
    private final String escaped;
    private final Set<String> filledIn = new HashSet<>();

    TypedWords(String words) {
        this.words = words;
        this.onOneLine = words.replaceAll("\\R", " ");
        // Without control characters, which no name of a signer has.
        this.ofSigner = words.replaceAll("[^ -~]", " ");
        this.inAddress = words.replaceAll("[^!-~]|\\\\", "");
        this.escaped = DeskUrls.escaped(words);
    }

    /** A record type: how its components are read, and how one is made. */
    private record Shape(String name, List<RecordComponent> components, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                components.forEach(component -> component.getAccessor().setAccessible(true));
                return new Shape(type.getName().replaceFirst(".*\\.", ""), components, constructor);
            } catch (NoSuchMethodException everyRecordHasIt) {
                throw new AssertionError(everyRecordHasIt);
            }
        }
    }

    /** Returns the page with these words wherever people wrote something; an empty text stays empty. */
    OrganiserPage on(OrganiserPage page) {
        return (OrganiserPage) copy((Record) page);
    }

    /** Returns the texts that people write and that no page so far had. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>(WRITTEN);
        missing.removeAll(filledIn);
        return missing;
    }

    private Object copy(Record original) {
        Shape shape = SHAPES.get(original.getClass());
        try {
            @Nullable Object[] values = new Object[shape.components().size()];
            for (int i = 0; i < values.length; i++) {
                RecordComponent component = shape.components().get(i);
                values[i] = value(
                        shape.name() + "." + component.getName(),
                        component.getAccessor().invoke(original));
            }
            return shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException notCopied) {
            throw new LinkageError(shape.name() + " does not take " + words, notCopied);
        }
    }

    private @Nullable Object value(String holder, @Nullable Object original) {
        return switch (original) {
            case String text -> text(holder, text);
            case Record record -> copy(record);
            case Optional<?> optional -> optional.map(inner -> value(holder, inner));
            case List<?> list -> all(holder, list, new ArrayList<>());
            case Set<?> set -> all(holder, set, new LinkedHashSet<>());
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(
                        holder.equals(KEPT) && key instanceof String name ? text(KEPT_NAMES, name) : key,
                        value(holder, inner)));
                yield copy;
            }
            case null -> null;
            default -> {
                if (WITHOUT_TEXT.stream().noneMatch(type -> type.isInstance(original))) {
                    throw new AssertionError("nobody has said yet whether people write in " + original.getClass());
                }
                yield original;
            }
        };
    }

    private Collection<@Nullable Object> all(
            String holder, Collection<?> originals, Collection<@Nullable Object> copies) {
        originals.forEach(original -> copies.add(value(holder, original)));
        return copies;
    }

    private String text(String holder, String original) {
        if (!WRITTEN.contains(holder) && !OWN.contains(holder)) {
            throw new AssertionError("nobody has said yet who writes " + holder + ": " + original);
        }
        if (original.isEmpty() || OWN.contains(holder)) {
            return original;
        }
        filledIn.add(holder);
        return switch (holder) {
            case "Actor$ByRole.name" -> ofSigner;
            // Of several values, somebody wrote the last.
            case "DeskEntry.before", "DeskEntry.after" ->
                original.contains(SERIES)
                        ? original.substring(0, original.indexOf(SERIES) + SERIES.length()) + onOneLine
                        : original;
            // Several lines are several values.
            case "FormFields.typed",
                    "Question.options",
                    "Scope$OfSeries.series",
                    "ScopeChoices.series",
                    "TypedForm.typed" -> onOneLine;
            case "ProviderPage.next", "SignInPage$SignInForm.next" -> original + "&b=" + inAddress;
            case "Viewer.here" -> original + "?b=" + escaped;
            default -> words;
        };
    }

    private static Set<String> texts(Map<String, String> componentsByRecord) {
        return componentsByRecord.entrySet().stream()
                .flatMap(texts -> Stream.of(texts.getValue().split(" ", -1)).map(name -> texts.getKey() + "." + name))
                .collect(Collectors.toUnmodifiableSet());
    }
}
