/** Days for which work that was done is kept for questions. No schedule looks back so far. */
export const keepJobsDays = 30

/** Nightly backups of the embedded database that are kept. */
export const keepBackups = 7
