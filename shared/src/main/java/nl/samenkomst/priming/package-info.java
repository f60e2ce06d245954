/** What a function does once before SnapStart's snapshot: every real call, none of which changes anything. */
@NullMarked
package nl.samenkomst.priming;

import org.jspecify.annotations.NullMarked;
