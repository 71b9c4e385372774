-- Setting a type sets the collation of the type.
alter table fairlead.audit_entries alter column subject type varchar(300) collate "C";
