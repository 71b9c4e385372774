-- The log is no longer about devices alone: a device is known by its id, everything else by kind/id, both in lower case.
alter table fairlead.audit_entries rename column registration_id to subject;
alter table fairlead.audit_entries alter column subject set data type varchar(300);
