const notInUris = /[^\w\-.~:/?#@!$&'()*+,;=%]/gu

/** A web address as RFC 3986 wants it, stricter than browsers are; null for what is none. */
export function asUri(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  const [beforeFragment, ...fragment] = href.split('#')
  const whole = [beforeFragment!, ...(fragment.length > 0 ? [fragment.join('%23')] : [])].join('#')
  return whole.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(notInUris, encodeURIComponent)
}
