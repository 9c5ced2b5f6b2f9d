-- What was taken in still has to be put in order; a start that was cut off in that does it the next time.
alter table import_run add column settled_at timestamptz;
update import_run set settled_at = coalesce(finished_at, started_at);
create index import_run_unsettled on import_run (id) where settled_at is null;
