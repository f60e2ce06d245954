/** What people answer once a session has ended, apart from who they are, and what organisers see of it. */
@NullMarked
package nl.samenkomst.domain.evaluation;

import org.jspecify.annotations.NullMarked;
