/** Pages and cursors as values, shared by ports and administration. Touches nothing but the JDK. */
package io.fairlead.application.paging;
