alter table fairlead.operator_records
    alter column kind type varchar(32) collate "C",
    alter column id type varchar(300) collate "C";
