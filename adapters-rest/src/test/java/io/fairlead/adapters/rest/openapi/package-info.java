/**
 * Answers held against the OpenAPI descriptions that DPS publishes, by a validator that nobody here wrote. The descriptions
 * are not part of this repository: see {@code ContractFolder}.
 */
package io.fairlead.adapters.rest.openapi;
