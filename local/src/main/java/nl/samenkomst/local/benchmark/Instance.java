package nl.samenkomst.local.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One process of a function under Lambda's own runtime client, from start to end. */
final class Instance implements AutoCloseable {

    private static final String RUNTIME_CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private static final Pattern JAR_OF_THE_RUNTIME_CLIENT =
            Pattern.compile("/(aws-lambda-java-(runtime-interface-client|core|serialization)|utils-lite)-[^/]*[.]jar$");

    /** Jars of the runtime client, which are the whole class path in Lambda. */
    private static final List<String> RUNTIME =
            List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
                    .filter(JAR_OF_THE_RUNTIME_CLIENT.asPredicate())
                    .toList();

    private final RuntimeApi api;
    private final Process process;
    private final long start;

    /** Starts a process with one core and the heap that Lambda gives a function of 1,024 MB. */
    Instance(Subject subject, boolean snapStart) throws IOException {
        this.api = new RuntimeApi();
        List<String> command = new ArrayList<>();
        if (ColdStart.PINS_TO_ONE_CORE) {
            command.addAll(List.of("taskset", "-c", "1"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:ActiveProcessorCount=1", "-XX:MaxRAM=1024m", "-XX:MaxRAMPercentage=85"));
        command.add("--enable-native-access=ALL-UNNAMED");
        if (snapStart) {
            command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        }
        command.addAll(subject.jvmArguments());
        // The runtime client's class loader finds the function's own classes in the working folder and its lib.
        command.addAll(List.of("-classpath", String.join(File.pathSeparator, RUNTIME)));
        command.add(RUNTIME_CLIENT);
        command.add(subject.handler());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(subject.task().toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", snapStart ? "snap-start" : "on-demand");
        environment.put("AWS_LAMBDA_FUNCTION_NAME", subject.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        environment.put("LAMBDA_TASK_ROOT", subject.task().toString());
        environment.put("_HANDLER", subject.handler());
        environment.putAll(subject.environment());
        this.start = System.nanoTime();
        this.process = builder.redirectOutput(subject.log().toFile()).start();
    }

    /** Returns the nanoseconds from process start until it was ready for an event, or for its snapshot. */
    long untilReady() throws InterruptedException {
        return requireSuccess(api.ready()).at() - start;
    }

    /**
     * Restores the instance from its snapshot and invokes it; returns the nanoseconds from the restore to the response.
     */
    long fromRestoreToAnswer(byte[] event) throws InterruptedException {
        long restored = api.restore();
        requireSuccess(api.ready());
        return requireSuccess(api.invoke(event)).at() - restored;
    }

    /** Restores the instance from its snapshot and invokes it; returns the response. */
    String restoreAndInvoke(byte[] event) throws InterruptedException {
        api.restore();
        requireSuccess(api.ready());
        return requireSuccess(api.invoke(event)).body();
    }

    /** Returns the nanoseconds from an event to its response; the instance must be ready. */
    long answer(byte[] event) throws InterruptedException {
        long handedOver = System.nanoTime();
        return requireSuccess(api.invoke(event)).at() - handedOver;
    }

    /** Returns the CPU time of the process so far, in nanoseconds. */
    long processor() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /** Returns the resident memory of the process, in MB of 1,024 kB; 0 if unknown. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0L);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        api.close();
    }

    private static RuntimeApi.ReceivedRequest requireSuccess(RuntimeApi.ReceivedRequest heard) {
        if (heard.body().contains("errorMessage") || heard.body().contains("\"statusCode\":5")) {
            throw new IllegalStateException(heard.body());
        }
        return heard;
    }
}
