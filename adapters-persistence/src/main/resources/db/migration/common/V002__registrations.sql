-- One row a device: where it is and what is under way.
create table fairlead.registrations (
    id                varchar(128) primary key, -- registration id in lower case
    etag              varchar(128) not null,    -- every write compares it
    written_id        varchar(128) not null,    -- the id as the device wrote it the first time
    entry_kind        varchar(16) not null,
    entry_id          varchar(128) not null,
    group_id          varchar(128),             -- the group in lower case, where a group vouched
    hub               varchar(253),             -- the assignment: these four or none
    device_id         varchar(128),
    incarnation       varchar,
    credential        varchar(128),
    substatus         varchar(64),
    running_operation varchar(128),
    last_operation    varchar(128),
    created_at        timestamp with time zone not null,
    updated_at        timestamp with time zone not null,
    failure           varchar,                  -- JSON: the error of the last request
    payload           varchar,                  -- JSON: what the webhook returned for the device
    webhook_twin      varchar                   -- JSON: its initial configuration, where the webhook gave one
);

create index registrations_place on fairlead.registrations (hub, device_id);
create index registrations_group on fairlead.registrations (group_id, id);
