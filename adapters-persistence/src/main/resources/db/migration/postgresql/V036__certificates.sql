-- Setting a type sets the collation of the type.
alter table fairlead.certificate_authorities alter column name type varchar(64) collate "C";
