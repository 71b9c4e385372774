-- What operators have said about the service itself: linked hubs, access policies and the like, few of each kind.
create table fairlead.operator_records (
    kind       varchar(32) not null,
    id         varchar(300) not null,           -- in lower case
    etag       varchar(128) not null,           -- every write compares it
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    document   varchar not null,                -- JSON
    primary key (kind, id)
);

-- The audit log is asked by time and hub, not by device alone, and ends with age.
alter table fairlead.audit_entries add column hubs varchar;  -- their names, each between two spaces
create index audit_entries_at on fairlead.audit_entries (at, id);
