/** What organisers do to write to the people of a session. */
@NullMarked
package nl.samenkomst.domain.writing;

import org.jspecify.annotations.NullMarked;
