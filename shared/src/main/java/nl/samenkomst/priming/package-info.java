/** Primes a function before SnapStart's snapshot: makes every real call, none of which changes anything. */
@NullMarked
package nl.samenkomst.priming;

import org.jspecify.annotations.NullMarked;
