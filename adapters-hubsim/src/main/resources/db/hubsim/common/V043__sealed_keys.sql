-- The keys that a device signs in with, encrypted, both in one.
alter table hubsim.device add column keys varchar;
alter table hubsim.device drop column primary_key;
alter table hubsim.device drop column secondary_key;
