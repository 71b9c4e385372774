/**
 * What every implementation of a driven port must do, as test interfaces that each implementation's test class takes on.
 * Touches domain, application.port and application.paging; knows no implementation.
 */
package io.fairlead.application.contract;
