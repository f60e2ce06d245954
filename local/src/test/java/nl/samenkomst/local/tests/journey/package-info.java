/** Journeys of participants and organisers, from the first page to the last letter. */
@NullMarked
package nl.samenkomst.local.tests.journey;

import org.jspecify.annotations.NullMarked;
