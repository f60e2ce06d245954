package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.factor.RecoveryCode;

/**
 * Model of {@code recoverycodes.jte}: shows recovery codes, this once.
 *
 * @param next the page to go to afterwards; empty for the overview
 */
public record RecoveryCodesPage(List<RecoveryCode> codes, Optional<String> next, Viewer viewer) implements SignInTexts {

    public RecoveryCodesPage {
        codes = List.copyOf(codes);
    }

    @Override
    public String template() {
        return "recoverycodes";
    }

    @Override
    public String heading() {
        return say("recovery");
    }

    public String onwards() {
        return next.orElseGet(links()::overview);
    }
}
