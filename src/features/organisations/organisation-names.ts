// Words that say what kind of council it is and never tell two bodies apart. "County" is not among them:
// Buckinghamshire County Council and Buckinghamshire Council are two bodies.
const kindBefore = /^(london borough|royal borough|borough|city and county|city|county|lb|rb)( council)? of /
const kindAfter =
  / (london boro(ugh)?|royal borough|metropolitan borough|metropolitan district|metropolitan|county borough|city and district|and district|borough|district|city|city of|county of|mbc|mdc|rbc|bc|dc|ua)$/
const combined = / ((mayoral )?combined( county)? authority|mca|cca|ca)$/
const cityOfLondon = /^city (and county )?of (city of )?london\b/

/**
 * The part of an organisation's name that tells it apart, for looking it up: "The Royal Borough of Greenwich",
 * "Greenwich Council" and "Greenwich" all give "greenwich". Only "county" and "combined authority" are kept
 * as words of kind, because councils share the rest of their name across them.
 */
export function nameKey(name: string): string {
  const plain = plainWords(name)
  if (cityOfLondon.test(plain)) return 'city of london'
  const key = plain
    .replace(combined, ' combined authority')
    .replace(/^council of /, '')
    .replace(/ council$/, '')
    .replace(kindBefore, '')
    .replace(kindAfter, '')
  return key || plain
}

/** Lower-case words and digits: no accents, points, "the" or brackets with their content; "&" is "and". */
function plainWords(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bthe\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

export interface NamedBody {
  id: string
  /** The official name; it wins over another body's everyday names. */
  name: string
  otherNames: string[]
  current: boolean
}

/**
 * Name key to body id. An official name wins over an everyday one, a current body over a former one.
 * A key that two bodies of the same standing claim belongs to neither, so that nothing is guessed.
 */
export function indexNames(bodies: NamedBody[]): Map<string, string> {
  const current = bodies.filter(body => body.current)
  const former = bodies.filter(body => !body.current)
  const standings = [
    current.map(({ id, name }) => ({ id, names: [name] })),
    former.map(({ id, name }) => ({ id, names: [name] })),
    current.map(({ id, otherNames }) => ({ id, names: otherNames })),
    former.map(({ id, otherNames }) => ({ id, names: otherNames })),
  ]
  const settled = new Map<string, string | null>()
  for (const standing of standings) {
    for (const [key, ids] of claims(standing)) {
      if (!settled.has(key)) settled.set(key, ids.size === 1 ? [...ids][0]! : null)
    }
  }
  return new Map([...settled].filter((entry): entry is [string, string] => entry[1] !== null))
}

function claims(bodies: { id: string; names: string[] }[]): Map<string, Set<string>> {
  const claimed = new Map<string, Set<string>>()
  for (const { id, names } of bodies) {
    for (const key of names.map(nameKey)) {
      claimed.set(key, (claimed.get(key) ?? new Set()).add(id))
    }
  }
  return claimed
}
