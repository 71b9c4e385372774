/**
 * The process around the container: it reads the settings, makes what a first start needs, boots Payara Micro from the build's own folder, and ends with one
 * clear line when the service does not come up. Runs before and outside the WAR; may touch settings, identity, tls, edge and Payara Micro's boot API.
 */
package io.fairlead.bootstrap.launch;
