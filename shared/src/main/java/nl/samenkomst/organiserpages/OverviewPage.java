package nl.samenkomst.organiserpages;

/** Model of {@code overview.jte}: what waits for the organiser. */
public record OverviewPage(Viewer viewer) implements OrganiserPage {

    @Override
    public String template() {
        return "overview";
    }

    @Override
    public String heading() {
        return shared("nav.overview");
    }
}
