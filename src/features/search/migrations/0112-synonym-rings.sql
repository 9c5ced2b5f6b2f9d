-- Words that mean the same: what holds one of them is found by the others. A removed ring stays, or the shipped file would
-- bring it back; `is_curated`: a person has decided on it, and the file changes it no more. `version` counts changes;
-- `to_index` and `indexed` tell how far its latest one is in the index, null when it is there.
create table synonym_ring (
  id uuid primary key,
  version integer not null default 1,
  is_curated boolean not null default false,
  removed_at timestamptz,
  changed_at timestamptz not null,
  to_index integer,
  indexed integer
);

-- `form` is how a word or phrase is recognised, in one ring only; `first` is its first word, by which it is looked up, and
-- `stems` are what documents that may hold it are found by.
create table synonym_ring_word (
  ring_id uuid not null references synonym_ring on delete cascade,
  place smallint not null,
  word text not null,
  form text not null unique,
  first text not null,
  stems text[] not null,
  primary key (ring_id, place)
);
create index synonym_ring_word_first on synonym_ring_word (first);
