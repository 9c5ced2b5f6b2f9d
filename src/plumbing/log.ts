import pino, { type DestinationStream, type Logger } from 'pino'

// A database that refuses a row quotes it: that is what people typed.
const quotesRows = ['err.detail', 'err.where']

/** Lines of JSON without personal data. */
export const createLog = (level: string, destination: DestinationStream): Logger =>
  pino({ level, base: null, redact: { paths: quotesRows, remove: true } }, destination)
