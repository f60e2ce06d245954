package nl.samenkomst.local.desk;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Holds every letter sent, newest first; with a folder, it also stores them as files and reads them back. */
public final class Mailbox {

    private final Clock clock;
    private final Optional<Path> folder;
    private final List<Letter> letters = new CopyOnWriteArrayList<>();

    public Mailbox(Clock clock, Optional<Path> folder) throws IOException {
        this.clock = clock;
        this.folder = folder;
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            try (Stream<Path> files = Files.list(folder.get())) {
                files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::readBack);
            }
        }
    }

    /**
     * Adds a letter, sent at the clock's current time.
     *
     * @throws IOException if it is not a MIME message, or cannot be written to the folder
     */
    synchronized Letter add(String to, Map<String, String> tags, byte[] mime) throws IOException {
        String id = "%06d".formatted(letters.size() + 1);
        Letter letter = Letter.read(id, to, tags, clock.instant(), mime);
        if (folder.isPresent()) {
            Files.write(folder.get().resolve(id + ".eml"), mime);
            Map<String, Object> envelope = new LinkedHashMap<>();
            envelope.put("to", to);
            envelope.put("tags", tags);
            envelope.put("sentAt", letter.sentAt().toString());
            Files.write(folder.get().resolve(id + ".json"), JSON.std.asBytes(envelope));
        }
        letters.addFirst(letter);
        return letter;
    }

    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    Optional<Letter> letter(String id) {
        return letters.stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    private void readBack(Path file) {
        try {
            String id = file.getFileName().toString().replace(".json", "");
            Map<String, Object> envelope = JSON.std.mapFrom(Files.readAllBytes(file));
            Map<String, String> tags = new LinkedHashMap<>();
            if (envelope.get("tags") instanceof Map<?, ?> written) {
                written.forEach((name, value) -> tags.put(name.toString(), value.toString()));
            }
            letters.addFirst(Letter.read(
                    id,
                    String.valueOf(envelope.get("to")),
                    tags,
                    Instant.parse(String.valueOf(envelope.get("sentAt"))),
                    Files.readAllBytes(file.resolveSibling(id + ".eml"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
