-- Accepted requests and the journals of their sagas.
create table fairlead.operations (
    id              varchar(128) primary key,
    registration_id varchar(128) not null,      -- lower case
    status          varchar(16) not null,
    fence           bigint not null,            -- grows at every claim
    node            varchar(128) not null,      -- who claimed it last
    due_at          timestamp with time zone not null, -- running: free to claim; finished: created, for the purge
    attempts        int not null,
    created_at      timestamp with time zone not null,
    request         varchar not null,           -- JSON: who asked, and how
    payload         varchar,                    -- JSON: what the device sent for the webhook
    progress        varchar,                    -- JSON: plan and cursor
    failure         varchar                     -- JSON
);

create index operations_due on fairlead.operations (status, due_at);

-- What devices held on a hub before they were touched there.
create table fairlead.snapshots (
    operation_id    varchar(128) primary key,
    registration_id varchar(128) not null,      -- lower case
    taken_at        timestamp with time zone not null,
    snapshot        varchar not null            -- JSON
);

create index snapshots_device on fairlead.snapshots (registration_id, taken_at);
create index snapshots_taken on fairlead.snapshots (taken_at);
