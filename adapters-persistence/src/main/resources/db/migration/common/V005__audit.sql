-- Append only: every decision with an effect, written with its effect.
create table fairlead.audit_entries (
    registration_id varchar(128) not null,      -- lower case
    at              timestamp with time zone not null,
    id              varchar(128) not null,
    decision        varchar(64) not null,
    entry           varchar not null,           -- JSON
    primary key (registration_id, at, id)
);
