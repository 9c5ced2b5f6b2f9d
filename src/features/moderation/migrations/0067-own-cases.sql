-- Whether a curator did it to a thing of their own organisation, because there was no other curator.
alter table moderation_act add column is_own boolean not null default false;
