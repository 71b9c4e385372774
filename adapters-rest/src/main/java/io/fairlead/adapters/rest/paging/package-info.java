/**
 * How lists go over HTTP page by page: sizes, continuation tokens, item types. Touches {@code application.paging}, wire
 * and the JDK's HMAC.
 */
package io.fairlead.adapters.rest.paging;
