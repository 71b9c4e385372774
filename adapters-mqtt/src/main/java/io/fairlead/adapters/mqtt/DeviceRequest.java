package io.fairlead.adapters.mqtt;

/** One request of a device that has connected. */
record DeviceRequest(RequestTopic topic, byte[] body) {}
