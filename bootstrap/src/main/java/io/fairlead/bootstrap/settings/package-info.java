/**
 * Every setting of the service: its key, its default, and the validated records made from the text somebody wrote.
 * MicroProfile Config, the environment and system properties are read here and nowhere else; apart from {@link io.fairlead.bootstrap.settings.SettingsProducer}
 * nothing here needs a container, because the launcher reads the same settings before there is one.
 */
package io.fairlead.bootstrap.settings;
