-- Ids compare by byte, whatever language the database speaks: paging then has one order everywhere, and indexes are
-- smaller and faster.
alter table fairlead.enrollments alter column id type varchar(128) collate "C";
alter table fairlead.enrollment_groups alter column id type varchar(128) collate "C";
alter table fairlead.registrations
    alter column id type varchar(128) collate "C",
    alter column group_id type varchar(128) collate "C",
    alter column hub type varchar(253) collate "C",
    alter column device_id type varchar(128) collate "C";
alter table fairlead.operations
    alter column id type varchar(128) collate "C",
    alter column status type varchar(16) collate "C";
alter table fairlead.snapshots
    alter column operation_id type varchar(128) collate "C",
    alter column registration_id type varchar(128) collate "C";
alter table fairlead.hub_duties
    alter column id type varchar(128) collate "C",
    alter column registration_id type varchar(128) collate "C";
alter table fairlead.audit_entries
    alter column registration_id type varchar(128) collate "C",
    alter column id type varchar(128) collate "C";

-- Room on each page for the next version of a row, so that most updates touch no index.
alter table fairlead.registrations set (fillfactor = 70);
alter table fairlead.operations set (fillfactor = 70);
alter table fairlead.hub_duties set (fillfactor = 70);
