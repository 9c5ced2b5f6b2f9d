/**
 * How thoroughly pgvector's index is searched, on every connection: by itself it gives forty rows at most, and fewer where
 * a filter takes some away. Read when the extension is first used; a server without it keeps them unread.
 */
export const vectorSearch = ['hnsw.ef_search=200', 'hnsw.iterative_scan=relaxed_order']
