package nl.samenkomst.local.tests.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;

/** The permissions of each function, by its logical id. */
public record Permissions(Map<String, Set<Permission>> byFunction) {

    /** Values for the names in the template's resources, as used in the permissions of this package. */
    public static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Table.Arn", "table"),
            Map.entry("AWS::Partition", "aws"),
            Map.entry("AWS::Region", "eu-west-1"),
            Map.entry("AWS::AccountId", "123456789012"),
            Map.entry("SenderAddress", "aanmelden@example.org"),
            Map.entry("LetterTracking", "letters"),
            Map.entry("Table", "samenkomst"),
            Map.entry("BaseUrl", "https://aanmelden.example.org"),
            Map.entry("OrganiserUrl", "https://organiser.example.org"),
            Map.entry("FirstOrganiser", "noor@example.org"),
            Map.entry("OidcIssuer", "https://login.example.org"),
            Map.entry("OidcClientId", "samenkomst"),
            Map.entry("OidcSecretName", "/samenkomst/oidc"));

    public Permissions {
        byFunction = Map.copyOf(byFunction);
    }

    /** Returns what the statements allow of a template that was read with {@link #NAMES}. */
    static Permissions granted(Template template) {
        Map<String, Set<Permission>> granted = new TreeMap<>();
        for (TemplateFunction function : template.functions()) {
            Set<Permission> its = new LinkedHashSet<>();
            for (Template.Statement statement : template.statements(function.logicalId())) {
                statement.leadingKeys().stream().map(Permission::ofKeys).forEach(its::add);
                for (String action : statement.actions()) {
                    for (String resource : statement.resources()) {
                        its.add(new Permission(action, resource, statement.conditions()));
                    }
                }
            }
            granted.put(function.logicalId(), its);
        }
        return new Permissions(granted);
    }

    /**
     * Describes each permission that is granted and not used, or used and not granted. Returns an empty list if they
     * agree.
     */
    List<String> comparedWith(Permissions used) {
        Set<String> functions = new TreeSet<>(byFunction.keySet());
        functions.addAll(used.byFunction.keySet());
        return functions.stream()
                .flatMap(function -> Stream.concat(
                        used.lackingIn(this, function).map(lacking -> function + " does, and may not: " + lacking),
                        this.lackingIn(used, function).map(lacking -> function + " may, and never does: " + lacking)))
                .toList();
    }

    private Stream<Permission> lackingIn(Permissions other, String function) {
        Set<Permission> there = other.byFunction.getOrDefault(function, Set.of());
        return byFunction.getOrDefault(function, Set.of()).stream()
                .filter(permission -> !there.contains(permission))
                .sorted((one, two) -> one.toString().compareTo(two.toString()));
    }
}
