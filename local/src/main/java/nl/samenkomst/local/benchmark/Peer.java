package nl.samenkomst.local.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** The sign-up use case in a framework, as listed in {@code local/peers/peers.properties}. */
record Peer(String name, Path zip, String handler, Map<String, String> environment) {

    private static final Path FOLDER = Path.of("local", "peers");
    private static final String HANDLER = ".handler";
    private static final String ENVIRONMENT = ".environment.";

    Peer {
        environment = Map.copyOf(environment);
    }

    /** Returns the peers whose zips exist; Maven's profile {@code cold-start} builds them. */
    static List<Peer> all() {
        Properties lines = new Properties();
        try (Reader file = Files.newBufferedReader(FOLDER.resolve("peers.properties"))) {
            lines.load(file);
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
        List<Peer> peers = new ArrayList<>();
        for (String line : new TreeSet<>(lines.stringPropertyNames())) {
            if (line.endsWith(HANDLER)) {
                String name = line.substring(0, line.length() - HANDLER.length());
                peers.add(new Peer(
                        name,
                        FOLDER.resolve(name).resolve("target").resolve(name + ".zip"),
                        lines.getProperty(line),
                        environment(name + ENVIRONMENT, lines)));
            }
        }
        return peers.stream().filter(peer -> Files.exists(peer.zip())).toList();
    }

    private static Map<String, String> environment(String prefix, Properties lines) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line : lines.stringPropertyNames()) {
            if (line.startsWith(prefix)) {
                environment.put(line.substring(prefix.length()), lines.getProperty(line));
            }
        }
        return environment;
    }
}
