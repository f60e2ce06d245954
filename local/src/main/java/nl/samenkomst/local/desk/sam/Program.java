package nl.samenkomst.local.desk.sam;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** An executable on this machine. */
public record Program(Path file) {

    /** The exit status and the output of a program. */
    public record Result(int status, String out, String err) {

        /**
         * Returns the standard output, stripped.
         *
         * @throws IOException if the status is not 0
         */
        String orThrow() throws IOException {
            if (status != 0) {
                throw new IOException("ended with %d: %s%s".formatted(status, out, err));
            }
            return out.strip();
        }
    }

    /** Finds an executable by name in the folders of {@code PATH}. */
    public static Optional<Program> find(String name, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Program::new);
    }

    /** Runs the program until it ends, in this process's environment plus the given variables. */
    public Result run(List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        Process process = prepare(arguments, environment).start();
        process.getOutputStream().close();
        CompletableFuture<String> err = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                err.complete(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException broken) {
                err.completeExceptionally(broken);
            }
        });
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, err.join());
    }

    public Result run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments), Map.of());
    }

    /** Prepares the program for a caller that redirects its output and starts it. */
    public ProcessBuilder prepare(List<String> arguments, Map<String, String> environment) {
        ProcessBuilder process = new ProcessBuilder(
                Stream.concat(Stream.of(file.toString()), arguments.stream()).toList());
        process.environment().putAll(environment);
        return process;
    }
}
