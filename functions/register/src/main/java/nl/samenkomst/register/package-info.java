/** Signs somebody up: a thin handler that reads, asks one use case, and answers; knows no table and no mail service. */
@NullMarked
package nl.samenkomst.register;

import org.jspecify.annotations.NullMarked;
