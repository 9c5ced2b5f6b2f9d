/** An address as published, written so that it can stand in any link; undefined unless it is http or https. */
export function webAddress(text: string): string | undefined {
  const address = URL.parse(text)
  return address && /^https?:$/.test(address.protocol) ? address.href : undefined
}
