/** Who may do what at the organiser's desk: organisers with their roles, scopes and browser sessions. */
@NullMarked
package nl.samenkomst.domain.access;

import org.jspecify.annotations.NullMarked;
