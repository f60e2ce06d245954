package nl.samenkomst.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that the texts have one word for each thing: the glossary's. */
final class HouseWordsTest {

    private static final List<String> CATALOGUES = List.of(
            "changes",
            "colleagues",
            "dates",
            "figures",
            "letters",
            "lists",
            "oidc",
            "pages",
            "problems",
            "share",
            "timetable",
            "venue");

    /** Words that another one replaces, except in the texts whose catalogue and key match the pattern. */
    private record Avoided(String words, String instead, String except) {

        Avoided(String words, String instead) {
            this(words, instead, "none");
        }

        boolean isIn(String text) {
            return Pattern.compile(
                            "(?<![\\w-])(" + words + ")(?![\\w-])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS)
                    .matcher(text)
                    .find();
        }
    }

    private static List<Avoided> avoidedIn(Language language) {
        return switch (language) {
            case NL ->
                List.of(
                        // Also a venue, which may have moved.
                        new Avoided("plaats|plaatsen", "plek", "changes place.*|letters (.*moved|headline\\.changed)"),
                        // Also where a participant or an organiser works.
                        new Avoided("organisatie", "organisator", ".*organisation.*|oidc .*"),
                        new Avoided("materialen", "materiaal"),
                        new Avoided("e-mail|e-mails|email|emails", "mail"),
                        new Avoided("mailadres|emailadres", "e-mailadres"),
                        new Avoided("inschrijving|inschrijvingen|registratie|registraties", "aanmelding"),
                        new Avoided("annuleren|annulering|uitschrijven", "afmelden"),
                        new Avoided("sessie|sessies|evenement|evenementen", "bijeenkomst"),
                        new Avoided("wachtrij|in de rij", "wachtlijst"),
                        new Avoided("u|uw", "je"));
            case EN ->
                List.of(
                        new Avoided("seat|seats|spot|spots", "place"),
                        new Avoided("sign-up|sign-ups|signup|signups|enrolment", "registration"),
                        new Avoided("material", "materials"),
                        new Avoided("e-mail|e-mails|mail|mails|mailed", "email"),
                        new Avoided("organizer|organizers|organization", "organiser, organisation"),
                        new Avoided("event|events|meeting|meetings|gathering", "session"),
                        new Avoided("queue|in line|waitlist", "waiting list"),
                        new Avoided("erase|erased|removed", "delete"),
                        new Avoided("agenda", "sessions"));
        };
    }

    @ParameterizedTest
    @EnumSource
    void textsUseTheWordsOfTheHouse(Language language) {
        List<String> wrong = new ArrayList<>();
        for (String catalogue : CATALOGUES) {
            Texts texts = new Texts(catalogue);
            for (String key : TextKeys.of(catalogue, language)) {
                String text = texts.text(language, key);
                for (Avoided avoided : avoidedIn(language)) {
                    if (avoided.isIn(text) && !(catalogue + " " + key).matches(avoided.except())) {
                        wrong.add("%s %s: write %s: %s".formatted(catalogue, key, avoided.instead(), text));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NL, Je plaats is vrij voor iemand anders., plek",
        "NL, De organisatie bekijkt je aanmelding., organisator",
        "NL, Je krijgt een e-mail op je e-mailadres., mail",
        "EN, The organiser is looking at your sign-up., registration",
        "EN, You will get an e-mail., email"
    })
    void findsAnotherWord(Language language, String sentence, String instead) {
        assertThat(avoidedIn(language).stream()
                        .filter(avoided -> avoided.isIn(sentence))
                        .map(Avoided::instead))
                .containsExactly(instead);
    }
}
