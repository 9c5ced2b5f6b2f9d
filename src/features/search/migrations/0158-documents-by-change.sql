-- What was written last stands first in feeds.
create index search_document_by_change on search_document (indexed_at desc, id desc);
