-- Backups leave out tables with this comment: what they hold is made anew from the others.
comment on table embedding is 'derived';
