-- Pages of insights that take long to count, as they were counted last. One that is quick is counted when it is asked for.
create table insight_page (
  -- Where it is: the choices behind it stand in its address.
  path text primary key,
  -- A list of charts with their figures.
  charts jsonb not null,
  -- What of each council is here; null where the page does not say it.
  presences jsonb,
  counted_at timestamptz not null
);
