package nl.samenkomst.domain;

/** A version of something stored, which every write increments; a write is conditional on the version that it read. */
public record Version(long number) {

    /** The version of something that was never written. */
    public static final Version NONE = new Version(0);

    public Version next() {
        return new Version(number + 1);
    }

    public Version previous() {
        return new Version(number - 1);
    }

    @Override
    public String toString() {
        return String.valueOf(number);
    }
}
