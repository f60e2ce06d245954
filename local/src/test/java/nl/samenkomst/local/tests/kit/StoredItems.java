package nl.samenkomst.local.tests.kit;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.evaluation.AnswersForm;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.own.Amendment;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.sending.Delivery;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SkippableLetter;
import nl.samenkomst.domain.signin.SignIns;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.writing.MessageDraft;
import nl.samenkomst.domain.writing.SendMessage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads and writes the table's items as files: what a release writes, by kind, in DynamoDB's own JSON. */
public final class StoredItems {

    private static final SessionId REVIEWED = new SessionId("jongeren");
    private static final SessionId INVITED = new SessionId("netwerk");
    private static final SessionId NEXT = new SessionId("vervolg");
    private static final SessionId LAST = new SessionId("slot");
    private static final SessionId CALLED_OFF = new SessionId("afgelast");
    private static final Actor WHO = new Actor.ByRole("arn:aws:sts::111122223333:assumed-role/organiser/noor");

    private static final String FIRST_DAY = "2026-12-03";
    private static final Map<String, Object> CHANCE =
            Map.of("id", "kans", "label", "Welke kans zie je?", "required", true);
    private static final Map<String, Object> WITH_WHOM = Map.of(
            "id", "met",
            "label", "Met wie?",
            "kind", "choices",
            "options", List.of("Inwoners", "Scholen"),
            "theme", "buurt");

    private static final Map<String, Object> JUDGEMENT = Map.of(
            "id", "oordeel",
            "label", "Wat vond je ervan?",
            "kind", "choice",
            "options", List.of("Goed", "Kon beter"),
            "when", "after");
    private static final Map<String, Object> TIP = Map.of("id", "tip", "label", "Een tip?", "when", "after");

    private StoredItems() {}

    /** Returns the kind of an item by its sort key: {@code registration} for {@code R#…}. */
    static String kind(Map<String, AttributeValue> item) {
        String sort = Objects.requireNonNull(item.get("SK")).s();
        if (Objects.requireNonNull(item.get("PK")).s().equals("ORGANISERS")) {
            return switch (sort.substring(0, 2)) {
                case "O#" -> "organiser";
                case "B#" -> "browser-session";
                case "A#" -> "desk-entry";
                default -> throw new IllegalStateException("an organisers' item of no known kind: " + sort);
            };
        }
        return switch (sort) {
            case "INVITED" -> "invited";
            case "LAST" -> "last-invitation";
            case "SESSION" -> "session";
            case "PLACES" -> "places";
            case "TALLY" -> "tally";
            case "DRAFT" -> "draft";
            case "REVIEW" -> "review";
            case "KEY" -> "desk-key";
            case "MAILBOX" -> "mailbox";
            case "REFUSED" -> "refused-link";
            default ->
                switch (sort.substring(0, 2)) {
                    case "R#" -> "registration";
                    case "W#" -> "waiting";
                    case "A#" -> "audit";
                    case "E#" -> "erasure";
                    case "D#" -> "decoy";
                    case "V#" -> "evaluation";
                    case "M#" -> "message";
                    case "PR" -> "message-proof";
                    default -> throw new IllegalStateException("an item of no known kind: " + sort);
                };
        };
    }

    /** Returns every item of a table, by kind and ordered by key. */
    public static Map<String, List<Map<String, AttributeValue>>> in(DynamoDbClient client, String table) {
        return new FreshTable(client, table)
                .items().stream()
                        .sorted(Comparator.comparing(StoredItems::key))
                        .collect(Collectors.groupingBy(StoredItems::kind, TreeMap::new, Collectors.toList()));
    }

    public static String key(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("PK")).s() + " "
                + Objects.requireNonNull(item.get("SK")).s();
    }

    /** Returns the items that this release writes, of every kind and in every state. */
    public static Map<String, List<Map<String, AttributeValue>>> ofThisRelease() {
        Gathering gathering = new Gathering(wholeDocument(FIRST_DAY));
        Wiring wiring = gathering.wiring();
        gathering.publishAs(NEXT, inSeries("2027-01-14"));
        gathering.publishAs(LAST, inSeries("2027-02-11"));
        gathering.publishAs(REVIEWED, "admission", "reviewed", "places", 2);
        gathering.publishAs(INVITED, "admission", "invited", "series", "Netwerk");
        gathering.publishAs(CALLED_OFF);

        for (String name : List.of("anna", "bo", "cas", "dirk", "esra", "finn")) {
            wiring.register().register(Gathering.ID, signUp(name, name.equals("dirk") ? ThemeId.ANY : "buurt"));
        }
        gathering.clock.advance(Duration.ofHours(2));
        gathering.sweep(StoredItems::answer);
        gathering.cancel("anna");
        wiring.organiser().moveUp().moveUp(Gathering.ID, gathering.id("finn"), "Spreekt ook", WHO);
        wiring.organiser().cancelRegistration().cancel(Gathering.ID, gathering.id("bo"), "Dubbel aangemeld", WHO);
        wiring.organiser().addRegistration().add(Gathering.ID, signUp("hanna", ThemeId.ANY), WHO);

        for (String name : List.of("anna", "bo", "cas")) {
            wiring.register().register(REVIEWED, new SignUp(person(name), Optional.empty()));
        }
        wiring.organiser().decide().decide(REVIEWED, gathering.id(REVIEWED, "anna"), Decision.ACCEPT, "", WHO);
        wiring.organiser()
                .decide()
                .decide(REVIEWED, gathering.id(REVIEWED, "bo"), Decision.DECLINE, "Voor gemeenten", WHO);
        wiring.organiser().addRegistration().add(REVIEWED, new SignUp(person("gijs"), Optional.empty()), WHO);
        wiring.organiser().cancelRegistration().cancel(REVIEWED, gathering.id(REVIEWED, "gijs"), "Dubbel", WHO);
        wiring.erase().erase(REVIEWED, gathering.find(REVIEWED, "gijs").ownLink());
        for (String name : List.of("anna", "bo", "cas", "dirk")) {
            wiring.organiser().invite().invite(INVITED, new SignUp(person(name), Optional.empty()), WHO);
        }
        Amendment yes = new Amendment(Optional.empty(), Optional.of("Bibliotheek"), Optional.empty(), Optional.empty());
        wiring.attend().attend(INVITED, gathering.find(INVITED, "anna").ownLink(), yes);
        wiring.cancel().cancel(INVITED, gathering.find(INVITED, "bo").ownLink());
        wiring.organiser().cancelRegistration().cancel(INVITED, gathering.id(INVITED, "cas"), "Vol", WHO);
        wiring.organiser().sendOwnLink().renew(INVITED, gathering.id(INVITED, "dirk"), WHO);

        wiring.register().register(CALLED_OFF, new SignUp(person("anna"), Optional.empty()));
        wiring.organiser().cancelSession().cancel(CALLED_OFF, "De spreker is ziek", WHO);
        wiring.organiser().skipLetter().skip(NEXT, new SkippableLetter.FollowUp(), true, WHO);
        CalendarPeriod day = CalendarPeriod.parse("P1D").orElseThrow();
        wiring.organiser().skipLetter().skip(NEXT, new SkippableLetter.Reminder(day), true, WHO);
        gathering.publish(wholeDocument("2026-12-10"));
        gathering.sweep(StoredItems::answer);
        writeMessages(gathering);
        gathering.clock.set(Gathering.START.plus(Duration.ofDays(7)));
        wiring.organiser().markPresence().mark(Gathering.ID, gathering.id("cas"), Optional.of(true), WHO);
        wiring.registerTogether()
                .register(NEXT, new SignUp(person("ida"), Optional.empty(), Optional.empty(), Map.of(), List.of(LAST)));
        wiring.register().register(NEXT, new SignUp(person("jan"), Optional.empty()));
        wiring.refuseMail().refuse(NEXT, gathering.find(NEXT, "jan").ownLink());
        gathering.clock.set(Gathering.START.plus(Duration.ofDays(7)).plus(Duration.ofHours(2)));
        Map<String, String> answers = Map.of("oordeel", "Goed", "tip", "Meer pauzes");
        wiring.giveAnswers().give(Gathering.ID, gathering.find("cas").ownLink(), new AnswersForm(answers, true));
        wiring.giveAnswers().give(Gathering.ID, gathering.find("hanna").ownLink(), new AnswersForm(answers, false));
        gathering
                .sessions()
                .keep(NEXT, new Tally(12, 9, 7, 1, 2, 1, OptionalInt.of(1), List.of(new Tally.Group("Gemeente", 9))));
        gathering
                .wiring()
                .organiser()
                .saveSection()
                .save(
                        NEXT,
                        Section.ABOUT,
                        Map.of("/title", "Vervolg"),
                        Optional.empty(),
                        Optional.empty(),
                        organiser("noor", Role.ADMINISTRATOR, new Scope.All(), gathering.clock.instant()));
        addOrganisers(gathering.organisers(), gathering.signIns(), gathering.clock.instant());
        return in(gathering.table(), Objects.requireNonNull(gathering.settings().get("TABLE_NAME")));
    }

    /** Sends a message with everything in it, which has left, and withdraws another; and asks for a proof. */
    private static void writeMessages(Gathering gathering) {
        SendMessage sendMessage = gathering.wiring().organiser().sendMessage();
        MessageText text = new MessageText(
                Language.NL,
                Map.of(
                        Language.NL, new MessageWords("Neem iets mee", "Dag {naam},\n\nTot snel!"),
                        Language.EN, new MessageWords("Bring something", "Hello {name},\n\nSee you!")));
        Instant now = gathering.clock.instant();
        MessageId first = MessageId.of(now, WHO.name());
        MessageId second = MessageId.of(now.plusMillis(1), WHO.name());
        MessageAudience some =
                new MessageAudience(List.of(MessageGroup.CONFIRMED), List.of(new ThemeId("buurt")), Optional.of(true));
        sendMessage.send(
                Gathering.ID,
                first,
                new MessageDraft(text, MessageAudience.EVERYBODY, Optional.empty(), true),
                OptionalInt.empty(),
                WHO);
        sendMessage.send(
                Gathering.ID, second, new MessageDraft(text, some, Optional.empty(), false), OptionalInt.empty(), WHO);
        sendMessage.withdraw(Gathering.ID, second, WHO);
        gathering.sweep(StoredItems::answer);
        gathering.clock.advance(Duration.ofMinutes(3));
        gathering.sweep(StoredItems::answer);
        sendMessage.proof(gathering.session(), text, person("noor"), WHO);
    }

    /** Adds an administrator who signed in, and a colleague with each other scope: one invited, one who was ended. */
    private static void addOrganisers(Organisers organisers, SignIns signIns, Instant now) {
        Organiser noor = organiser("noor", Role.ADMINISTRATOR, new Scope.All(), now);
        organisers.add(noor, new DeskEntry(now, Actor.DESK, DeskAction.COLLEAGUE_INVITED, Optional.of(noor.id())));
        SessionToken token = SessionToken.generate(noor.id(), new Random(1));
        Organiser signedIn = noor.withFactor(Optional.of(now));
        organisers.change(
                signedIn, new DeskEntry(now, noor.actor(), DeskAction.SECOND_FACTOR_ENROLLED, Optional.empty()));
        signIns.write(OrganiserBrowser.beginning(
                new BrowserSession(noor.id(), token.hash(), now, now, Optional.of(now), true, "Firefox, Linux"),
                List.of(),
                signedIn.signedInAs(new Identity("https://login.example.org/realms/gemeente", "f:1:noor"), now),
                new DeskEntry(now, noor.actor(), DeskAction.SIGNED_IN, Optional.empty())));
        Organiser els = organiser("els", Role.HOST, new Scope.Named(Set.of(NEXT, LAST)), now);
        organisers.invite(
                els,
                new Invitation(els.id(), noor.id(), Language.NL, now),
                new DeskEntry(now, noor.actor(), DeskAction.COLLEAGUE_INVITED, Optional.of(els.id()))
                        .with("", "host;;sessions:2"));
        Organiser karim = organiser("karim", Role.ORGANISER, new Scope.OfSeries("Vervolg"), now);
        organisers.add(karim, new DeskEntry(now, Actor.DESK, DeskAction.COLLEAGUE_INVITED, Optional.of(karim.id())));
        organisers.change(
                karim.with("Karim", Role.ORGANISER, karim.scope(), Optional.of(now)),
                new DeskEntry(now, noor.actor(), DeskAction.COLLEAGUE_ENDED, Optional.of(karim.id())));
    }

    private static Organiser organiser(String name, Role role, Scope scope, Instant now) {
        return new Organiser(
                OrganiserId.generate(new Random(name.hashCode())),
                name,
                new EmailAddress(name + "@example.org"),
                role,
                scope,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Version.NONE.next());
    }

    /** Returns a session document with every field, as names and values. */
    private static Object[] wholeDocument(String day) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("summary", "Over\nparticipatie");
        fields.put("language", "nl");
        fields.put("start", day + "T15:00:00+01:00");
        fields.put("end", day + "T17:00:00+01:00");
        fields.put("timeZone", "Europe/Amsterdam");
        fields.put("online", true);
        fields.put("platform", "MS Teams");
        fields.put("place", "Almelo");
        fields.put("coOrganisers", List.of("Bibliotheek"));
        fields.put("audience", List.of("Beleid", "Welzijn"));
        fields.put("topics", List.of("Participatie"));
        fields.put("region", "Twente");
        fields.put("series", "Versnellingskamers");
        fields.put("image", "https://example.org/beeld.webp");
        fields.put("places", 3);
        fields.put("opens", "2026-11-01T09:00:00+01:00");
        fields.put("closes", day + "T14:00:00+01:00");
        fields.put("noticePeriod", "P7D");
        fields.put("lateCancellation", true);
        fields.put(
                "themes",
                List.of(
                        Map.of(
                                "id", "buurt",
                                "title", "In de buurt",
                                "summary", "Wat werkt?",
                                "facilitators", List.of(Map.of("name", "Karim Boland", "organisation", "Wijkteam")),
                                "places", 2),
                        Map.of("id", "werk", "title", "Werk dat past")));
        fields.put(
                "questions",
                day.equals(FIRST_DAY) ? List.of(CHANCE, WITH_WHOM, JUDGEMENT, TIP) : List.of(CHANCE, JUDGEMENT, TIP));
        fields.put(
                "programme",
                List.of(
                        Map.of("from", "15:00", "to", "16:00", "title", "Inleiding", "speaker", "Sam Bakker"),
                        Map.of("title", "Afsluiting")));
        fields.put("meetingLink", Map.of("url", "https://meet.example.org/j/1", "visibleFrom", "PT2H"));
        fields.put("reminders", List.of("P8D", "PT1H"));
        fields.put(
                "materials",
                List.of(
                        Map.of("title", "Handreiking", "url", "https://example.org/h.pdf", "version", "2026"),
                        Map.of(
                                "title", "Dia's",
                                "url", "https://example.org/d.pdf",
                                "theme", "buurt",
                                "when", "after",
                                "tell", true)));
        fields.put("notify", "daily");
        fields.put("retention", "P60D");
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray();
    }

    private static Object[] inSeries(String day) {
        return new Object[] {"series", "Vervolg", "start", day + "T15:00:00+01:00", "end", day + "T17:00:00+01:00"};
    }

    private static SignUp signUp(String name, String theme) {
        Map<String, String> answers = Map.of("kans", "Meer tijd", "met", "Inwoners\nScholen");
        return new SignUp(person(name), Optional.empty(), Optional.of(theme), answers);
    }

    private static Person person(String name) {
        return new Person(name, new EmailAddress(name + "@example.org"), Optional.of("Gemeente"));
    }

    private static Delivery answer(LetterRequest mail) {
        return switch (mail.registration().person().name()) {
            case "esra" -> new Delivery.Refused("MessageRejected");
            case "finn" -> new Delivery.Unknown();
            default -> new Delivery.Taken("0100-message");
        };
    }

    /** Reads the items from a file that {@link #write} wrote. */
    public static List<Map<String, AttributeValue>> read(Path file) {
        try {
            List<Map<String, AttributeValue>> items = new ArrayList<>();
            for (Object item : JSON.std.listFrom(Files.readString(file))) {
                items.add(attributes((Map<?, ?>) item));
            }
            return items;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static void write(List<Map<String, AttributeValue>> items, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        JSON pretty = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
        Files.writeString(
                file, pretty.asString(items.stream().map(StoredItems::tree).toList()) + "\n");
    }

    private static Map<String, Object> tree(Map<String, AttributeValue> item) {
        Map<String, Object> tree = new TreeMap<>();
        item.forEach((name, value) -> tree.put(name, tree(value)));
        return tree;
    }

    private static Map<String, Object> tree(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case NUL -> Map.of("NULL", true);
            case L -> Map.of("L", value.l().stream().map(StoredItems::tree).toList());
            case M -> Map.of("M", tree(value.m()));
            default -> throw new IllegalStateException("no item of ours has a " + value.type());
        };
    }

    private static Map<String, AttributeValue> attributes(Map<?, ?> tree) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        tree.forEach((name, value) -> item.put(String.valueOf(name), attribute((Map<?, ?>) value)));
        return item;
    }

    private static AttributeValue attribute(Map<?, ?> tree) {
        String type = String.valueOf(tree.keySet().iterator().next());
        Object value = Objects.requireNonNull(tree.get(type));
        return switch (type) {
            case "S" -> AttributeValue.fromS((String) value);
            case "N" -> AttributeValue.fromN((String) value);
            case "BOOL" -> AttributeValue.fromBool((Boolean) value);
            case "NULL" -> AttributeValue.fromNul(true);
            case "L" ->
                AttributeValue.fromL(((List<?>) value)
                        .stream().map(entry -> attribute((Map<?, ?>) entry)).toList());
            case "M" -> AttributeValue.fromM(attributes((Map<?, ?>) value));
            default -> throw new IllegalStateException("no item of ours has a " + type);
        };
    }
}
