@NullMarked
package nl.samenkomst.domain.message;

import org.jspecify.annotations.NullMarked;
