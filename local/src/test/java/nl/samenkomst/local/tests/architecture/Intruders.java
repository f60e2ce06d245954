package nl.samenkomst.local.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compiles into each package a class that breaks the rules, so that {@link ArchitectureTest} can show that they bite.
 */
final class Intruders {

    private static final String SOURCE = """
            package PACKAGE;

            final class BreaksTheRules {

                static final java.util.Random RANDOM = new java.util.Random();
                static final java.util.UUID TOKEN = java.util.UUID.randomUUID();

                static String intrude() {
                    return org.assertj.core.api.Assertions.class + System.getenv("USER") + java.time.Instant.now()
                            + "TransactWriteItems" + nl.samenkomst.domain.capacity.Sessions.class;
                }
            }
            """;

    private final JavaClasses imported;

    /**
     * Compiles an intruder for each of these packages, named without {@code nl.samenkomst}.
     *
     * @param others classes that a rule needs to see beside the intruders
     */
    Intruders(Path folder, Collection<String> packages, Class<?>... others) {
        Path classes = folder.resolve("classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String[] options = {"-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"};
        String[] sources = packages.stream()
                .map(name -> write(folder.resolve(name + ".java"), SOURCE.replace("PACKAGE", "nl.samenkomst." + name)))
                .toArray(String[]::new);
        int result = compiler.run(
                null,
                null,
                null,
                Stream.of(options, sources).flatMap(Stream::of).toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("the intruders do not compile");
        }
        List<Location> locations = new ArrayList<>(List.of(Location.of(classes)));
        for (Class<?> other : others) {
            locations.addAll(Locations.ofClass(other));
        }
        imported = new ClassFileImporter().importLocations(locations);
    }

    /** Returns the intruder of one package. */
    JavaClasses in(String name) {
        return imported.that(JavaClass.Predicates.resideInAPackage("nl.samenkomst." + name));
    }

    private static String write(Path file, String source) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, source).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
