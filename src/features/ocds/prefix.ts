/** Stands where the operator has registered no prefix: the standard gives none for this, and its example's would claim to be an example. */
const placeholder = 'ocds-000000'

export const isRegistered = (prefix: string) => prefix !== placeholder
