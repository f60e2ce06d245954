/** Use cases that erase a person's registrations, also because their mailbox wants no letters. */
@NullMarked
package nl.samenkomst.domain.erasure;

import org.jspecify.annotations.NullMarked;
