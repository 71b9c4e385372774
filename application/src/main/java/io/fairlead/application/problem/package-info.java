/** One exception and one problem with a kind; no status codes, transports give each kind theirs. Touches domain. */
package io.fairlead.application.problem;
