-- The storage root key of a device's TPM: TPM2B_PUBLIC in base64. For devices without one it is absent.
alter table fairlead.registrations add column root_key varchar;
