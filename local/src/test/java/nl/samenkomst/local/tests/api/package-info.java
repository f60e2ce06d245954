/** Holds requests and responses to their description: routes, bodies, headers, links, feeds. */
@NullMarked
package nl.samenkomst.local.tests.api;

import org.jspecify.annotations.NullMarked;
