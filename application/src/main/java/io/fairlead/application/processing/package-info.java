/** The work after the promise: claim, decide, run steps, finish; and what is owed to hubs. Touches ports and domain. */
package io.fairlead.application.processing;
