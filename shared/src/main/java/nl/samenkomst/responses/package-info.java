/** What all functions read and answer alike: bodies, languages, refusals; to a person a page, to a program JSON. */
@NullMarked
package nl.samenkomst.responses;

import org.jspecify.annotations.NullMarked;
