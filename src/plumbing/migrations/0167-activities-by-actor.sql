-- When somebody was last heard of.
create index activity_of_actor on activity (actor_id, occurred_at) where actor_id is not null;
