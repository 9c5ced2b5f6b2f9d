create extension if not exists vector;

-- What public texts mean to a model, a row for each passage. Derived from other tables, so backups leave it out: it is
-- made anew where it is missing. Half-precision numbers keep a row on its page, and rank the same.
create table embedding (
  kind text not null,
  subject_id text not null,
  model text not null,
  chunk smallint not null,
  vector halfvec not null,
  -- Of the text the vector was made from.
  text_hash text not null,
  embedded_at timestamptz not null,
  primary key (model, kind, subject_id, chunk)
);
create index embedding_local_en_1 on embedding using hnsw ((vector::halfvec(612)) halfvec_ip_ops)
  where model = 'local-en-1';
