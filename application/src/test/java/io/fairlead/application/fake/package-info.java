/**
 * The ports in memory: each passes its contract, and each can be told to fail. Touches domain, application.port and
 * application.paging; time, ids and faults are the test's.
 */
package io.fairlead.application.fake;
