/** What a product's name is looked up by: lower-case words and digits. */
export const productKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What the reference file calls that which is no product: built by the council, its contractor's website, or unknown. */
const noProducts = [
  'other / council-built or unclassified planning register',
  'other / own web pages for councillors',
  'waste contractor website',
  'waste lookup hosted on opus4.co.uk',
]
export const isNoProduct = (label: string) => noProducts.includes(label)

/** "Confirm (asset and street-scene management)" is Confirm, and what it is stands in the brackets. */
export function partsOfLabel(label: string): { name: string; describes: string | null } {
  const [, name, inside] = /^(.+?)\s*\(([^()]+)\)$/.exec(label) ?? []
  return name && inside
    ? { name, describes: inside.slice(0, 1).toUpperCase() + inside.slice(1) }
    : { name: label, describes: null }
}
