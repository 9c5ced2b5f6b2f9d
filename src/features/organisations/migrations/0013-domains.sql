-- Whose staff have addresses of a domain; several councils can share one.
create table organisation_domain (
  domain text not null,
  organisation_id uuid not null references organisation (id),
  source text not null,
  source_as_of date not null,
  primary key (domain, organisation_id)
);
create index organisation_domain_of_organisation on organisation_domain (organisation_id);
