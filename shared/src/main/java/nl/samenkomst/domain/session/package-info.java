/** Sessions as they are published: what they are, their rules, and what the public may know of their places. */
@NullMarked
package nl.samenkomst.domain.session;

import org.jspecify.annotations.NullMarked;
