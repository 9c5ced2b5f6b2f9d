export type SectionName =
  | 'why'
  | 'problem'
  | 'usersAndNeeds'
  | 'marketEngagement'
  | 'priorWork'
  | 'existingTeam'
  | 'additionalInfo'
  | 'statusUpdates'

export type DetailName =
  | 'organisation'
  | 'department'
  | 'collaborationLevel'
  | 'budget'
  | 'contact'
  | 'startsOn'
  | 'endsOn'
  | 'phase'
  | 'tags'

/** `line` counts from 1. */
export interface PageLine {
  line: number
  text: string
}

export interface PageParts {
  /** What stands before the details: the title, and perhaps site furniture. */
  top: PageLine[]
  details: Map<DetailName, PageLine>
  /** Sections in the page's order; a heading that is not known has no name. */
  sections: { name: SectionName | undefined; heading: string; text: string }[]
  /** Lines among the details that are no known detail. */
  leftover: PageLine[]
}

const headings: [RegExp, SectionName][] = [
  [/^why( the| this)? work( is)? being done$|^why$/, 'why'],
  [/^(the )?problems? to be solved$|^(the )?problem$/, 'problem'],
  [/^(who the )?users( are)?( and)?( what they need to do| (and )?(their )?needs)$/, 'usersAndNeeds'],
  [/^early market engagement$/, 'marketEngagement'],
  [/^(any )?work (thats |that has |that is |which has )?already( been)? done$|^prior work$/, 'priorWork'],
  [/^(the )?existing team$/, 'existingTeam'],
  [/^additional info(rmation)?$/, 'additionalInfo'],
  [/^status updates?$/, 'statusUpdates'],
]

// Longer labels first, because "Phase" also begins "Phase start".
const labels: [RegExp, DetailName][] = [
  [/^organisations?\b/i, 'organisation'],
  [/^department\b/i, 'department'],
  [/^collaboration level\b/i, 'collaborationLevel'],
  [/^budget\b/i, 'budget'],
  [/^key contacts?\b/i, 'contact'],
  [/^(phase )?start( date)?\b/i, 'startsOn'],
  [/^(phase )?(estimated )?end( date)?\b/i, 'endsOn'],
  [/^phase\b/i, 'phase'],
  [/^tags\b/i, 'tags'],
]

const detailsHeading = /^project details:?$/i

/** Cuts a page into its title, its details and its sections, in whatever order they stand. */
export function pageParts(raw: string[]): PageParts {
  const lines = raw.map((text, index) => ({
    line: index + 1,
    text: text.replace(/[\s\u00a0]+/g, ' ').trim(),
  }))
  const parts: PageParts = { top: [], details: new Map(), sections: [], leftover: [] }
  const detailsAreHeaded = lines.some(({ text }) => detailsHeading.test(text))
  let inDetails = false
  let body: string[] | undefined
  let awaiting: DetailName | undefined

  const close = () => {
    const section = parts.sections.at(-1)
    if (section && body) section.text = paragraphs(body)
  }
  const open = (name: SectionName | undefined, heading: string, opening = '') => {
    close()
    body = [opening]
    inDetails = false
    awaiting = undefined
    parts.sections.push({ name, heading, text: '' })
  }

  for (const [index, { line, text }] of lines.entries()) {
    const known = knownHeading(text)
    const mayBeDetail = inDetails || (!detailsAreHeaded && parts.top.length > 0)
    const label = mayBeDetail ? detailLabel(text) : undefined
    if (known) open(known.name, known.heading, known.rest)
    else if (detailsHeading.test(text)) {
      close()
      body = undefined
      inDetails = true
    } else if (body && looksLikeHeading(lines, index)) open(undefined, text)
    else if (body) body.push(text)
    else if (!text) continue
    else if (label) {
      inDetails = true
      parts.details.set(label.name, { line, text: label.value })
      awaiting = label.value ? undefined : label.name
    } else if (awaiting) {
      parts.details.set(awaiting, { line, text })
      awaiting = undefined
    } else (inDetails ? parts.leftover : parts.top).push({ line, text })
  }
  close()
  return parts
}

function knownHeading(text: string): { name: SectionName; heading: string; rest: string } | undefined {
  const [, before = text, rest = ''] = /^([^:]{3,60}): *(.*)$/.exec(text) ?? []
  const heading = before.replace(/^#+ */, '')
  const plain = heading
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
  const name = headings.find(([pattern]) => pattern.test(plain))?.[1]
  return name && { name, heading, rest }
}

function detailLabel(text: string): { name: DetailName; value: string } | undefined {
  for (const [pattern, name] of labels) {
    const match = pattern.exec(text)
    if (match) return { name, value: text.slice(match[0].length).replace(/^[\s:]+/, '') }
  }
}

/** A short line of its own, like a heading, with text below it that is not itself such a line. */
function looksLikeHeading(lines: PageLine[], index: number): boolean {
  if (!isShortAndAlone(lines, index)) return false
  const next = lines.findIndex(({ text }, at) => at > index && text)
  return next > 0 && !isShortAndAlone(lines, next) && !knownHeading(lines[next]!.text)
}

function isShortAndAlone(lines: PageLine[], index: number): boolean {
  const text = lines[index]!.text
  const alone = !lines[index - 1]?.text && !lines[index + 1]?.text
  return alone && text.length <= 60 && /^(#+ )?\p{Lu}/u.test(text) && /[\p{L}\p{N})]$/u.test(text)
}

function paragraphs(lines: string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
