package nl.samenkomst.local.benchmark;

/** A measurement that is a program of its own: it ends when it is done or has failed, whatever still runs beside it. */
@FunctionalInterface
interface Measurement {

    void take() throws Exception;

    /** Takes it, and ends this process. */
    static void run(Measurement measurement) {
        // Without it the JDK's server holds an answer back for 40 ms now and then (JDK-7068416).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        int status = 0;
        try {
            measurement.take();
        } catch (Throwable failed) {
            failed.printStackTrace();
            status = 1;
        }
        // Jetty's threads and the SDK's outlive what started them.
        System.exit(status);
    }
}
