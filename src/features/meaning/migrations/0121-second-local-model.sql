-- The local model is now local-en-2. What the first one made is of no use beside it, and is made anew from the texts.
drop index embedding_local_en_1;
delete from embedding where model = 'local-en-1';
delete from embedding_renewal where model = 'local-en-1';
create index embedding_local_en_2 on embedding using hnsw ((vector::halfvec(900)::vector(900)) vector_ip_ops)
  with (ef_construction = 32) where model = 'local-en-2';
