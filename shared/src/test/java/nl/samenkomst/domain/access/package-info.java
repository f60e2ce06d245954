/** Tests of who may do what at the organiser's desk, without a table. */
@NullMarked
package nl.samenkomst.domain.access;

import org.jspecify.annotations.NullMarked;
