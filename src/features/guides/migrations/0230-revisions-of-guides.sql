-- How often anything was done to a guide: whoever saves, publishes or discards says from which of these. It goes on where a
-- draft ends, so that the next draft is not taken for the one before.
alter table guide add column revision integer not null default 0;
update guide set revision = draft.revision from guide_draft as draft where draft.guide_id = guide.id;
alter table guide_draft drop column revision;
