package nl.samenkomst.local.benchmark;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A function to start.
 *
 * @param task the folder that Lambda would unpack the zip in
 * @param zipBytes how large that zip is
 * @param isPeer whether it is not ours, but the same in a framework
 * @param events makes an event that no instance has seen yet
 */
record Subject(
        String name,
        Path task,
        String handler,
        Map<String, String> environment,
        List<String> jvmArguments,
        long zipBytes,
        boolean isPeer,
        Events events,
        Path log) {

    /** Makes an event, and whatever must be so before it. */
    @FunctionalInterface
    interface Events {
        byte[] next() throws Exception;
    }

    Subject {
        environment = Map.copyOf(environment);
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Lays out a zip as Lambda does, in this folder. */
    static Path unpack(Path zip, Path task) throws IOException {
        try (FileSystem packed = FileSystems.newFileSystem(zip);
                Stream<Path> entries = Files.walk(packed.getPath("/"))) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Path file = task.resolve(entry.toString().substring(1));
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(entry, file);
                }
            }
        }
        return task;
    }
}
