/** Pages, cursors and questions as values, shared by ports and administration. Touches the domain's ids. */
package io.fairlead.application.paging;
