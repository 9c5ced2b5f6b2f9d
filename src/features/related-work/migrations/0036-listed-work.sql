-- Whether everyone may find a record; what was withdrawn, or is for some only, stands in no list and no count.
alter table work add column is_listed boolean not null default true;
