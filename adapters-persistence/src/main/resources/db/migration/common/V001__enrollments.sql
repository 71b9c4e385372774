-- What operators have said about devices. Keys are ids in lower case, so that ids equal ignoring case are one row.
create table fairlead.enrollments (
    id          varchar(128) primary key,
    etag        varchar(128) not null,
    created_at  timestamp with time zone not null,
    updated_at  timestamp with time zone not null,
    entry       varchar not null,           -- JSON: ids as written, attestation, terms
    information varchar                     -- JSON: the operator's own notes
);

create table fairlead.enrollment_groups (
    id          varchar(128) primary key,
    etag        varchar(128) not null,
    attestation varchar(32) not null,       -- which groups could vouch for a proof
    created_at  timestamp with time zone not null,
    updated_at  timestamp with time zone not null,
    entry       varchar not null            -- JSON
);
