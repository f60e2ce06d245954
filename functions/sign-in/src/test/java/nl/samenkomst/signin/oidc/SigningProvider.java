package nl.samenkomst.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.samenkomst.http.Form;
import nl.samenkomst.http.Json;

/**
 * An OpenID provider on this machine, which lets everybody in as whoever the test says and checks what a client must
 * send: its secret, the return address, and the verifier of PKCE; a code counts once. A real browser finds its page to
 * sign in with on another host, so that it comes back from another site.
 */
public final class SigningProvider implements AutoCloseable {

    public static final String CLIENT_ID = "samenkomst";
    public static final String SECRET = "geheim: met + en é";
    private static final RSAKey FIRST_KEY = key("first");

    private final Clock clock;
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile RSAKey key = FIRST_KEY;
    private volatile String subject = "f:1:noor";
    private volatile Optional<Instant> authenticatedAt = Optional.empty();
    private volatile Optional<String> acr = Optional.empty();
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    private volatile Function<JWTClaimsSet, String> signing = this::signed;
    private volatile Optional<String> secret = Optional.of(SECRET);
    private volatile UnaryOperator<Map<String, Object>> discovery = document -> document;
    private volatile int status = 200;

    private SigningProvider(Clock clock, HttpServer server) {
        this.clock = clock;
        this.server = server;
    }

    /** Starts a provider, to be closed after the test. */
    public static SigningProvider start(Clock clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SigningProvider provider = new SigningProvider(clock, server);
        server.createContext("/", provider::answer);
        server.start();
        return provider;
    }

    /** Generates a key with this name. */
    static RSAKey key(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/test";
    }

    /** Lets everybody in as this person from now on. */
    public SigningProvider as(String other) {
        subject = other;
        return this;
    }

    /** Tells from now on when the person proved who they are. */
    public SigningProvider authenticatedAt(Instant moment) {
        authenticatedAt = Optional.of(moment);
        return this;
    }

    /** Tells from now on how strongly the person proved who they are. */
    public SigningProvider authenticatedAs(String level) {
        acr = Optional.of(level);
        return this;
    }

    /** Says of everybody from now on that this is their address, and that it knows that. */
    public SigningProvider claimingAddress(String address) {
        return claiming(all -> all.claim("email", address).claim("email_verified", true));
    }

    /** Changes what tokens claim. */
    SigningProvider claiming(UnaryOperator<JWTClaimsSet.Builder> change) {
        claims = change;
        return this;
    }

    /** Signs tokens like this. */
    SigningProvider signing(Function<JWTClaimsSet, String> other) {
        signing = other;
        return this;
    }

    /** Publishes this key and no other from now on, and signs with it. */
    SigningProvider with(RSAKey other) {
        key = other;
        return this;
    }

    /** Expects this secret from now on. */
    SigningProvider expecting(String other) {
        secret = Optional.of(other);
        return this;
    }

    /** Changes what the provider says of itself. */
    SigningProvider saying(UnaryOperator<Map<String, Object>> change) {
        discovery = change;
        return this;
    }

    /** Answers everything with this status from now on; 200 for what is right. */
    public SigningProvider answering(int other) {
        status = other;
        return this;
    }

    /** Returns the paths of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns the address, without a path, of its page to sign in with. */
    public String host() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    RSAKey key() {
        return key;
    }

    /**
     * Plays the person's part: lets them in at the address to which the desk led the browser, and returns the query with
     * which the browser comes back.
     */
    public String letIn(String address) {
        Map<String, String> query = Form.parse(URI.create(address).getRawQuery());
        if (!address.startsWith(issuer() + "/authorize?")
                || !"code".equals(query.get("response_type"))
                || !"S256".equals(query.get("code_challenge_method"))
                || !CLIENT_ID.equals(query.get("client_id"))
                || !"openid".equals(query.get("scope"))) {
            throw new AssertionError("not a request of the code flow with PKCE: " + address);
        }
        String code = "code-" + codes.size() + "/+&";
        codes.put(code, query);
        return "code=" + encoded(code) + "&state=" + encoded(query.getOrDefault("state", ""));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replace("/realms/test", "");
        requests.add(path);
        if (status != 200) {
            respond(exchange, status, "{}");
            return;
        }
        switch (path) {
            case "/.well-known/openid-configuration" -> respond(exchange, 200, Json.write(discovery.apply(document())));
            case "/keys" -> respond(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            case "/token" -> token(exchange);
            case "/authorize" ->
                seeOther(
                        exchange,
                        host() + "/sign-in?" + exchange.getRequestURI().getRawQuery());
            case "/sign-in" -> signIn(exchange);
            default -> respond(exchange, 404, "{}");
        }
    }

    /** Shows a button, and lets in whoever presses it. */
    private void signIn(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        if (exchange.getRequestMethod().equals("POST")) {
            authenticatedAt = Optional.of(clock.instant());
            String back = Form.parse(query).getOrDefault("redirect_uri", "");
            seeOther(exchange, back + "?" + letIn(issuer() + "/authorize?" + query));
        } else {
            respond(exchange, 200, "text/html; charset=utf-8", """
                    <!doctype html><html lang="nl"><title>Aanmeldpagina</title><link rel="icon" href="data:,">
                    <form method="post" action="/sign-in?%s"><button>Ik ben het</button></form></html>
                    """.formatted(query.replace("&", "&amp;")));
        }
    }

    private static void seeOther(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    private Map<String, Object> document() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "id_token_signing_alg_values_supported",
                List.of("RS256", "ES256", "HS256", "none"),
                "code_challenge_methods_supported",
                List.of("plain", "S256"));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                Form.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (CLIENT_ID + ":" + encoded(secret.orElse(""))).getBytes(StandardCharsets.US_ASCII));
        boolean isClient = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || (CLIENT_ID.equals(form.get("client_id"))
                        && secret.equals(Optional.ofNullable(form.get("client_secret"))));
        if (!isClient) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic");
            respond(exchange, 401, "{\"error\": \"invalid_client\"}");
            return;
        }
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        boolean isRight = asked != null
                && "authorization_code".equals(form.get("grant_type"))
                && asked.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri"))
                && asked.getOrDefault("code_challenge", "").equals(hash(form.getOrDefault("code_verifier", "")));
        if (asked == null || !isRight) {
            respond(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String token = signing.apply(
                claims.apply(claims(asked.getOrDefault("nonce", ""))).build());
        respond(exchange, 200, Json.write(Map.of("access_token", "unused", "token_type", "Bearer", "id_token", token)));
    }

    private JWTClaimsSet.Builder claims(String nonce) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT_ID)
                .subject(subject)
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        authenticatedAt.ifPresent(moment -> builder.claim("auth_time", moment.getEpochSecond()));
        acr.ifPresent(level -> builder.claim("acr", level));
        return builder;
    }

    /** Signs with the provider's key, as it should. */
    String signed(JWTClaimsSet set) {
        return signed(set, key);
    }

    static String signed(JWTClaimsSet set, RSAKey with) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    set);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        respond(exchange, status, "application/json", json);
    }

    private static void respond(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
