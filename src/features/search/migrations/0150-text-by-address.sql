-- What has its page at an address is looked up by whoever wants to be told of it.
create index search_text_url on search_text (url);
