// Written by `npm run types` from the migrations: change those instead.


export type EmbeddingTable = {
  kind: string
  subject_id: string
  model: string
  chunk: number
  vector: string
  text_hash: string
  embedded_at: Date
}

export type EmbeddingRenewalTable = {
  model: string
  asked_at: Date
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    embedding: EmbeddingTable
    embedding_renewal: EmbeddingRenewalTable
  }
}
