-- Whether a curator wrote it and chose its members. What the night finds leaves these as they are.
alter table opportunity add column is_written boolean not null default false;
alter table opportunity alter column is_written drop default;
