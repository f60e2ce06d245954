/** Types that every part of the desk shares; depends on {@code java.*} only. */
@NullMarked
package nl.samenkomst.domain;

import org.jspecify.annotations.NullMarked;
