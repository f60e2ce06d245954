package nl.samenkomst.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.participants.MailFilter;
import org.junit.jupiter.api.Test;

final class ParticipantTextsTest {

    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern COUNTED = Pattern.compile("count\\([^;]*?\"([a-z.-]+)\",\\s*\"([a-z.-]+)\"\\)");

    private static final List<String> TEMPLATES = List.of(
            "participants",
            "participantrows",
            "participant",
            "participantgone",
            "eraseparticipant",
            "reasonfield",
            "personfields",
            "addparticipant",
            "decisions",
            "decisionresults",
            "invitations");

    private static final List<String> MODELS = List.of(
            "AboutParticipants",
            "ParticipantListPage",
            "ParticipantPage",
            "ParticipantGonePage",
            "EraseParticipantPage",
            "AddParticipantPage",
            "DecisionsPage",
            "DecisionResultsPage",
            "InvitationsPage");

    /** Actions about a session as a whole, or of which nothing about the person remains. */
    private static final Set<AuditAction> ABOUT_NO_PERSON = Set.of(
            AuditAction.SESSION_PUBLISHED,
            AuditAction.SESSION_CHANGED,
            AuditAction.SESSION_CANCELLED,
            AuditAction.SESSION_REINSTATED,
            AuditAction.SESSION_TAKEN_BACK,
            AuditAction.LETTER_SKIPPED,
            AuditAction.LETTER_RESUMED,
            AuditAction.ERASED_ON_REQUEST,
            AuditAction.LIST_READ,
            AuditAction.MESSAGE_SENT,
            AuditAction.MESSAGE_WITHDRAWN,
            AuditAction.EXPORTED);

    @Test
    void thePagesUseExactlyTheirCatalogue() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String template : TEMPLATES) {
            addTo(said, Path.of("src/main/jte/organiser/" + template + ".jte"));
        }
        for (String model : MODELS) {
            addTo(said, Path.of("src/main/java/nl/samenkomst/organiserpages/" + model + ".java"));
        }
        Arrays.stream(LetterKind.values()).forEach(kind -> said.add("letter." + kind.word()));
        Arrays.stream(MailFilter.values()).forEach(filter -> said.add("filter.mail." + filter.word()));
        Stream.of(AuditAction.values())
                .filter(action -> !ABOUT_NO_PERSON.contains(action))
                .forEach(action -> said.add("did." + action.word()));

        // The beginning of a key that ends with a word of the domain.
        said.removeIf(key -> key.endsWith("."));

        assertThat(new TreeSet<>(TextKeys.of("participants", Language.NL))).isEqualTo(said);
    }

    private static void addTo(Set<String> said, Path source) throws IOException {
        String words = Files.readString(source);
        SAID.matcher(words).results().forEach(match -> said.add(match.group(1)));
        COUNTED.matcher(words).results().forEach(match -> {
            said.add(match.group(1));
            said.add(match.group(2));
        });
    }
}
