export const kindWords = {
  application: 'Full application',
  'expression-of-interest': 'Expression of interest',
} as const
export type ApplicationKind = keyof typeof kindWords

/** The stages of the fund's rounds in their order: 1 to 6, the C-19 Challenge after round 4. 0 is "not known". */
export function roundRank(round: string | null): number {
  if (round === null) return 0
  if (round.startsWith('C-19')) return 45
  const numbers = [...round.matchAll(/R(\d+)/g)].map(([, digits]) => Number(digits))
  return numbers.length > 0 ? Math.max(...numbers) * 10 : 0
}

/** How sure the round is, from what the editors noted: "inferred (80k discovery cap)" or "stated (award lists)". */
export function roundCertainty(basis: string | null): { isInferred: boolean; because: string | null } {
  const [, word, because] = /^(inferred|stated)(?: \((.*)\))?$/.exec(basis ?? '') ?? []
  return { isInferred: word === 'inferred', because: because ?? null }
}

const inBracketsOnly = /^\((.+)\)$/

/**
 * A title fit to be read. Where the source shows none, the files hold a bare subject in brackets, e.g. "(Pipeline)":
 * then the title is worded from it, and says whose words it is.
 */
export function readableTitle(
  title: string,
  kind: ApplicationKind,
): { title: string; title_is_ours: boolean } {
  const subject = inBracketsOnly.exec(title)?.[1]
  if (!subject) return { title, title_is_ours: false }
  return { title: `${kindWords[kind]} about ${subject}`, title_is_ours: true }
}

const inRepository = /^github:([^/\s]+\/\S+) (\S+)$/

/** The web address of a source as noted in the files: an address, or "github:OWNER/NAME FILE". */
export function sourceAddress(source: string | null): string | null {
  const [, repository, file] = inRepository.exec(source ?? '') ?? []
  return repository ? `https://github.com/${repository}/blob/HEAD/${file}` : source
}
