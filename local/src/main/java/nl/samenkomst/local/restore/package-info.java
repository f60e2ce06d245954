/** Restores what the table in use has lost from an older copy of it; an administrator runs it, never the desk. */
@NullMarked
package nl.samenkomst.local.restore;

import org.jspecify.annotations.NullMarked;
