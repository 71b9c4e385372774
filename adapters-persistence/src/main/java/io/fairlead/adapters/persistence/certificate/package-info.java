/** The tables of certificates: who holds which, and the known authorities. Touches the domain and the statements of a unit of work. */
package io.fairlead.adapters.persistence.certificate;
