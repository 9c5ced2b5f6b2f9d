-- Of all that a document says and is found by: one that says what it said is left alone. Null until it is next written.
alter table search_text add column hash text;
