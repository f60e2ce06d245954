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
 * A function to measure.
 *
 * @param task the folder into which its zip is unpacked, as Lambda does
 * @param zipBytes size of the zip, in bytes
 * @param isPeer whether it is the same use case in a framework, instead of ours
 * @param events makes events that no instance has seen yet
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

    /** Makes an event, and first creates what it depends on. */
    @FunctionalInterface
    interface Events {
        byte[] next() throws Exception;
    }

    Subject {
        environment = Map.copyOf(environment);
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Unpacks a zip into this folder, as Lambda does; returns the folder. */
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
