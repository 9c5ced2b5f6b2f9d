// What cannot be turned without knowing who speaks, or what was said by whom.
const leftAsSaid = /\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|myself|let['’]s|we['’]d)\b|[“”"]/i

const turns: [RegExp, string][] = [
  [/\bwe['’]ve\b/gi, 'the team have'],
  [/\bwe['’]re\b/gi, 'the team are'],
  [/\bwe['’]ll\b/gi, 'the team will'],
  [/\bwe\b/gi, 'the team'],
  [/\bourselves\b/gi, 'themselves'],
  [/\bours?\b/gi, 'the team’s'],
  [/\b[Uu]s\b/g, 'the team'],
]

const asFound = (found: string, turned: string) =>
  /^[A-Z]/.test(found) ? turned[0]!.toUpperCase() + turned.slice(1) : turned

/** "We met our crews." → "The team met the team’s crews."; null where somebody speaks for themselves, or is quoted. */
export const inThirdPerson = (text: string): string | null =>
  leftAsSaid.test(text)
    ? null
    : turns.reduce((said, [pattern, turned]) => said.replace(pattern, found => asFound(found, turned)), text)
