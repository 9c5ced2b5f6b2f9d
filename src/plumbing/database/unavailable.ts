/** The failure that HTTP answers with 503 and Retry-After: nothing is wrong with the request. */
export const unavailable = (message: string, cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { name: 'DatabaseUnavailable' })

// Connection lost or refused, server starting, stopping or read-only after a failover, disk or connections used up.
const states = /^(08...|57P0[1-5]|53...|58030|25006)$/
const network = /^(connect|read|write|getaddrinfo)$/
const lost = /^Connection terminated|is not queryable$/

/** Whether the database, not the request, is why this failed: worth trying again in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'DatabaseUnavailable') return true
  if ('code' in error && states.test(String(error.code))) return true
  return lost.test(error.message) || ('syscall' in error && network.test(String(error.syscall)))
}
