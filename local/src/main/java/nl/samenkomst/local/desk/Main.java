package nl.samenkomst.local.desk;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Starts the desk on this machine, and stops it when the process is interrupted. */
public final class Main {

    private static final int PORT = 8080;

    /** Set by Maven: a signal that only Maven receives would otherwise leave the desk running. */
    private static final String STOPS_WITH_MAVEN = "desk.stopsWithMaven";

    private Main() {}

    /**
     * Runs the desk on the port in {@code PORT} (default 8080), with the data folder from {@code --data} or {@code
     * DATA} (default none), the house style from {@code HOUSE_STYLE} (default the template's) and the OpenID provider
     * from {@code OIDC_ISSUER}, {@code OIDC_CLIENT_ID}, {@code OIDC_SECRET} and {@code OIDC_ACR_VALUES} (default none).
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = port(System.getenv(), PORT);
        Optional<Path> data = data(arguments, System.getenv());
        stopWithMaven();
        try {
            Desk desk = Desk.start(new Desk.Options(
                    port,
                    data,
                    true,
                    Path.of("template.yaml"),
                    style(System.getenv()),
                    OwnProvider.of(System.getenv())));
            Runtime.getRuntime().addShutdownHook(new Thread(desk::close, "stop"));
            System.out.println(welcome(desk, data));
        } catch (BindException taken) {
            System.err.println(taken(port));
            System.exit(1);
        }
    }

    public static int port(Map<String, String> environment, int otherwise) {
        String port = environment.getOrDefault("PORT", "");
        return port.isBlank() ? otherwise : Integer.parseInt(port.strip());
    }

    public static String taken(int port) {
        return "Port %d is taken by another program; stop that, or choose another port with PORT=%d."
                .formatted(port, port + 1);
    }

    static Optional<Path> data(String[] arguments, Map<String, String> environment) {
        if (arguments.length == 2 && arguments[0].equals("--data")) {
            return Optional.of(Path.of(arguments[1]));
        }
        if (arguments.length > 0) {
            throw new IllegalArgumentException("The only option is --data <folder>.");
        }
        return Optional.of(environment.getOrDefault("DATA", ""))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    static Optional<String> style(Map<String, String> environment) {
        return Optional.of(environment.getOrDefault("HOUSE_STYLE", "").strip()).filter(name -> !name.isEmpty());
    }

    /** Ends this process when its parent ends, if Maven started it. */
    public static void stopWithMaven() {
        if (Boolean.getBoolean(STOPS_WITH_MAVEN)) {
            ProcessHandle.current().parent().ifPresent(Main::stopAfter);
        }
    }

    private static void stopAfter(ProcessHandle parent) {
        Thread.ofVirtual().start(() -> {
            parent.onExit().join();
            System.exit(0);
        });
    }

    private static String welcome(Desk desk, Optional<Path> data) {
        return """

                The desk is open: %1$s

                  the agenda        %1$s/sessions
                  a session         %1$s/sessions/versnellingskamer-participatie
                  letters, clock    %1$s/local

                %2$s Stop with Ctrl-C.
                """.formatted(
                        desk.address(),
                        data.map(folder -> "Everything is kept in " + folder.toAbsolutePath() + ".")
                                .orElse("Nothing is kept when it stops."));
    }
}
