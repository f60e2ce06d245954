/**
 * Sessions as organisers prepare them in a browser: the form of a session, and drafts, which may be wrong. Knows documents
 * and published sessions; not who may edit them.
 */
@NullMarked
package nl.samenkomst.domain.draft;

import org.jspecify.annotations.NullMarked;
