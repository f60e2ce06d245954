@NullMarked
package nl.samenkomst.domain.sending;

import org.jspecify.annotations.NullMarked;
