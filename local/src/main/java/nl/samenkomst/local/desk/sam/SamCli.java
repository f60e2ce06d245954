package nl.samenkomst.local.desk.sam;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;

/** Runs SAM CLI, which runs the zips that Maven built in Lambda's own container, with LocalStack in place of AWS. */
final class SamCli {

    /** The only environment variable that all functions declare and that reaches the JVM. */
    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    private final Program sam;
    private final Program docker;
    private final Path template;
    private final Map<String, String> parameters;
    private final LocalStack localStack;

    /**
     * Creates a runner; starts nothing.
     *
     * @param parameters the template's parameters, except the architecture, which is this machine's
     */
    SamCli(Program sam, Program docker, Path template, Map<String, String> parameters, LocalStack localStack) {
        this.sam = sam;
        this.docker = docker;
        this.template = template;
        this.parameters = Map.copyOf(parameters);
        this.localStack = localStack;
    }

    /** Starts to serve the template's APIs on one loopback port, on this table. */
    SamServer startApi(int port, String table, Redirect output) throws IOException, InterruptedException {
        return start("start-api", port, table, output);
    }

    /** Starts to serve Lambda's API, for invoking the template's functions, on a free loopback port, on this table. */
    SamServer startLambda(String table, Redirect output) throws IOException, InterruptedException {
        return start("start-lambda", SamServer.freePort(0), table, output);
    }

    /** Reads the template, with its parameters and resource names resolved for this machine. */
    Template templateWithNames(String table) throws IOException {
        Map<String, String> names = new LinkedHashMap<>(parameters);
        names.put("Table", table);
        names.put("LetterTracking", "letters");
        return Template.read(template, names);
    }

    private SamServer start(String command, int port, String table, Redirect output)
            throws IOException, InterruptedException {
        Path settings = settings(table);
        settings.toFile().deleteOnExit();
        List<String> arguments = new ArrayList<>(List.of(
                "local",
                command,
                "--port",
                String.valueOf(port),
                // Keeps the container of each function from its first invocation on.
                "--warm-containers",
                "LAZY",
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
        return SamServer.start(
                sam.prepare(arguments, environment()).redirectOutput(output).redirectError(output), port);
    }

    /**
     * Returns the environment of SAM CLI itself, which passes its credentials on, and looks up their owner at
     * LocalStack.
     */
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
     * Writes the functions' environment variables to a temporary file. SAM CLI overrides variables that the template
     * declares, but adds none, so {@code AWS_ENDPOINT_URL} cannot be set; the SDK also reads it from a system property.
     */
    private Path settings(String table) throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (TemplateFunction function : templateWithNames(table).functions()) {
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

    /** Returns this machine's processor architecture in Lambda's terms. */
    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    }
}
