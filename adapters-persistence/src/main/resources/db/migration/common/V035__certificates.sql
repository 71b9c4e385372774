-- Which entry holds which certificate: one certificate in one entry only. Written before the entry.
create table fairlead.certificate_reservations (
    thumbprint  varchar(64) primary key,        -- SHA-256, upper-case hex
    holder_kind varchar(16) not null,
    holder_id   varchar(128) not null           -- lower case
);

create index certificate_reservations_holder on fairlead.certificate_reservations (holder_kind, holder_id);

-- The authorities that may vouch for devices, a few dozen at most.
create table fairlead.certificate_authorities (
    name         varchar(64) primary key,       -- lower case
    written_name varchar(64) not null,
    etag         varchar(128) not null,
    thumbprint   varchar(64) not null unique,
    certificate  varchar not null,              -- DER in base64
    proven       boolean not null,              -- the owner has shown to hold the key
    code         varchar(64),                   -- what the key is asked to sign for that
    created_at   timestamp with time zone not null,
    updated_at   timestamp with time zone not null
);
