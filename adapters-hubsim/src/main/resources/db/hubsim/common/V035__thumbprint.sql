-- A device signs in with keys or with a certificate: the two keys, or the thumbprint, which counts as both.
alter table hubsim.device add column thumbprint varchar(64);
alter table hubsim.device alter column primary_key drop not null;
alter table hubsim.device alter column secondary_key drop not null;
