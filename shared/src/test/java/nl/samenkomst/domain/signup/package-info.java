@NullMarked
package nl.samenkomst.domain.signup;

import org.jspecify.annotations.NullMarked;
