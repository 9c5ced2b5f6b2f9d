-- The last use of a session that has ended since, so that someone is not taken for gone who only read.
alter table person add column last_seen_at timestamptz;
