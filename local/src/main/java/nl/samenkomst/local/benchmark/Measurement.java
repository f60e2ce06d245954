package nl.samenkomst.local.benchmark;

/** A measurement that runs as a program of its own. */
@FunctionalInterface
interface Measurement {

    void take() throws Exception;

    /** Takes the measurement and exits, even if other threads still run: with status 0, or 1 if it failed. */
    static void run(Measurement measurement) {
        // Without this, the JDK's server sometimes delays a response by 40 ms (JDK-7068416).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int status = 0;
        try {
            measurement.take();
        } catch (Throwable failed) {
            failed.printStackTrace();
            status = 1;
        }
        // Threads of Jetty and the SDK would keep the process alive.
        System.exit(status);
    }
}
