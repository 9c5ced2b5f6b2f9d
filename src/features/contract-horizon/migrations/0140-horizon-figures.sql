-- The horizon without a filter, by each of its dimensions, as it was counted last where there is much to count.
create table horizon_figures (
  rows_by text primary key check (rows_by in ('service', 'product', 'supplier', 'region', 'type')),
  -- Rows with their months, counts for the filters, and windows.
  figures jsonb not null,
  counted_at timestamptz not null
);
