/**
 * Everything the application needs from outside, as interfaces and the values and exceptions they speak in. Touches
 * domain and paging.
 */
package io.fairlead.application.port;
