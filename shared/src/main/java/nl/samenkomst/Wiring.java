package nl.samenkomst;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import nl.samenkomst.api.OpenApi;
import nl.samenkomst.domain.EvenTime;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.agenda.Agenda;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.SeriesOfSession;
import nl.samenkomst.domain.agenda.ShowPublicSession;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.OtherRegistrations;
import nl.samenkomst.domain.capacity.PromoteWaitlist;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.delivery.NoteDelivery;
import nl.samenkomst.domain.erasure.Erase;
import nl.samenkomst.domain.erasure.EraseSeveral;
import nl.samenkomst.domain.erasure.RefuseMail;
import nl.samenkomst.domain.erasure.RegisteredElsewhere;
import nl.samenkomst.domain.evaluation.Evaluations;
import nl.samenkomst.domain.evaluation.GiveAnswers;
import nl.samenkomst.domain.figures.KeepTally;
import nl.samenkomst.domain.figures.Tallies;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.own.Amend;
import nl.samenkomst.domain.own.Attend;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.ConfirmAddress;
import nl.samenkomst.domain.own.OwnSeries;
import nl.samenkomst.domain.own.RegistrationsOfOneLetter;
import nl.samenkomst.domain.own.RenewOwnLink;
import nl.samenkomst.domain.own.ResendOwnLink;
import nl.samenkomst.domain.own.Retention;
import nl.samenkomst.domain.own.ShowCertificate;
import nl.samenkomst.domain.own.ShowData;
import nl.samenkomst.domain.own.ShowRegistration;
import nl.samenkomst.domain.sending.Mailer;
import nl.samenkomst.domain.sending.OrganiserMailer;
import nl.samenkomst.domain.sending.PropagateSessionChange;
import nl.samenkomst.domain.sending.RateLimiter;
import nl.samenkomst.domain.sending.RemindOrganiser;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.domain.sending.WorkItem;
import nl.samenkomst.domain.sending.WorkQueue;
import nl.samenkomst.domain.signin.SignInMailer;
import nl.samenkomst.domain.signin.SignIns;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.domain.signup.RegisterTogether;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.dynamodb.DynamoDbDeskKey;
import nl.samenkomst.dynamodb.DynamoDbDrafts;
import nl.samenkomst.dynamodb.DynamoDbEvaluations;
import nl.samenkomst.dynamodb.DynamoDbMailboxes;
import nl.samenkomst.dynamodb.DynamoDbMessages;
import nl.samenkomst.dynamodb.DynamoDbOrganisers;
import nl.samenkomst.dynamodb.DynamoDbOtherRegistrations;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.DynamoDbSignIns;
import nl.samenkomst.dynamodb.DynamoDbWorkQueue;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.dynamodb.TableCheck;
import nl.samenkomst.letters.Letters;
import nl.samenkomst.letters.OwnCalendar;
import nl.samenkomst.letters.PublicCalendar;
import nl.samenkomst.organiserpages.OrganiserPages;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.priming.PrimingAgendaIndex;
import nl.samenkomst.priming.PrimingMailer;
import nl.samenkomst.priming.PrimingMessages;
import nl.samenkomst.priming.PrimingOrganisers;
import nl.samenkomst.priming.PrimingRegistrations;
import nl.samenkomst.priming.PrimingSessions;
import nl.samenkomst.priming.PrimingSignIns;
import nl.samenkomst.priming.PrimingWorkQueue;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.ses.SesClients;
import nl.samenkomst.ses.SesMailer;
import nl.samenkomst.ssm.ParameterStore;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/** Wires the parts together: in Lambda with the real clients and clock, elsewhere with those that it is given. */
public final class Wiring {

    /** The limit on the sum of the pauses; with the calls between them less than an HTTP API's limit of 30 seconds. */
    private static final Duration RETRY_LIMIT = Duration.ofSeconds(15);

    /** The limit where a request makes many changes in turn, and may take as long for the last as is left by then. */
    private static final Duration RETRY_LIMIT_OF_ONE_OF_MANY = Duration.ofSeconds(5);

    /**
     * Five of the six megabytes of JSON that Lambda takes as a response (AWS, "Lambda quotas"), in any number of rows.
     */
    public static final PartLimit RESPONSE_LIMIT = PartLimit.ofBytes(5_000_000);

    private final Settings settings;
    private final Clock clock;
    private final Sleeper pause;
    private final Supplier<DynamoDbClient> dynamoDb;
    private final Supplier<SesClient> ses;
    private final RandomGenerator random;
    private final boolean isPriming;
    private final Optional<Actor> unsignedActor;
    private final PartLimit partLimit;
    private final Consumer<Resource> snapStart;
    private final StoredDeskKey deskKey;
    private final UnaryOperator<String> secrets;
    private @Nullable Pages pages;
    private @Nullable OrganiserPages organiserPages;

    /**
     * Creates a wiring that takes unsigned requests as {@link Actor#LOCAL}.
     *
     * @param clock used in whole milliseconds
     * @param random also makes the secrets in links, so it must be a secure one where people use those
     * @param dynamoDb called only by functions that use the table
     * @param ses called only by functions that send letters
     */
    public Wiring(
            Settings settings,
            Clock clock,
            RandomGenerator random,
            Sleeper pause,
            Supplier<DynamoDbClient> dynamoDb,
            Supplier<SesClient> ses) {
        this(settings, clock, random, pause, dynamoDb, ses, RESPONSE_LIMIT);
    }

    /** Creates a wiring with this limit on each part of a list. */
    public Wiring(
            Settings settings,
            Clock clock,
            RandomGenerator random,
            Sleeper pause,
            Supplier<DynamoDbClient> dynamoDb,
            Supplier<SesClient> ses,
            PartLimit partLimit) {
        this(
                settings,
                clock,
                random,
                pause,
                dynamoDb,
                ses,
                false,
                Optional.of(Actor.LOCAL),
                partLimit,
                hook -> {},
                new StoredDeskKey(random),
                name -> {
                    throw new IllegalStateException("there are no secrets here");
                });
    }

    private Wiring(
            Settings settings,
            Clock clock,
            RandomGenerator random,
            Sleeper pause,
            Supplier<DynamoDbClient> dynamoDb,
            Supplier<SesClient> ses,
            boolean isPriming,
            Optional<Actor> unsignedActor,
            PartLimit partLimit,
            Consumer<Resource> snapStart,
            StoredDeskKey deskKey,
            UnaryOperator<String> secrets) {
        this.settings = settings;
        // The table stores milliseconds, so moments to be compared with stored ones must not be more precise.
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
        this.random = random;
        this.pause = pause;
        this.dynamoDb = dynamoDb;
        this.ses = ses;
        this.isPriming = isPriming;
        this.unsignedActor = unsignedActor;
        this.partLimit = partLimit;
        this.snapStart = snapStart;
        this.deskKey = deskKey;
        this.secrets = secrets;
    }

    /** Returns the wiring for Lambda, which refuses unsigned organiser requests unless SAM CLI runs it on a laptop. */
    public static Wiring production() {
        Settings settings = Settings.ofEnvironment();
        DynamoDbClient table = DynamoDbClients.builder().build();
        Wiring wiring = new Wiring(
                        settings,
                        Clock.systemUTC(),
                        new SecureRandom(),
                        Sleeper.real(),
                        () -> table,
                        // Not a method reference, which would load SES classes in functions that do not contain them.
                        new SesClients())
                .registeringWith(Core.getGlobalContext()::register)
                .readingSecrets(name -> new ParameterStore().secret(name));
        return settings.isSamLocal() ? wiring : wiring.requireSignedRequests();
    }

    /** Returns a copy that refuses unsigned organiser requests. */
    public Wiring requireSignedRequests() {
        return with(Optional.empty(), snapStart, secrets);
    }

    /** Returns a copy that reads secrets like this, by their name; without it there are none. */
    public Wiring readingSecrets(UnaryOperator<String> other) {
        return with(unsignedActor, snapStart, other);
    }

    /** Returns a copy whose handlers register their hooks here; without it they register none. */
    public Wiring registeringWith(Consumer<Resource> other) {
        return with(unsignedActor, other, secrets);
    }

    private Wiring with(Optional<Actor> unsigned, Consumer<Resource> hooks, UnaryOperator<String> secretsByName) {
        return new Wiring(
                settings,
                clock,
                random,
                pause,
                dynamoDb,
                ses,
                isPriming,
                unsigned,
                partLimit,
                hooks,
                deskKey,
                secretsByName);
    }

    void register(Resource hook) {
        snapStart.accept(hook);
    }

    /**
     * Returns a copy for priming before SnapStart's snapshot, with the same clients and a made-up session: every call
     * is made and changes nothing, no letter is sent, and neither the clock nor the source of random numbers is used.
     *
     * @throws IllegalStateException if the table lacks something, with its name
     */
    public Wiring priming() {
        TableCheck.check(dynamoDb.get(), settings.tableName());
        return new Wiring(
                settings,
                Priming.CLOCK,
                Priming.RANDOM,
                pause,
                dynamoDb,
                ses,
                true,
                Optional.of(Actor.LOCAL),
                partLimit,
                hook -> {},
                deskKey,
                name -> {
                    throw new IllegalStateException("a secret is read before the snapshot");
                });
    }

    /** Returns how much of a list one response holds. */
    public PartLimit partLimit() {
        return partLimit;
    }

    /**
     * Returns the actor of an organiser's request: by its ARN, or {@link Actor#LOCAL} on a laptop; empty if the
     * request must be refused.
     */
    public Optional<Actor> actor(Optional<String> arn) {
        return arn.map(Actor::of).or(() -> unsignedActor);
    }

    /** Returns the wiring of what organisers do. */
    public OrganiserWiring organiser() {
        return new OrganiserWiring(this);
    }

    /** Returns the wiring of organisers' signing in. */
    public SignInWiring signIn() {
        return new SignInWiring(this);
    }

    public Register register() {
        return new Register(registrations(), settings.confirmAddress(), clock, random, retrier());
    }

    public Attend attend() {
        return new Attend(registrations(), clock, retrier());
    }

    public OwnSeries ownSeries() {
        return new OwnSeries(agendaIndex(), registrations());
    }

    public RegisterTogether registerTogether() {
        return new RegisterTogether(register(), sessions(), registrations(), clock, retrier());
    }

    public Cancel cancel() {
        return new Cancel(registrations(), clock, retrier());
    }

    public ConfirmAddress confirmAddress() {
        return new ConfirmAddress(
                registrations(), new RegistrationsOfOneLetter(otherRegistrations()), clock, retrier());
    }

    public Amend amend() {
        return new Amend(registrations(), clock, retrier());
    }

    public Erase erase() {
        return new Erase(registrations(), clock, retrier());
    }

    public EraseSeveral eraseSeveral() {
        return new EraseSeveral(
                new Erase(registrations(), clock, retrierOfOneOfMany()),
                otherRegistrations(),
                registrations(),
                clock,
                retrierOfOneOfMany());
    }

    public RegisteredElsewhere registeredElsewhere() {
        return new RegisteredElsewhere(otherRegistrations(), sessions());
    }

    public RefuseMail refuseMail() {
        return new RefuseMail(registrations(), mailboxes(), clock, retrier());
    }

    public EvenTime evenTime() {
        return new EvenTime(clock, isPriming ? duration -> {} : pause);
    }

    public ResendOwnLink resendOwnLink() {
        return new ResendOwnLink(registrations(), clock, retrier());
    }

    public RenewOwnLink renewOwnLink() {
        return new RenewOwnLink(registrations(), ownSeries(), clock, random, retrier());
    }

    public ShowRegistration showRegistration() {
        return new ShowRegistration(registrations(), clock);
    }

    public GiveAnswers giveAnswers() {
        return new GiveAnswers(registrations(), evaluations(), clock, retrier());
    }

    public ShowCertificate showCertificate() {
        return new ShowCertificate(
                registrations(), new DynamoDbDeskKey(dynamoDb.get(), settings.tableName(), deskKey), clock);
    }

    public ShowData showData() {
        return new ShowData(showRegistration(), sessions());
    }

    public Retention retention() {
        return new Retention(sessions(), clock);
    }

    public Agenda agenda() {
        return new Agenda(sessions(), agendaIndex());
    }

    public SeriesOfSession seriesOfSession() {
        return new SeriesOfSession(sessions(), agendaIndex());
    }

    public ShowPublicSession showPublicSession() {
        return new ShowPublicSession(sessions(), seriesOfSession());
    }

    public PromoteWaitlist promote() {
        return new PromoteWaitlist(sessions(), registrations(), clock, retrier());
    }

    public SendReminders sendReminders() {
        PropagateSessionChange followUp = new PropagateSessionChange(
                registrations(),
                messages(),
                workQueue(),
                promote(),
                new KeepTally(tallies(), registrations(), clock),
                clock,
                retrier());
        Letters letters = new Letters(
                settings.sender(),
                settings.baseUrl(),
                settings.organiserUrl(),
                settings.firstOrganiser().isPresent(),
                settings.houseStyle());
        RateLimiter rateLimiter = new RateLimiter(settings.lettersPerSecond(), clock, pause);
        if (isPriming) {
            PrimingMailer mailer = new PrimingMailer(letters::write, letters::write);
            return sendReminders(followUp, mailer, mailer, rateLimiter);
        }
        SesMailer mailer = new SesMailer(ses.get(), letters, settings.configurationSet());
        return sendReminders(followUp, mailer, mailer, rateLimiter);
    }

    private SendReminders sendReminders(
            PropagateSessionChange followUp, Mailer mailer, OrganiserMailer toOrganisers, RateLimiter rateLimiter) {
        RemindOrganiser remindOrganiser = new RemindOrganiser(
                sessions(), registrations(), workQueue(), toOrganisers, clock, rateLimiter, retrier());
        return new SendReminders(
                registrations(),
                mailboxes(),
                messages(),
                sessions(),
                workQueue(),
                followUp,
                remindOrganiser,
                new SeriesOfSession(sessions(), agendaIndex()),
                mailer,
                clock,
                rateLimiter,
                retrier());
    }

    public NoteDelivery noteDelivery() {
        return new NoteDelivery(registrations(), clock, retrierOfOneOfMany());
    }

    Sessions sessions() {
        DynamoDbSessions real = table();
        return isPriming ? new PrimingSessions(real, DynamoDbSessions::readBack) : real;
    }

    Tallies tallies() {
        return table();
    }

    AgendaIndex agendaIndex() {
        DynamoDbSessions real = table();
        return isPriming ? new PrimingAgendaIndex(real, DynamoDbSessions::readBack) : real;
    }

    DynamoDbDrafts drafts() {
        return new DynamoDbDrafts(dynamoDb.get(), settings.tableName());
    }

    private DynamoDbSessions table() {
        return new DynamoDbSessions(dynamoDb.get(), settings.tableName());
    }

    private WorkQueue workQueue() {
        WorkQueue real = new DynamoDbWorkQueue(dynamoDb.get(), settings.tableName());
        return isPriming ? new PrimingWorkQueue(real) : real;
    }

    /**
     * Returns the work item that may be due now because the table's item with this key was written; empty if the key is
     * not that of a session or a registration.
     */
    public Optional<WorkItem> workAfterWritingOf(Map<String, String> key) {
        return DynamoDbWorkQueue.afterWritingOf(key, clock.instant());
    }

    public OwnCalendar ownCalendar() {
        return new OwnCalendar(settings.sender(), settings.baseUrl());
    }

    public PublicCalendar publicCalendar() {
        return new PublicCalendar(settings.baseUrl());
    }

    /** Returns the pages, which are created once, so that a cold start does not read the style's files twice. */
    public Pages pages() {
        if (pages == null) {
            pages = new Pages(settings.houseStyle());
        }
        return pages;
    }

    /** Returns pages and feeds that know the desk's public URL. */
    public Pages publicPages() {
        return pages().at(settings.baseUrl());
    }

    /** Returns the description of the API, with the address that letters come from as its contact. */
    public OpenApi openApi() {
        return new OpenApi(settings.baseUrl(), settings.sender());
    }

    /** Returns the desk's public URL, at which alone organisers sign in. */
    public URI baseUrl() {
        return settings.baseUrl();
    }

    /** Returns the organiser's pages, which are created once, like {@link #pages}. */
    public OrganiserPages organiserPages() {
        if (organiserPages == null) {
            organiserPages = new OrganiserPages(settings.houseStyle());
        }
        return organiserPages;
    }

    Organisers organisers() {
        Organisers real = new DynamoDbOrganisers(dynamoDb.get(), settings.tableName());
        return isPriming ? new PrimingOrganisers(real) : real;
    }

    SignInMailer signInMailer() {
        Letters letters = new Letters(settings.sender(), settings.baseUrl(), settings.houseStyle());
        return isPriming
                ? new PrimingMailer(letters::write, letters::write)
                : new SesMailer(ses.get(), letters, settings.configurationSet());
    }

    SignIns signIns() {
        SignIns real = new DynamoDbSignIns(dynamoDb.get(), settings.tableName(), deskKey);
        return isPriming ? new PrimingSignIns(real, DynamoDbSignIns::readBack) : real;
    }

    public Responses answers() {
        return new Responses(this::pages);
    }

    public Clock clock() {
        return clock;
    }

    Registrations registrations() {
        Registrations real = new DynamoDbRegistrations(dynamoDb.get(), settings.tableName(), deskKey);
        return isPriming ? new PrimingRegistrations(real, DynamoDbRegistrations::readBack) : real;
    }

    /** Returns the real table also for priming, since it only reads. */
    OtherRegistrations otherRegistrations() {
        return new DynamoDbOtherRegistrations(dynamoDb.get(), settings.tableName(), deskKey);
    }

    Evaluations evaluations() {
        return new DynamoDbEvaluations(dynamoDb.get(), settings.tableName(), random);
    }

    Messages messages() {
        Messages real = new DynamoDbMessages(dynamoDb.get(), settings.tableName());
        return isPriming ? new PrimingMessages(real) : real;
    }

    private Mailboxes mailboxes() {
        return new DynamoDbMailboxes(dynamoDb.get(), settings.tableName());
    }

    String secret(String name) {
        return secrets.apply(name);
    }

    Settings settings() {
        return settings;
    }

    RandomGenerator random() {
        return random;
    }

    Sleeper pause() {
        return pause;
    }

    Retrier retrierOfOneOfMany() {
        return new Retrier(RETRY_LIMIT_OF_ONE_OF_MANY, random, pause);
    }

    Retrier retrier() {
        return new Retrier(RETRY_LIMIT, random, pause);
    }
}
