-- What an update says beside what happened, each in Markdown; empty where nothing is said of it.
alter table plan_update_text add column next text;
alter table plan_update_text add column in_the_way text;
alter table plan_update_text add column asked text;
