/** Proofreads what people read. */
@NullMarked
package nl.samenkomst.proofreading;

import org.jspecify.annotations.NullMarked;
