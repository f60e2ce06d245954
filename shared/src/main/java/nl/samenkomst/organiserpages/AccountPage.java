package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.factor.SecondFactor;

/**
 * Model of {@code account.jte}: the organiser's own account.
 *
 * @param name as typed, or as it is
 * @param factor empty if the desk asks for none
 * @param current the session in which the page is shown
 * @param others the other sessions, latest first
 * @param ways the ways in which this desk lets people sign in
 */
public record AccountPage(
        Organiser organiser,
        String name,
        Optional<SecondFactor> factor,
        BrowserSession current,
        List<BrowserSession> others,
        SignInWays ways,
        Map<String, String> mistakes,
        Optional<SignInDone> what,
        Viewer viewer)
        implements SignInTexts {

    public AccountPage {
        others = List.copyOf(others);
    }

    @Override
    public String template() {
        return "account";
    }

    @Override
    public String heading() {
        return shared("nav.me");
    }

    @Override
    public Optional<String> done() {
        return what.map(done -> done.sentence(this));
    }

    /**
     * Returns the address that leads on to the organisation's provider, to connect an account there; to the second factor
     * if that was given too long ago, and empty if there is nothing to connect.
     */
    public Optional<String> connect() {
        if (!ways.mayConnect(organiser)) {
            return Optional.empty();
        }
        return Optional.of(
                current.isFresh(viewer.now())
                        ? links().providerOnceMore(Optional.of(links().me()))
                        : links().factor(links().me()));
    }

    /** Returns the sessions that the organiser may see, in words. */
    public String scope() {
        return switch (organiser.scope()) {
            case Scope.All _ -> say("scope.all");
            case Scope.Named named ->
                named.sessions().size() == 1
                        ? say("scope.one")
                        : say("scope.named", "number", named.sessions().size());
            case Scope.OfSeries ofSeries -> say("scope.series", "series", ofSeries.series());
        };
    }

    /** Returns a browser in words. */
    public String browser(BrowserSession session) {
        return session.browser().isEmpty() ? say("browser.unknown") : session.browser();
    }

    /** Returns how many recovery codes are left. */
    public String recoveryLeft() {
        int left = factor.map(known -> known.recovery().size()).orElse(0);
        return left == 1 ? say("recovery.one-left") : say("recovery.left", "number", left);
    }
}
