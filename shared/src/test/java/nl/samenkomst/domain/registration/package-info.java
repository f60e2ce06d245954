@NullMarked
package nl.samenkomst.domain.registration;

import org.jspecify.annotations.NullMarked;
