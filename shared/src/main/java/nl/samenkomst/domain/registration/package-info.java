/** One person's registration: its state, ids and own link, and which letter it is owed next. */
@NullMarked
package nl.samenkomst.domain.registration;

import org.jspecify.annotations.NullMarked;
