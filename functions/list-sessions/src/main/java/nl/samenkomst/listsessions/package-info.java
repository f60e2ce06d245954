/** The agenda and its sessions, to everybody: a thin handler that reads, asks one use case, and answers; knows no table and no mail service. */
@NullMarked
package nl.samenkomst.listsessions;

import org.jspecify.annotations.NullMarked;
