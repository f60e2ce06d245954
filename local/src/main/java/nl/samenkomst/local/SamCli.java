package nl.samenkomst.local;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM CLI, which runs the zips that Maven built in Lambda's own container, beside a LocalStack instead of AWS. */
final class SamCli {

    /** The only setting that every function has and that reaches its JVM. */
    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    private final Program sam;
    private final Program docker;
    private final Path template;
    private final Map<String, String> parameters;
    private final LocalStack localStack;

    /**
     * Takes what it runs and beside what.
     *
     * @param parameters what the template asks for, but for the processor, which is this machine's
     */
    SamCli(Program sam, Program docker, Path template, Map<String, String> parameters, LocalStack localStack) {
        this.sam = sam;
        this.docker = docker;
        this.template = template;
        this.parameters = Map.copyOf(parameters);
        this.localStack = localStack;
    }

    /** Invokes a function once, with this event and on this table. */
    Program.Ended invoke(String function, Path event, String table) throws IOException, InterruptedException {
        Path settings = settings(table);
        try {
            List<String> arguments = new ArrayList<>(List.of("local", "invoke", function, "--event", event.toString()));
            arguments.addAll(common(settings));
            return sam.run(arguments, environment());
        } finally {
            Files.delete(settings);
        }
    }

    /** The template's API on a port of loopback, on this table, until the process is ended. */
    ProcessBuilder startApi(int port, String table) throws IOException, InterruptedException {
        Path settings = settings(table);
        settings.toFile().deleteOnExit();
        List<String> arguments = new ArrayList<>(
                List.of("local", "start-api", "--port", String.valueOf(port), "--warm-containers", "LAZY"));
        arguments.addAll(common(settings));
        return sam.prepare(arguments, environment());
    }

    /** The template with what its parameters and names stand for here. */
    Template described(String table) throws IOException {
        Map<String, String> names = new LinkedHashMap<>(parameters);
        names.put("Table", table);
        names.put("LetterTracking", "letters");
        return Template.read(template, names);
    }

    private List<String> common(Path settings) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--template",
                template.toString(),
                "--region",
                LocalDynamoDb.REGION.id(),
                "--docker-network",
                localStack.network(),
                "--env-vars",
                settings.toString()));
        String runtime = "public.ecr.aws/lambda/java:25-" + processor();
        if (docker.run("image", "inspect", runtime).status() == 0) {
            arguments.add("--skip-pull-image");
        }
        arguments.add("--parameter-overrides");
        arguments.add("Architecture=" + processor());
        parameters.forEach((name, value) -> arguments.add(name + "=" + value));
        return arguments;
    }

    /** For SAM CLI itself, which hands its credentials on, and looks up whose they are: here, at LocalStack. */
    private Map<String, String> environment() throws IOException, InterruptedException {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                LocalStack.CREDENTIAL,
                "AWS_SECRET_ACCESS_KEY",
                LocalStack.CREDENTIAL,
                "AWS_ENDPOINT_URL",
                localStack.address().toString(),
                "SAM_CLI_TELEMETRY",
                "0");
    }

    /**
     * SAM CLI overrides settings that the template gives a function, and adds none, so AWS_ENDPOINT_URL cannot be set;
     * the SDK reads the same in a property of the JVM.
     */
    private Path settings(String table) throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (TemplateFunction function : described(table).functions()) {
            Map<String, String> environment = function.environment();
            if (!environment.containsKey(JVM_OPTIONS)) {
                throw new IllegalStateException(function.logicalId() + " is given no " + JVM_OPTIONS);
            }
            settings.put(
                    function.logicalId(),
                    Map.of(
                            "TABLE_NAME",
                            table,
                            JVM_OPTIONS,
                            environment.get(JVM_OPTIONS) + " -Daws.endpointUrl=" + localStack.addressForFunctions()));
        }
        return Files.write(Files.createTempFile("samenkomst", ".json"), JSON.std.asBytes(settings));
    }

    /** As Lambda names it. */
    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    }
}
