/** The desk on a laptop: a local gateway, table, mail and schedule around the real handlers. */
@NullMarked
package nl.samenkomst.local.desk;

import org.jspecify.annotations.NullMarked;
