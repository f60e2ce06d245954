/** Reads secrets from the Parameter Store of AWS Systems Manager. */
@NullMarked
package nl.samenkomst.ssm;

import org.jspecify.annotations.NullMarked;
