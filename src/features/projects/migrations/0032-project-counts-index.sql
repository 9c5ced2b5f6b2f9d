-- All that filters are counted by, so that counting does not read whole projects: half the time of a filtered list.
create index project_for_counts on project (phase, state, organisation_id, id);
