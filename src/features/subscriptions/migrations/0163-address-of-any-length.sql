-- One for each address, however long: words of one's own stand in it whole, and an index holds no more than a few pages of letters.
drop index subscription_of_recipient;
alter table subscription add column address_hash text not null generated always as (md5(address)) stored;
create unique index subscription_of_recipient on subscription (recipient_id, address_hash) where ended_at is null;
