package nl.samenkomst.signin.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.oidc.ProviderClient;
import nl.samenkomst.domain.oidc.ProviderFlow;
import nl.samenkomst.http.Form;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goes to a provider and back, with tokens as they should be and as they should not. */
class ProviderTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final URI RETURN = URI.create("https://aanmelden.example.org/organise/sign-in/oidc/callback");
    private static final RSAKey OTHER_KEY = SigningProvider.key("other");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final AtomicReference<String> secret = new AtomicReference<>(SigningProvider.SECRET);
    private final Clock clock;
    private final SigningProvider signing;
    private final Provider provider;
    private final ProviderFlow flow = flow(1);

    ProviderTest() throws IOException {
        clock = new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        signing = SigningProvider.start(clock);
        provider = provider(List.of());
    }

    /** Returns the provider for a desk that requires one of these values of {@code acr}. */
    private Provider provider(List<String> acrValues) {
        return new Provider(client(acrValues), RETURN, name -> secret.get(), clock);
    }

    private ProviderClient client(List<String> acrValues) {
        return new ProviderClient(signing.issuer(), SigningProvider.CLIENT_ID, "/samenkomst/oidc", acrValues);
    }

    @AfterEach
    void close() {
        signing.close();
    }

    private ProviderFlow flow(int seed) {
        return ProviderFlow.begin(new Random(seed), now.get(), false, false, Optional.empty());
    }

    /** Goes to the provider and back. */
    private ProviderAnswer visit(ProviderFlow with) {
        return visit(provider, with);
    }

    private ProviderAnswer visit(Provider visited, ProviderFlow with) {
        return visited.exchange(with, code(visited, with), Optional.empty());
    }

    private String code(ProviderFlow with) {
        return code(provider, with);
    }

    private String code(Provider visited, ProviderFlow with) {
        return Form.parse(signing.letIn(visited.address(with).orElseThrow())).getOrDefault("code", "");
    }

    private static boolean isProven(ProviderAnswer answer) {
        return answer instanceof ProviderAnswer.Proven;
    }

    @Test
    void believesWhatTheProviderSigned() {
        signing.authenticatedAt(NOW.minusSeconds(5));

        assertThat(visit(flow)).isInstanceOfSatisfying(ProviderAnswer.Proven.class, answer -> {
            assertThat(answer.proven().identity()).isEqualTo(new Identity(signing.issuer(), "f:1:noor"));
            assertThat(answer.proven().authenticatedAt()).contains(NOW.minusSeconds(5));
        });
    }

    @Test
    void sendsTheBrowserWithStateNonceAndChallenge() {
        String address = provider.address(flow).orElseThrow();

        assertThat(Form.parse(URI.create(address).getRawQuery()))
                .containsEntry("state", flow.state())
                .containsEntry("nonce", flow.nonce())
                .containsEntry("code_challenge", flow.challenge())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", RETURN.toString())
                .containsEntry("scope", "openid")
                .doesNotContainKeys("prompt", "max_age", "acr_values");
        assertThat(address).doesNotContain(flow.verifier()).doesNotContain(flow.secret());
    }

    @Test
    void asksToSignInOnceMoreForAStepUp() {
        ProviderFlow again = ProviderFlow.begin(new Random(1), NOW, true, false, Optional.empty());

        assertThat(Form.parse(URI.create(provider.address(again).orElseThrow()).getRawQuery()))
                .containsEntry("prompt", "login")
                .containsEntry("max_age", "0");
    }

    /** Fetches what does not change once, and the secret only when it is needed. */
    @Test
    void keepsWhatTheProviderSaysOfItself() {
        assertThat(isProven(visit(flow))).isTrue();
        assertThat(isProven(visit(flow(2)))).isTrue();

        assertThat(signing.requests())
                .containsExactly("/.well-known/openid-configuration", "/token", "/keys", "/token");
    }

    @Test
    void aCodeCountsOnce() {
        String code = code(flow);

        assertThat(isProven(provider.exchange(flow, code, Optional.empty()))).isTrue();
        assertThat(provider.exchange(flow, code, Optional.empty())).isEqualTo(new ProviderAnswer.Refused());
    }

    /** Whoever steals a code has no verifier for it, nor the nonce of the token. */
    @Test
    void aCodeOfAnotherBrowserIsOfNoUse() {
        String stolen = code(flow(2));

        assertThat(provider.exchange(flow, stolen, Optional.empty())).isEqualTo(new ProviderAnswer.Refused());
    }

    static Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrongClaims() {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = new HashMap<>();
        wrong.put("another issuer", claims -> claims.issuer("https://login.example.org"));
        wrong.put(
                "the issuer with a slash",
                claims -> claims.issuer(claims.build().getIssuer() + "/"));
        wrong.put("no issuer", claims -> claims.issuer(null));
        wrong.put("another audience", claims -> claims.audience("another"));
        wrong.put("no audience", claims -> claims.audience((String) null));
        wrong.put("two audiences and no party", claims -> claims.audience(List.of("samenkomst", "another")));
        wrong.put("another party", claims -> claims.claim("azp", "another"));
        wrong.put("another nonce", claims -> claims.claim("nonce", "another"));
        wrong.put("no nonce", claims -> claims.claim("nonce", null));
        wrong.put("expired", claims -> claims.expirationTime(Date.from(NOW.minusSeconds(61))));
        wrong.put("no end", claims -> claims.expirationTime(null));
        wrong.put("of later", claims -> claims.issueTime(Date.from(NOW.plusSeconds(61))));
        wrong.put("no beginning", claims -> claims.issueTime(null));
        wrong.put("no subject", claims -> claims.subject(null));
        wrong.put("an empty subject", claims -> claims.subject(" "));
        wrong.put("a long subject", claims -> claims.subject("a".repeat(256)));
        return wrong;
    }

    static List<String> everyWrongClaim() {
        return wrongClaims().keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("everyWrongClaim")
    void refusesATokenWithAWrongClaim(String name) {
        signing.claiming(wrongClaims().getOrDefault(name, claims -> claims));

        assertThat(visit(flow)).isEqualTo(new ProviderAnswer.Refused());
    }

    static Map<String, UnaryOperator<JWTClaimsSet.Builder>> weakClaims() {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> weak = new HashMap<>();
        weak.put("no level", claims -> claims);
        weak.put("a lower level", claims -> claims.claim("acr", "1"));
        weak.put("an empty level", claims -> claims.claim("acr", ""));
        weak.put("all levels in one", claims -> claims.claim("acr", "2 hoog"));
        weak.put("a number", claims -> claims.claim("acr", 2));
        weak.put("several levels", claims -> claims.claim("acr", List.of("2")));
        weak.put("a method only", claims -> claims.claim("amr", List.of("pwd", "2")));
        weak.put("other contexts", claims -> claims.claim("acrs", List.of("1", "c1", 2)));
        weak.put("a context that is no list", claims -> claims.claim("acrs", "2"));
        return weak;
    }

    static List<String> everyWeakClaim() {
        return weakClaims().keySet().stream().sorted().toList();
    }

    /** Whoever takes {@code acr_values} out of the address on the way gains nothing either. */
    @ParameterizedTest
    @MethodSource("everyWeakClaim")
    void refusesATokenThatDoesNotTellTheRequiredStrength(String name) {
        signing.claiming(weakClaims().getOrDefault(name, claims -> claims));

        assertThat(visit(provider(List.of("2", "hoog")), flow)).isEqualTo(new ProviderAnswer.TooWeak());
        assertThat(isProven(visit(flow))).as("a desk that does not check it").isTrue();
    }

    @Test
    void takesATokenThatTellsARequiredStrengthAndAsksForIt() {
        Provider strict = provider(List.of("2", "hoog"));

        assertThat(Form.parse(URI.create(strict.address(flow).orElseThrow()).getRawQuery()))
                .containsEntry("acr_values", "2 hoog");
        for (String level : List.of("2", "hoog")) {
            signing.claiming(claims -> claims.claim("acr", level));
            assertThat(isProven(visit(strict, flow))).as(level).isTrue();
            signing.claiming(claims -> claims.claim("acrs", List.of("c1", level)));
            assertThat(isProven(visit(strict, flow))).as(level).isTrue();
        }
    }

    /** The level is of no use in a token that is not to be believed. */
    @Test
    void refusesAStrongTokenWithAWrongClaim() {
        signing.claiming(claims -> claims.claim("acr", "2").audience("another"));

        assertThat(visit(provider(List.of("2")), flow)).isEqualTo(new ProviderAnswer.Refused());
    }

    @Test
    void refusesATokenWithoutASignature() {
        signing.signing(claims -> new PlainJWT(claims).serialize());

        assertThat(visit(flow)).isEqualTo(new ProviderAnswer.Refused());
    }

    /** What everybody can do who knows the public key, if the key is taken for a shared secret. */
    @Test
    void refusesATokenSignedWithThePublicKeyAsASecret() {
        signing.signing(claims -> {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(signing.key().getKeyID())
                                .build(),
                        claims);
                token.sign(new MACSigner(signing.key().toRSAPublicKey().getEncoded()));
                return token.serialize();
            } catch (JOSEException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });

        assertThat(visit(flow)).isEqualTo(new ProviderAnswer.Refused());
    }

    @Test
    void refusesATokenOfAnUnknownKeyAndOfAnotherKeyUnderAKnownName() {
        signing.signing(claims -> SigningProvider.signed(claims, OTHER_KEY));
        assertThat(visit(flow)).isEqualTo(new ProviderAnswer.Refused());

        RSAKey disguised = new RSAKey.Builder(OTHER_KEY).keyID("first").build();
        signing.signing(claims -> SigningProvider.signed(claims, disguised));
        assertThat(visit(flow(2))).isEqualTo(new ProviderAnswer.Refused());
    }

    @Test
    void refusesATokenThatWasChangedAfterwardsAndWhatIsNoToken() {
        signing.signing(claims -> {
            String[] parts = signing.signed(claims).split("\\.", -1);
            JWTClaimsSet other =
                    new JWTClaimsSet.Builder(claims).subject("f:1:beheerder").build();
            return parts[0] + "." + other.toPayload().toBase64URL() + "." + parts[2];
        });
        assertThat(visit(flow)).isEqualTo(new ProviderAnswer.Refused());

        signing.signing(claims -> "geen token");
        assertThat(visit(flow(2))).isEqualTo(new ProviderAnswer.Refused());
    }

    @Test
    void findsChangedKeysButAsksForThemOnceAMinuteOnly() {
        assertThat(isProven(visit(flow))).isTrue();
        signing.with(OTHER_KEY);

        assertThat(visit(flow(2))).isEqualTo(new ProviderAnswer.Refused());
        now.set(NOW.plus(ProviderKeys.MIN_INTERVAL));
        assertThat(isProven(visit(flow(3)))).isTrue();
        signing.signing(claims -> SigningProvider.signed(claims, SigningProvider.key("unknown")));
        assertThat(visit(flow(4))).isEqualTo(new ProviderAnswer.Refused());
        assertThat(visit(flow(5))).isEqualTo(new ProviderAnswer.Refused());

        assertThat(signing.requests()).filteredOn("/keys"::equals).hasSize(2);
    }

    /** The clocks of two machines differ a little. */
    @Test
    void toleratesAClockThatIsOffByLessThanAMinute() {
        signing.claiming(claims ->
                claims.expirationTime(Date.from(NOW.minusSeconds(59))).issueTime(Date.from(NOW.plusSeconds(59))));

        assertThat(isProven(visit(flow))).isTrue();
    }

    @Test
    void takesACodeOfTheNamedIssuerOnly() {
        assertThat(isProven(provider.exchange(flow, code(flow), Optional.of(signing.issuer()))))
                .isTrue();
        assertThat(provider.exchange(flow, code(flow), Optional.of("https://login.example.org")))
                .isEqualTo(new ProviderAnswer.Refused());
    }

    @Test
    void requiresTheIssuersNameOfAProviderThatAlwaysTellsIt() {
        signing.saying(document -> with(document, "authorization_response_iss_parameter_supported", true));

        assertThat(provider.exchange(flow, code(flow), Optional.empty())).isEqualTo(new ProviderAnswer.Refused());
        assertThat(isProven(provider.exchange(flow, code(flow), Optional.of(signing.issuer()))))
                .isTrue();
    }

    @Test
    void putsTheSecretIntoTheFormIfTheProviderTakesItNowhereElse() {
        signing.saying(
                document -> with(document, "token_endpoint_auth_methods_supported", List.of("client_secret_post")));

        assertThat(isProven(visit(flow))).isTrue();
    }

    @Test
    void readsTheSecretAnewOnceItNoLongerWorks() {
        assertThat(isProven(visit(flow))).isTrue();
        signing.expecting("nieuw");
        secret.set("nieuw");

        assertThat(visit(flow(2))).isEqualTo(new ProviderAnswer.Unavailable());
        assertThat(isProven(visit(flow(3)))).isTrue();
    }

    @Test
    void trustsNoDiscoveryDocumentOfAnotherIssuerOrWithUnsafeAddresses() {
        signing.saying(document -> with(document, "issuer", "https://login.example.org"));
        assertThat(provider.address(flow)).isEmpty();
        for (String name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            signing.saying(document -> with(document, name, "http://login.example.org/"));
            assertThat(provider.address(flow)).as(name).isEmpty();
        }
        signing.saying(document -> with(document, "code_challenge_methods_supported", List.of("plain")));
        assertThat(provider.address(flow)).isEmpty();

        signing.saying(document -> document);
        assertThat(provider.address(flow)).isPresent();
    }

    @Test
    void believesNoTokenOfAProviderThatSignsUnsafelyOnly() {
        signing.saying(document -> with(document, "id_token_signing_alg_values_supported", List.of("HS256", "none")));

        assertThat(visit(flow)).isEqualTo(new ProviderAnswer.Unavailable());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 404, 302, 401})
    void isUnavailableWhileTheProviderIsAndRecovers(int status) {
        signing.answering(status);
        assertThat(provider.address(flow)).isEmpty();
        signing.answering(200);
        String code = code(flow);
        signing.answering(status);
        assertThat(provider.exchange(flow, code, Optional.empty())).isEqualTo(new ProviderAnswer.Unavailable());
        signing.answering(200);
        assertThat(isProven(provider.exchange(flow, code, Optional.empty()))).isTrue();
    }

    @Test
    void isUnavailableWhenNothingListens() {
        signing.close();

        assertThat(provider.address(flow)).isEmpty();
    }

    @Test
    void readsNoResponseOfMoreThanAQuarterOfAMegabyte() {
        signing.saying(document -> with(document, "more", "x".repeat(ProviderHttp.MAX_RESPONSE)));

        assertThat(provider.address(flow)).isEmpty();
    }

    @Test
    void isUnavailableWithoutItsSecret() {
        Provider without = new Provider(
                client(List.of()),
                RETURN,
                name -> {
                    throw new IllegalStateException("no " + name);
                },
                Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(without.exchange(flow, code(flow), Optional.empty())).isEqualTo(new ProviderAnswer.Unavailable());
    }

    @Test
    void aDiscoveryDocumentIsWhereTheIssuerSays() {
        assertThat(ProviderMetadata.address("https://login.example.org/"))
                .hasToString("https://login.example.org/.well-known/openid-configuration");
        assertThat(ProviderMetadata.address("https://login.example.org/realms/gemeente"))
                .hasToString("https://login.example.org/realms/gemeente/.well-known/openid-configuration");
    }

    private static Map<String, Object> with(Map<String, Object> document, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(document);
        changed.put(name, value);
        return changed;
    }
}
