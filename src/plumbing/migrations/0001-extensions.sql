-- Trigram similarity for misspelt words, and matching without accents.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;
