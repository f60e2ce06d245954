/** The pages on which organisers make and change a session: from domain to the models of templates. */
@NullMarked
package nl.samenkomst.organiserpages.editing;

import org.jspecify.annotations.NullMarked;
