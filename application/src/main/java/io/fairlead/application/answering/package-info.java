/** How a caller who waits is told that the database does not answer. Touches ports and problems. */
package io.fairlead.application.answering;
