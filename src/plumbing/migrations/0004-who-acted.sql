-- Who acted, and for whom. No foreign keys: the record outlives the account, and plumbing knows no people.
alter table activity add column actor_id uuid;
alter table activity add column organisation_id uuid;
create index activity_of_organisation on activity (organisation_id, occurred_at) where organisation_id is not null;
