package nl.samenkomst.local.desk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Builds HTTP API events, payload format 2.0; what a request lacks is absent, not null. */
public final class HttpEvents {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Set<String> TEXT_TYPES =
            Set.of("application/json", "application/javascript", "application/xml");

    /** Hop-by-hop headers, and cookies, which have their own field in the event. */
    private static final Set<String> OMITTED_HEADERS =
            Set.of("connection", "cookie", "keep-alive", "transfer-encoding");

    /** Path prefix of routes that need signed requests once deployed; their events name the signer. */
    private static final String SIGNED_PATH_PREFIX = "/api/v1/organiser/";

    private final Clock clock;

    public HttpEvents(Clock clock) {
        this.clock = clock;
    }

    Map<String, Object> event(HttpExchange exchange, Route route, Map<String, String> pathParameters, byte[] body) {
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> headers = headers(exchange);
        // Despite its name, rawPath is decoded in an HTTP API: https://github.com/hotsock/voker/pull/8
        String path = Route.decoded(exchange.getRequestURI().getRawPath());

        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", route.key());
        event.put("rawPath", path);
        event.put("rawQueryString", query == null ? "" : query);
        List<String> cookies = cookies(exchange.getRequestHeaders());
        if (!cookies.isEmpty()) {
            event.put("cookies", cookies);
        }
        event.put("headers", headers);
        if (query != null && !query.isEmpty()) {
            event.put("queryStringParameters", queryParameters(query));
        }
        event.put("requestContext", requestContext(exchange, route, path, headers));
        if (!pathParameters.isEmpty()) {
            event.put("pathParameters", pathParameters);
        }
        boolean isText = isText(headers.getOrDefault("content-type", ""));
        if (body.length > 0) {
            event.put(
                    "body",
                    isText
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !isText);
        return event;
    }

    private Map<String, Object> requestContext(
            HttpExchange exchange, Route route, String path, Map<String, String> headers) {
        Map<String, Object> http = new LinkedHashMap<>();
        http.put("method", exchange.getRequestMethod());
        http.put("path", path);
        http.put("protocol", exchange.getProtocol());
        http.put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
        http.put("userAgent", headers.getOrDefault("user-agent", ""));
        String host = headers.getOrDefault("host", "localhost").replaceFirst(":\\d+$", "");
        Instant now = clock.instant();

        Map<String, Object> context = new LinkedHashMap<>();
        context.put("accountId", "000000000000");
        context.put("apiId", "local");
        if (route.path().startsWith(SIGNED_PATH_PREFIX)) {
            context.put("authorizer", Map.of("iam", Map.of("userArn", "local")));
        }
        context.put("domainName", host);
        context.put("domainPrefix", host.replaceFirst("\\..*", ""));
        context.put("http", http);
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", route.key());
        context.put("stage", "$default");
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
        return context;
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            String lowerCaseName = name.toLowerCase(Locale.ROOT);
            if (!OMITTED_HEADERS.contains(lowerCaseName)) {
                headers.put(lowerCaseName, String.join(",", values));
            }
        });
        headers.put("x-forwarded-for", exchange.getRemoteAddress().getAddress().getHostAddress());
        headers.put(
                "x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()));
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    private static List<String> cookies(Headers headers) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
    }

    private static Map<String, String> queryParameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parameters.merge(name, value, (first, second) -> first + "," + second);
            }
        }
        return parameters;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return part;
        }
    }

    private static boolean isText(String contentType) {
        String type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || TEXT_TYPES.contains(type);
    }
}
