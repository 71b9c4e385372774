-- The keys by which secrets in this database are encrypted: not the keys themselves, but which ones they are.
create table fairlead.sealing_keys (
    number  int primary key,                    -- counts up: of two nodes that bring a key, one comes second
    id      varchar(16) not null unique,
    proof   varchar not null,                   -- a text that the key decrypts
    since   timestamp with time zone not null
);
