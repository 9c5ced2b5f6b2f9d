-- What is shown of a file whose columns a person tells apart: the first rows and cells, as long as the file itself.
alter table contract_import_file add column seen jsonb;
