/** Letters about signing in, to organisers. */
@NullMarked
package nl.samenkomst.sendsignin;

import org.jspecify.annotations.NullMarked;
