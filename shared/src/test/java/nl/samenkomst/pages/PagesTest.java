package nl.samenkomst.pages;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static nl.samenkomst.domain.session.SampleSessions.cancelled;
import static nl.samenkomst.domain.session.SampleSessions.confirmed;
import static nl.samenkomst.domain.session.SampleSessions.eenzaamheidWith;
import static nl.samenkomst.domain.session.SampleSessions.gone;
import static nl.samenkomst.domain.session.SampleSessions.waiting;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.PersonValues;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.SignUpField;
import nl.samenkomst.domain.signup.SignUpField.Form;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.AfterParameter;
import nl.samenkomst.urls.Mailto;
import nl.samenkomst.urls.ReceivedAs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

final class PagesTest {

    private static final Pages PAGES = EveryPage.PAGES;
    private static final String HOSTILE = "\"><script>alert(1)</script></title></style>${page} &amp; '{name}' <!-- --";

    /** Rendered once for all tests. */
    static final List<Arguments> EVERY_PAGE = Arrays.stream(Language.values())
            .flatMap(language -> EveryPage.in(language).entrySet().stream()
                    .map(page -> Arguments.of(page.getKey(), language, page.getValue())))
            .toList();

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void hasOneLanguageOneHeadingOneMainAndATitle(String name, Language language, String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(html, "");

        assertThat(parser.getErrors()).as(name).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main, header, footer")).hasSize(isOnPaper(name) ? 1 : 3);
        assertThat(page.title()).endsWith(" – Samenkomst");
        assertThat(page.body().html()).doesNotContain("null", "Optional", "{", "[");
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void runsNoScriptAndAsksNothingOfAnybodyElse(String name, Language language, String html) {
        Document page = Jsoup.parse(html);

        assertThat(page.select("iframe, object, embed, video, audio, [src]:not(img), [style]"))
                .as(name)
                .isEmpty();
        assertThat(page.select("img").eachAttr("src")).allMatch(source -> source.startsWith("data:image/"));
        // JSON-LD and these links are metadata: a browser neither runs nor requests them.
        assertThat(page.select("script:not([type=application/ld+json])")).isEmpty();
        assertThat(page.select("link").eachAttr("rel")).allMatch(List.of("canonical", "alternate", "icon")::contains);
        assertThat(page.getAllElements())
                .flatExtracting(element -> element.attributes().asList())
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(page.select("link[rel=icon]").attr("href")).startsWith("data:");
        assertThat(page.select("form")).allMatch(form -> form.attr("action").startsWith("/sessions"));
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void hasEveryIdOnceAndEveryReferenceLeadsToOne(String name, Language language, String html) {
        Document page = Jsoup.parse(html);
        List<String> ids = page.select("[id]").eachAttr("id");

        assertThat(ids).as(name).doesNotHaveDuplicates();
        assertThat(page.select("a[href^=#]").eachAttr("href")).allMatch(target -> ids.contains(target.substring(1)));
        assertThat(page.select("body > a[href=#content]")).hasSize(isOnPaper(name) ? 0 : 1);
        assertThat(page.select("label").eachAttr("for")).allMatch(ids::contains);
        for (String attribute : List.of("aria-describedby", "aria-labelledby")) {
            assertThat(page.select("[" + attribute + "]").eachAttr(attribute))
                    .flatMap(references -> List.of(references.split(" ")))
                    .allMatch(ids::contains);
        }
        assertThat(page.select("input:not([type=hidden]), textarea, select").eachAttr("id"))
                .isEqualTo(page.select("label").eachAttr("for"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void turnsIntoEveryOtherLanguageAndStaysInItsOwn(String name, Language language, String html) {
        Document page = Jsoup.parse(html);
        if (isOnPaper(name)) {
            assertThat(page.select("a:not([rel=next]), form, nav")).as(name).isEmpty();
            return;
        }
        assertThat(page.select("header nav [lang]").eachAttr("lang"))
                .as(name)
                .isEqualTo(Language.tags().stream()
                        .filter(tag -> !tag.equals(language.tag()))
                        .toList());
        for (Element turn : page.select("header nav [lang]")) {
            String other = turn.attr("lang");
            if (turn.is("button[name=switch]")) {
                assertThat(turn.attr("value")).isEqualTo(other);
                assertThat(page.select("main form#" + turn.attr("form") + "[method=post]"))
                        .hasSize(1);
                assertThat(opened(turn)).as("in a text browser").contains("lang=" + other);
            } else {
                assertThat(turn.attr("href")).contains("lang=" + other);
            }
        }
        assertThat(page.select("main a[href^=/]:not([href$=.ics]):not([href^=/api/]), .brand")
                        .eachAttr("href"))
                .allMatch(link -> link.contains("lang=" + language.tag()));
        assertThat(page.select("main form input[name=lang]").eachAttr("value")).allMatch(language.tag()::equals);
    }

    /** Returns what a browser opens that knows no {@code form} attribute: the form around the button counts. */
    private static String opened(Element button) {
        Element around = Objects.requireNonNull(button.closest("form"));
        assertThat(around.attr("method")).isEqualTo("get");
        assertThat(around.attr("action")).doesNotContain("?");
        return around.attr("action")
                + "?"
                + around.select("input").stream()
                        .map(input -> input.attr("name") + "=" + input.attr("value"))
                        .collect(Collectors.joining("&"));
    }

    /** Text browsers show buttons that graphical ones keep out of sight, also without words. */
    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void hasNoButtonWithoutWordsOrOutsideAForm(String name, Language language, String html) {
        for (Element button : Jsoup.parse(html).select("button")) {
            assertThat(button.text()).as(name).isNotBlank();
            assertThat(button.closest("form")).as(name).isNotNull();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void allowsItsOwnStyleAndNoOther(String name, Language language, String html) throws Exception {
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(EveryPage.PAGES.contentSecurityPolicy())
                .as(name)
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-%s'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                                .formatted(Base64.getEncoder().encodeToString(hash)));
    }

    @Test
    void styleSheetWithoutTokensIsAtMostTenKilobytes() {
        String styleSheet = PageStyles.of(HouseStyle.defaultStyle()).styleSheet();
        String tokens = HouseStyle.defaultStyle().tokensFor(styleSheet);

        assertThat(styleSheet).startsWith(tokens);
        assertThat(styleSheet.length() - tokens.length()).isLessThanOrEqualTo(10_000);
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void linksConfirmedToMeetingFromLastHourWithoutUrl(String name, Language language, String html) {
        boolean comes = List.of(
                        "own-confirmed-last-hour",
                        "own-confirmed-started",
                        "own-confirmed-over",
                        "entry-last-hour",
                        "entry-over")
                .contains(name);

        assertThat(html.contains("/meeting?lang=")).as(name).isEqualTo(comes);
        assertThat(html).as(name).doesNotContain(SampleSessions.MEETING_LINK);
    }

    @ParameterizedTest(name = "{0} {1}")
    @FieldSource("EVERY_PAGE")
    void marksTheOrganisersWordsWhereTheyAreInAnotherLanguage(String name, Language language, String html) {
        Document page = Jsoup.parse(html);
        String other = language == Language.NL ? "en" : "nl";

        assertThat(page.select("main [lang]").eachAttr("lang"))
                .as(name)
                .allMatch(tag -> tag.equals(other) || (name.startsWith("own-") && tag.equals("nl")));
        for (Element heading : page.select("h1:not(:has(span)), h1 span, h2 a, h3 a")) {
            String foreign = language == Language.NL
                    ? "Library.*"
                    : "Eenzaamheid.*|Handreiking.*|Versnellingskamer.*|samenwerking.*|لقاء.*";
            assertThat(heading.hasAttr("lang"))
                    .as(heading.text())
                    .isEqualTo(heading.text().matches(foreign));
        }
    }

    /** Returns whether the page is for printing: it has no controls, and no links but the one to the next part. */
    private static boolean isOnPaper(String name) {
        return name.startsWith("participants");
    }

    @Test
    void keepsEverythingTypedAsItWasTypedAndNothingOfTheTrap() {
        Map<String, String> form = Map.of(
                "name", "  " + HOSTILE, "email", HOSTILE, "organisation", HOSTILE, SignUpForm.HONEYPOT, "https://spam");

        Document page = session(EveryPage.invalid(form));

        assertThat(page.select("#name").val()).isEqualTo("  " + HOSTILE);
        assertThat(page.select("#email").val()).isEqualTo(HOSTILE);
        assertThat(page.select("#organisation").val()).isEqualTo(HOSTILE);
        assertThat(page.select("#" + SignUpForm.HONEYPOT).val()).isEmpty();
        assertThat(page.html()).doesNotContain("https://spam");
    }

    @Test
    void escapesHostileInput() {
        Session plain = eenzaamheidWith(Map.of("place", "Zaal"));
        Session hostile = eenzaamheidWith(Map.of(
                "title", HOSTILE,
                "organiser", HOSTILE,
                "place", HOSTILE,
                "platform", HOSTILE,
                "region", HOSTILE,
                "series", HOSTILE));

        Document expected =
                Jsoup.parse(PAGES.session(withTaken(plain, 0, 0), SignUpDraft.blank(), List.of(), Language.NL, NOW));
        Document page =
                Jsoup.parse(PAGES.session(withTaken(hostile, 0, 0), SignUpDraft.blank(), List.of(), Language.NL, NOW));

        assertThat(structure(page)).isEqualTo(structure(expected));
        assertThat(page.expectFirst("h1").wholeText()).isEqualTo(HOSTILE);
        assertThat(page.title()).contains("<script>");
    }

    @Test
    void linksEveryProblemToItsFieldAndSaysItThereToo() {
        Document page =
                session(EveryPage.invalid(Map.of("name", " ", "email", "noor@", "organisation", "x".repeat(201))));

        assertThat(page.select(".summary a").eachAttr("href")).containsExactly("#name", "#email", "#organisation");
        for (String field : List.of("name", "email", "organisation")) {
            Element input = page.expectFirst("#" + field);
            String sentence = page.select("#" + field + "-problem").text();
            assertThat(input.attr("aria-invalid")).isEqualTo("true");
            assertThat(input.attr("aria-describedby")).contains(field + "-problem");
            assertThat(page.select(".summary a[href=#" + field + "]").text()).isEqualTo(sentence);
        }
        assertThat(page.title()).startsWith("Let op: ");
    }

    @Test
    void everyFieldOfAFormIsOnItsPageAndNoOther() {
        SessionSnapshot themes = withTaken(VERSNELLINGSKAMER, 3, 0);
        Document signUp = Jsoup.parse(
                PAGES.session(themes, SignUpDraft.blank(), List.of(withTaken(HANDREIKING, 0, 0)), Language.NL, NOW));
        Document own = Jsoup.parse(PAGES.own(
                SampleSessions.own(VERSNELLINGSKAMER, confirmed(), NOW),
                List.of(),
                List.of(),
                Optional.empty(),
                Language.NL));

        assertThat(fieldsOf(signUp)).containsExactlyInAnyOrderElementsOf(elements(Form.SIGN_UP_FOR_SEVERAL));
        assertThat(fieldsOf(own)).containsExactlyInAnyOrderElementsOf(elements(Form.AMENDMENT));
        for (SignUpField field : SignUpField.values()) {
            FormFields form = new FormFields(
                    themes, Map.of(), List.of(new Problem(field.word(), Reason.INVALID)), Language.NL, NOW);
            String target = form.summary().getFirst().target();
            assertThat(signUp.select(target)).as(field.word()).hasSize(1);
            assertThat(target).isEqualTo(field.hasElement() ? "#" + field.word() : "#sign-up");
        }
    }

    @Test
    void ownPageStartsWithEveryFieldAsItIsStored() {
        Registration stored = SampleSessions.registration(
                VERSNELLINGSKAMER,
                new RegistrationState.Confirmed(NOW, false, Optional.of(new ThemeId("werk"))),
                Map.of(new QuestionId("rol"), List.of("Zorg")));
        OwnRegistration registration =
                new OwnRegistration(withTaken(VERSNELLINGSKAMER, 1, 0), stored, OptionalInt.empty(), NOW);
        FormFields form = new OwnPage(
                        registration, List.of(), List.of(), false, Optional.empty(), Optional.empty(), Language.NL)
                .form();

        for (SignUpField field : SignUpField.of(Form.AMENDMENT)) {
            String name = field.hasElement() ? field.word() : SignUpForm.ANSWER_PREFIX + "rol";
            assertThat(form.typed(name)).as(name).isNotEmpty();
        }
    }

    @Test
    void ownPageShowsEveryValueOfAPerson() {
        OwnRegistration own = SampleSessions.own(VERSNELLINGSKAMER, confirmed(), NOW);
        Document page = Jsoup.parse(PAGES.own(own, List.of(), List.of(), Optional.empty(), Language.NL));

        assertThat(page.select("#data ~ dl dd").eachText())
                .containsAll(PersonValues.of(own.registration().person()).values());
    }

    /** Returns the distinct names of the inputs that a person fills in, without the answers. */
    private static List<String> fieldsOf(Document page) {
        return page.select("#form input:not([type=hidden]):not([aria-hidden=true] input), #form textarea").stream()
                .map(input -> input.attr("name"))
                .filter(name -> !name.startsWith(SignUpForm.ANSWER_PREFIX))
                .distinct()
                .toList();
    }

    private static List<String> elements(Form form) {
        return SignUpField.of(form).stream()
                .filter(SignUpField::hasElement)
                .map(SignUpField::word)
                .toList();
    }

    @Test
    void aFormWithoutProblemsMarksNothingAsWrong() {
        Document page = session(SignUpDraft.blank());

        assertThat(page.select(".summary, [aria-invalid], .problem")).isEmpty();
        assertThat(page.select("#email").attr("aria-describedby")).isEqualTo("email-hint");
        assertThat(page.select("form[action$=/registrations] [required]").eachAttr("name"))
                .containsExactly("name", "email");
        assertThat(page.select("form[action$=/registrations] [autocomplete]").eachAttr("autocomplete"))
                .containsExactly("name", "email", "organization", "off");
    }

    @Test
    void hidesTheTrapFromPeopleWithAndWithoutSight() {
        Element trap = session(SignUpDraft.blank()).expectFirst("#" + SignUpForm.HONEYPOT);

        assertThat(trap.attr("tabindex")).isEqualTo("-1");
        assertThat(trap.attr("type")).isEqualTo("text");
        assertThat(trap.parents().is(".away[aria-hidden=true]")).isTrue();
    }

    @Test
    void showsAFormWhileSomebodyCanSignUpOnly() {
        for (Map.Entry<String, String> page : EveryPage.in(Language.NL).entrySet()) {
            boolean open = List.of(
                            "session-open",
                            "session-in-series",
                            "session-also-problems",
                            "session-of-nobody-to-share",
                            "session-untimed",
                            "session-one-left",
                            "session-waiting-list",
                            "session-no-limit",
                            "session-least",
                            "session-elsewhere",
                            "session-themes",
                            "session-themes-full",
                            "session-themes-problems",
                            "session-review",
                            "session-link-not-asked",
                            "session-extreme",
                            "session-picture",
                            "session-extreme-rtl",
                            "session-extreme-problems",
                            "session-problems",
                            "session-refused")
                    .contains(page.getKey());
            assertThat(page.getValue().contains("/registrations\""))
                    .as(page.getKey())
                    .isEqualTo(open);
        }
    }

    @Test
    void offersSeriesSessionsWithoutRequiredChoices() {
        String html = Objects.requireNonNull(EveryPage.in(Language.NL).get("session-also-problems"));
        Document page = Jsoup.parse(html);

        assertThat(page.select("input[name=also]").eachAttr("value"))
                .containsExactly(HANDREIKING.id().value(), "review", "one-left", "left", "waiting");
        assertThat(page.select("input[name=also][checked]").eachAttr("value"))
                .containsExactly(HANDREIKING.id().value());
        assertThat(page.select("#also label .hint").eachText())
                .satisfiesExactly(
                        one -> assertThat(one).endsWith("Er is plek."),
                        one -> assertThat(one).endsWith("De organisator bekijkt elke aanmelding."),
                        one -> assertThat(one).endsWith("Nog 1 plek."),
                        one -> assertThat(one).endsWith("Nog 18 plekken."),
                        one -> assertThat(one).endsWith("Vol: je komt op de wachtlijst."));
    }

    @Test
    void lateFormShowsReasonInsteadOfProblems() {
        SignUpDraft invalid = EveryPage.invalid(Map.of("name", ""));
        Document page = Jsoup.parse(PAGES.session(
                withTaken(EENZAAMHEID_ONDER_JONGEREN, 0, 0), invalid, List.of(), Language.EN, EveryPage.AFTER));

        assertThat(page.select(".summary p").text()).contains("registration has closed");
        assertThat(page.select(".summary a, form[action$=/registrations]")).isEmpty();
    }

    @Test
    void statesOutcomeAndRetentionBeforeSubmit() {
        Document open = session(SignUpDraft.blank());
        Document full = Jsoup.parse(PAGES.session(
                withTaken(EENZAAMHEID_ONDER_JONGEREN, 30, 2), SignUpDraft.blank(), List.of(), Language.NL, NOW));

        assertThat(open.text()).contains("dan krijg je een plek").contains("tot donderdag 14 januari 2027");
        assertThat(full.text()).contains("dan kom je op de wachtlijst").doesNotContain("dan krijg je een plek");
    }

    @Test
    void tellsUntilWhenToCancelAsADate() {
        Element cancel = session(SignUpDraft.blank()).expectFirst("dt:contains(Afmelden) + dd");

        assertThat(cancel.text()).startsWith("Kan tot dinsdag 8 december 2026 om 14.00 uur.");
        assertThat(cancel.expectFirst("time").attr("datetime")).isEqualTo("2026-12-08T14:00:00+01:00");
    }

    @Test
    void tellsWhoIsLateThatCancellingByThemselvesIsOver() {
        Document late = Jsoup.parse(PAGES.session(
                withTaken(EENZAAMHEID_ONDER_JONGEREN, 12, 0),
                SignUpDraft.blank(),
                List.of(),
                Language.NL,
                EveryPage.LATE));

        assertThat(late.text())
                .contains("Kon tot dinsdag 8 december 2026 om 14.00 uur. Kun je daarna toch niet komen?");
    }

    @Test
    void showsMaterialForAfterwardsWhenTheSessionHasEnded() {
        Map<String, String> pages = EveryPage.in(Language.NL);

        assertThat(pages.get("session-open")).contains("handreiking.pdf").doesNotContain("dias.pdf");
        assertThat(pages.get("own-confirmed")).contains("handreiking.pdf").doesNotContain("dias.pdf");
        assertThat(pages.get("session-over")).contains("handreiking.pdf", "dias.pdf");
    }

    @Test
    void tellsProgrammeTimesAsFarAsTheyAreKnown() {
        Document page = session(SignUpDraft.blank());
        Document elsewhere = page("session-elsewhere");

        assertThat(page.select(".programme li").eachText())
                .containsExactly(
                        "13.50-14.00 uur Inloop",
                        "14.00-15.00 uur Wat onderzoek zegt Sam Bakker",
                        "15.00 uur Pauze",
                        "tot 16.30 uur In gesprek met drie gemeenten",
                        "Afsluiting");
        assertThat(elsewhere.select(".programme time").text()).isEqualTo("woensdag 16 december 2026 om 10.00 uur");
        assertThat(elsewhere.text()).contains("(tijdzone Europe/London)");
    }

    @Test
    void keepsNoColumnForTimesThatNobodyKnows() {
        Session untimed = eenzaamheidWith(
                Map.of("programme", List.of(Map.of("title", "In gesprek"), Map.of("title", "Afsluiting"))));

        assertThat(session(SignUpDraft.blank()).select(".programme").hasClass("timed"))
                .isTrue();
        assertThat(session(untimed, SignUpDraft.blank()).select(".programme").attr("class"))
                .isEqualTo("programme");
    }

    @Test
    void offersNothingToShareOfASessionThatDoesNotTakePlace() {
        assertThat(page("session-open").select(".share")).hasSize(1);
        assertThat(page("session-over").select(".share")).hasSize(1);
        assertThat(page("session-cancelled").select(".share")).isEmpty();
    }

    @Test
    void everyPageForSearchEnginesDescribesItself() {
        Map<String, String> descriptions = Map.of(
                "agenda", "Gratis bijeenkomsten om van elkaar te leren. Kies er een en meld je aan.",
                "privacy",
                        "We bewaren alleen wat nodig is om je te laten meedoen aan een bijeenkomst, en niet langer dan nodig.",
                "accessibility",
                        "Iedereen moet zich kunnen aanmelden. We volgen daarom de richtlijnen van WCAG 2.2, niveau A en AA.");
        descriptions.forEach((name, description) -> assertThat(
                        page(name).select("meta[name=description]").attr("content"))
                .isEqualTo(description));
        assertThat(page("session-open").select("meta[name=description]").attr("content"))
                .startsWith("dinsdag 15 december 2026, 14.00-16.30 uur. Hoe herken je eenzaamheid");
        assertThat(page("own-confirmed").select("meta[name=description]")).isEmpty();
    }

    @Test
    void putsADayIntoACalendarWhileItIsToCome() {
        assertThat(List.of("session-open", "session-full", "own-confirmed", "own-invited-confirmed"))
                .allMatch(PagesTest::isForTheCalendar);
        assertThat(List.of("session-started", "session-over", "session-cancelled"))
                .noneMatch(PagesTest::isForTheCalendar);
        assertThat(List.of(
                        "own-waiting", "own-cancelled", "own-session-cancelled", "own-confirmed-over", "own-invited"))
                .noneMatch(PagesTest::isForTheCalendar);
    }

    /** An entry of the session for anybody would stand beside the one in the person's letters. */
    @Test
    void offersThePersonsOwnCalendarEntry() {
        assertThat(calendarFile("own-confirmed")).matches("/sessions/[a-z-]+/registrations/[\\w-]{43}/calendar\\.ics");
        for (String lost : List.of("own-cancelled", "own-session-cancelled", "own-session-cancelled-gone")) {
            assertThat(page(lost)
                            .select(".facts a:contains(Haal uit je agenda)")
                            .attr("href"))
                    .isEqualTo(calendarFile("own-confirmed"));
        }
        assertThat(List.of("own-waiting", "own-review", "own-declined", "own-not-coming", "own-confirmed-over"))
                .allMatch(name -> calendarFile(name).isEmpty());
    }

    @Test
    void saysBeforeErasingHowTheCalendarIsCleared() {
        assertThat(page("own-confirmed").text()).contains("Meld je dan eerst af. De mail die je daarna krijgt");
        assertThat(page("own-confirmed-too-late").text()).contains("na het verwijderen kunnen wij dat niet meer doen");
        assertThat(List.of("own-waiting", "own-cancelled", "own-confirmed-over"))
                .noneMatch(name -> page(name).text().contains("Staat de bijeenkomst in je agenda?"));
        assertThat(page("received-erased").text()).contains("Staat deze bijeenkomst nog in je agenda?");
        assertThat(page("received-place").text()).doesNotContain("nog in je agenda");
    }

    @Test
    void tellsWhomOurMailDoesNotReach() {
        assertThat(page("own-bounced").select(".notice").text()).contains("Onze mail komt niet bij je aan.");
        assertThat(page("own-confirmed").text()).doesNotContain("Onze mail komt niet");
    }

    @Test
    void offersToEraseOtherRegistrationsToo() {
        assertThat(page("own-theme").select("#erase ~ form input[name=sessions]"))
                .isEmpty();
        assertThat(page("own-elsewhere").select("#erase ~ form input[name=sessions]"))
                .extracting(Element::val)
                .containsExactly(
                        LIBRARY_NETWORK.id().value(),
                        EENZAAMHEID_ONDER_JONGEREN.id().value());
        assertThat(page("own-elsewhere").select("#erase ~ form input[checked]")).isEmpty();
    }

    @Test
    void searchesAllSessionsWhenAsked() {
        assertThat(page("own-theme").select("#erase ~ form a").attr("href")).endsWith("&elsewhere=all#erase");
        assertThat(page("own-nowhere-else").select("#erase ~ form a")).isEmpty();
        assertThat(page("own-nowhere-else").select("#erase ~ form").text())
                .contains("Met dit e-mailadres vinden we geen andere aanmeldingen.");
    }

    /** The form to change the registration is on the same page, and keeps what is stored. */
    @Test
    void keepsWhatWasTickedToBeErased() {
        Document unsure = page("own-not-erased");

        assertThat(unsure.select("input[name=sessions][checked]"))
                .singleElement()
                .extracting(Element::val)
                .isEqualTo(EENZAAMHEID_ONDER_JONGEREN.id().value());
        assertThat(unsure.select("input[name=name]").val())
                .isEqualTo(page("own-theme").select("input[name=name]").val())
                .isNotEmpty();
    }

    @Test
    void saysWhatWasErasedAndWhatIsLeft() {
        for (String name : List.of("received-erased-others", "erased-others")) {
            Document page = page(name);
            assertThat(page.select("ul.series li").eachText())
                    .as(name)
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .contains(EENZAAMHEID_ONDER_JONGEREN
                                            .document()
                                            .about()
                                            .title())
                                    .endsWith("Dat kan nog, met de link in je mail over die bijeenkomst."),
                            second -> assertThat(second).endsWith("Ook verwijderd."));
            assertThat(page.text()).as(name).contains("1 verwijderd, 1 niet verwijderd");
        }
        assertThat(page("received-erased").text()).doesNotContain("Je andere aanmeldingen");
        assertThat(page("erased").text())
                .contains("Alles is verwijderd")
                .doesNotContain("Je andere aanmeldingen")
                .doesNotContain(LIBRARY_NETWORK.document().about().title());
    }

    @Test
    void offersToCancelWhileThatIsPossible() {
        assertThat(cancelForm("own-confirmed")).isTrue();
        assertThat(cancelForm("own-confirmed-late")).isTrue();
        assertThat(cancelForm("own-waiting")).isTrue();
        assertThat(cancelForm("own-confirmed-too-late")).isFalse();
        assertThat(cancelForm("own-confirmed-started")).isFalse();
        assertThat(cancelForm("own-cancelled")).isFalse();
        assertThat(cancelForm("own-session-cancelled")).isFalse();
    }

    @Test
    void listsWhatChangedSinceTheFirstLetter() {
        assertThat(page("own-confirmed-moved")
                        .select("section:has(h2:contains(Veranderd sinds je aanmelding)) li")
                        .eachText())
                .containsExactly(
                        "Tijd: was dinsdag 15 december 2026, 14.00-16.30 uur, wordt donderdag 17 december 2026,"
                                + " 10.00-12.00 uur",
                        "Online: was via Zoom, wordt via MS Teams",
                        "Plaats: Stadhuis van Almelo, trouwzaal",
                        "Programma: was tot 16.30 uur, In gesprek met drie gemeenten, wordt In gesprek met drie"
                                + " gemeenten",
                        "Niet meer in het programma: 13.50-14.00 uur, Inloop",
                        "Niet meer in het programma: 14.00-15.00 uur, Wat onderzoek zegt (Sam Bakker)",
                        "Niet meer in het programma: 15.00 uur, Pauze",
                        "Niet meer in het programma: Afsluiting");
        assertThat(page("own-confirmed").text()).doesNotContain("Veranderd sinds je aanmelding");
    }

    @Test
    void saysThatCancellingIsForGoodWherePeopleWaitForThePlace() {
        String forGood = "krijgt de eerste op de wachtlijst meteen jouw plek. Dat kunnen we niet terugdraaien.";

        assertThat(page("own-confirmed-others-wait")
                        .select(".panel:has(#cancel)")
                        .text())
                .contains(forGood);
        assertThat(List.of("own-confirmed", "own-waiting"))
                .noneMatch(name -> page(name).text().contains(forGood));
    }

    /** Saving is the main button; nobody should press the other one for it. */
    @Test
    void givesCancellingAndErasingAButtonOfTheirOwnKind() {
        Document page = page("own-confirmed");

        assertThat(page.select("form[action$=/cancellation] button").attr("class"))
                .isEqualTo("danger");
        assertThat(page.select("form[action$=/erasure] button").attr("class")).isEqualTo("danger");
        assertThat(page.select("form[action$=/changes] button").attr("class")).isEmpty();
    }

    /** Somebody who confirmed the address may press by mistake; a stranger has nothing to lose. */
    @Test
    void asksForATickBeforeEndingMailOnlyOfWhoConfirmedTheAddress() {
        Element own = page("own-confirmed").expectFirst("form[action$=/refusal]");
        Element strange = page("own-not-confirmed").expectFirst("form[action$=/refusal]");

        assertThat(own.select("input[name=no-mail][required]")).hasSize(1);
        assertThat(own.select("button").text()).isEqualTo("Mail mij niet meer");
        assertThat(strange.select("input[type=checkbox]")).isEmpty();
        assertThat(strange.select("button").text()).isEqualTo("Dit was ik niet");
        assertThat(page("own-mail-not-refused").select("a[href=#no-mail]").text())
                .isEqualTo("Vink aan dat je geen mail meer wilt.");
    }

    @Test
    void offersToUndoARefusalByTheSameLink() {
        Document refused = page("mail-refused");

        assertThat(refused.expectFirst("form").attr("action"))
                .isEqualTo(page("own-theme")
                        .expectFirst("form[action$=/refusal]")
                        .attr("action")
                        .replaceFirst("/sessions/[^/]+", "/sessions/" + EENZAAMHEID_ONDER_JONGEREN.id()));
        assertThat(refused.select("form input[name=undo]").attr("value")).isEqualTo("yes");
        assertThat(page("mail-refused-undone").select("form")).isEmpty();
    }

    @Test
    void namesTheContactWhereCancellingIsOver() {
        Document page = page("own-confirmed-too-late");

        assertThat(page.text()).contains("De afmeldtermijn is voorbij sinds dinsdag 8 december 2026 om 14.00 uur.");
        assertThat(page.select("a:contains(Mail naar)").attr("href")).isEqualTo("mailto:bijeenkomsten@example.org");
    }

    @Test
    void thanksInTheSameWordsWhoeverSignedUp() {
        Document page = Jsoup.parse(PAGES.received(
                withTaken(EENZAAMHEID_ONDER_JONGEREN, 30, 1),
                ReceivedAs.WAITING_LIST,
                Optional.empty(),
                List.of(),
                List.of(),
                Language.NL));

        assertThat(page.select("h1").text()).isEqualTo("Er was geen plek meer");
        assertThat(page.text())
                .contains("Had je je nog niet aangemeld, dan sta je nu op de wachtlijst.")
                .contains("bevestig dat het e-mailadres van jou is");
    }

    @Test
    void tellsHowARegistrationStands() {
        assertThat(state(confirmed())).isEqualTo("Je hebt een plek.");
        assertThat(state(waiting())).startsWith("Je bent nummer 3 op de wachtlijst.");
        assertThat(state(gone())).isEqualTo("Je bent afgemeld.");
        Document page = Jsoup.parse(PAGES.own(
                SampleSessions.own(cancelled(LIBRARY_NETWORK, "The speaker is ill."), confirmed(), NOW),
                List.of(),
                List.of(),
                Optional.empty(),
                Language.NL));
        assertThat(page.select(".notice").text()).startsWith("Deze bijeenkomst gaat niet door.");
        assertThat(page.select(".notice [lang=en]").text()).isEqualTo("The speaker is ill.");
    }

    @Test
    void everyRefusalHasItsPage() {
        for (Refusal refusal : Refusal.values()) {
            assertThat(PAGES.problem(refusal, Optional.empty(), Language.EN)).contains("See all sessions");
        }
        assertThat(PAGES.problem(Refusal.BODY_INVALID, Optional.of(LIBRARY_NETWORK.id()), Language.EN))
                .contains("/sessions/library-network?lang=en");
    }

    @Test
    void everyMailAddressMakesALinkThatIsJustThatAddress() {
        assertThat(Mailto.of(new EmailAddress("a?b&c%d'{e}@example.org")))
                .isEqualTo("mailto:a%3Fb%26c%25d'%7Be%7D@example.org");
    }

    @Test
    void aPlaceInTheAgendaTravelsThroughAnAddress() {
        AgendaCursor cursor = AgendaCursor.after(EENZAAMHEID_ONDER_JONGEREN);

        assertThat(AfterParameter.of(cursor)).isEqualTo("2026-12-15T13:00:00Z~eenzaamheid-onder-jongeren");
        assertThat(AfterParameter.parse(AfterParameter.of(cursor))).contains(cursor);
        assertThat(AfterParameter.parse("2026-12-15T13:00:00Z")).contains(AgendaCursor.from(cursor.moment()));
    }

    @Test
    void aPlaceInTheAgendaThatCannotBeReadIsNone() {
        for (String written : List.of(
                "",
                "~",
                "tomorrow",
                "2026-13-45T13:00:00Z~a",
                "2026-12-15T13:00:00Z~",
                "2026-12-15T13:00:00Z~A b",
                "+1000000000-12-31T23:59:59Z")) {
            assertThat(AfterParameter.parse(written)).as(written).isEmpty();
        }
    }

    @Test
    void aDraftSaysNothingOfThePersonInALog() {
        assertThat(SignUpDraft.invalid(Map.of("name", "Noor"), List.of()).toString())
                .doesNotContain("Noor");
    }

    private static Document session(SignUpDraft draft) {
        return session(EENZAAMHEID_ONDER_JONGEREN, draft);
    }

    private static Document session(Session session, SignUpDraft draft) {
        return Jsoup.parse(PAGES.session(withTaken(session, 12, 0), draft, List.of(), Language.NL, NOW));
    }

    private static String state(RegistrationState state) {
        return Jsoup.parse(PAGES.own(
                        SampleSessions.own(EENZAAMHEID_ONDER_JONGEREN, state, NOW),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Language.NL))
                .select(".notice")
                .text();
    }

    private static Document page(String name) {
        return Jsoup.parse(Objects.requireNonNull(EveryPage.in(Language.NL).get(name)));
    }

    private static boolean isForTheCalendar(String name) {
        return page(name).select(".facts a:contains(Zet in je agenda)").size() == 1;
    }

    private static String calendarFile(String name) {
        return page(name).select(".facts a[href$=.ics]").attr("href");
    }

    private static boolean cancelForm(String name) {
        return page(name).select("form[action$=/cancellation] button").size() == 1;
    }

    private static List<String> structure(Document page) {
        return page.getAllElements().stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(attribute -> " " + attribute.getKey())
                                .toList())
                .toList();
    }
}
