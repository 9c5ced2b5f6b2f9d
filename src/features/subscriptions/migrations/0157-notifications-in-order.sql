-- What someone was told of, or will be, the newest first: for feeds, and for what goes to chats and webhooks.
create index notification_of_recipient on notification (recipient_id, matched_at desc);
