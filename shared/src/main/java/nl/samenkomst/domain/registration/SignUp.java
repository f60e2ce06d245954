package nl.samenkomst.domain.registration;

import java.util.Optional;
import nl.samenkomst.domain.Language;

/**
 * What somebody asks for with the form: to come.
 *
 * @param language the one to write in; the session's own where empty
 */
public record SignUp(Person person, Optional<Language> language) {}
