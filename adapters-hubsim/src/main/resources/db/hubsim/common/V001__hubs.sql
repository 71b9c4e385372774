-- One row per device and hub. The device id comes first in every key, so that the rows of a device can live together.
create table hubsim.device (
    device_id        varchar(128) not null,
    hub              varchar(253) not null,
    incarnation      varchar(32)  not null,
    revision         bigint       not null,
    identity_tag     bigint       not null,
    twin_tag         bigint       not null,
    enabled          boolean      not null,
    status_reason    text,
    iot_edge         boolean      not null,
    primary_key      varchar(100) not null,
    secondary_key    varchar(100) not null,
    mark_instance    varchar(32),
    mark_operation   varchar(128),
    tags             text         not null,
    desired          text         not null,
    desired_version  bigint       not null,
    reported         text         not null,
    reported_version bigint       not null,
    modules          text         not null,
    primary key (device_id, hub)
);

-- What changed, append only. Numbers count per device over all hubs, without gaps: one transaction each, and a higher
-- number was committed later. That is the order in which "never enabled on two hubs" is judged.
create table hubsim.device_change (
    device_id   varchar(128)             not null,
    number      bigint                   not null,
    hub         varchar(253)             not null,
    kind        varchar(20)              not null,
    enabled     boolean                  not null,
    incarnation varchar(32)              not null,
    changed_at  timestamp with time zone not null,
    primary key (device_id, number)
);
