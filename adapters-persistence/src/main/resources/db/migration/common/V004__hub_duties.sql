-- What is owed to hubs after an operation.
create table fairlead.hub_duties (
    id              varchar(128) primary key,
    registration_id varchar(128) not null,      -- lower case
    fence           bigint not null,            -- grows at every claim
    node            varchar(128),               -- who claimed it last
    due_at          timestamp with time zone,   -- null: never, an operator decides
    created_at      timestamp with time zone not null,
    attempts        int not null,
    duty            varchar not null,           -- JSON
    last_error      varchar                     -- JSON string
);

create index hub_duties_due on fairlead.hub_duties (due_at);
create index hub_duties_device on fairlead.hub_duties (registration_id, created_at);
