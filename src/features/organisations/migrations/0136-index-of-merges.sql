-- Also of merges that were taken back.
create index organisation_merge_any_from on organisation_merge (from_id);
