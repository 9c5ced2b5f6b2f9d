-- The problem that this one was merged into, at the end of any chain: one that stays stays unmerged itself.
alter table problem add column merged_into uuid references problem (id) check (merged_into <> id);
create index problem_merged_into on problem (merged_into);
