/** The failure that HTTP answers with 503 and Retry-After: nothing is wrong with the request. */
export const unavailable = (message: string, cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { name: 'DatabaseUnavailable' })

// Connection lost or refused, server starting, stopping or read-only after a failover, disk or connections used up.
const states = /^(08...|57P0[1-5]|53...|58030|25006)$/
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])

/** Whether the database, not the request, is why this failed: worth trying again in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'DatabaseUnavailable') return true
  const code = 'code' in error ? String(error.code) : ''
  return (
    states.test(code) ||
    ('syscall' in error && network.has(code)) ||
    /^Connection terminated/.test(error.message)
  )
}
