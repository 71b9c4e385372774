/** What the rules refuse, laid out like the house. Nothing here is ever run. */
package io.fairlead.architecture.bad;
