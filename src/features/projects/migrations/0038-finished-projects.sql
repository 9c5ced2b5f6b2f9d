-- The day on which the work was done, as those say who write the project here: an estimated end may pass without one.
alter table project add column finished_on date;
