@NullMarked
package nl.samenkomst.domain.own;

import org.jspecify.annotations.NullMarked;
