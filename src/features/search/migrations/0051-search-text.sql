-- What finding, filtering and counting read of a thousand documents stays in search_document, some two hundred bytes a
-- row; what only the twenty that are shown need moves out of the way.
create table search_text (
  document_id integer primary key references search_document on delete cascade,
  url text not null,
  title text not null,
  summary text not null,
  text text not null,
  meta jsonb not null,
  words tsvector not null,
  title_length integer not null,
  text_length integer not null
);
insert into search_text
select id, url, title, summary, text, meta, words, title_length, text_length from search_document;

-- To drop a column leaves its bytes in the rows; to make a stored one anew writes them without.
alter table search_document
  drop column url, drop column title, drop column summary, drop column text, drop column meta, drop column words,
  drop column title_length, drop column text_length, drop column sort_date,
  add column sort_date date generated always as (coalesce(dated, date '0001-01-01')) stored not null;
create index search_document_newest on search_document (sort_date desc, id desc);
