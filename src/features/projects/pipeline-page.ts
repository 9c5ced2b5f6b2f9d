import { readBritishDate } from '#plumbing/british-dates.ts'
import { type BudgetBand, readBudgetBand } from './budget-band.ts'
import { type DetailName, type PageLine, pageParts, type SectionName } from './pipeline-page-parts.ts'

const phases = ['idea', 'discovery', 'alpha', 'beta', 'live', 'retired'] as const
export type PagePhase = (typeof phases)[number]

export interface PipelinePage {
  title: string
  phase: PagePhase | null
  organisation: string | null
  department: string | null
  collaborationLevel: string | null
  budget: BudgetBand | null
  budgetAsPublished: string | null
  /** YYYY-MM-DD; the first day where the page names only a month or a year. */
  startsOn: string | null
  endsOn: string | null
  tags: string[]
  sections: Partial<Record<Exclude<SectionName, 'statusUpdates'>, string>>
  /** What stood under headings that no Pipeline page is known to have, in the page's order. */
  otherSections: { heading: string; text: string }[]
  updates: { date: string | null; text: string }[]
}

/** `line` counts from 1 in the text as given. */
export interface Remark {
  line: number
  remark: string
}

export type ReadPage = { page: PipelinePage; remarks: Remark[] } | { line: number; refusal: string }

// Bounded, or a long line without an @ takes minutes.
const emailAddress = /[\w.%+-]{1,64}@[\w-]+(\.[\w-]+)+/g

/**
 * Reads a saved page of the former Pipeline service as plain text. The key contact and e-mail addresses are
 * personal data: they are left out, with a remark. Whatever else is not understood is remarked on, too.
 */
export function readPipelinePage(text: string): ReadPage {
  const remarks: Remark[] = []
  const { top, details, sections, leftover } = pageParts(withoutAddresses(text, remarks))
  const headline = readHeadline(top)
  if (!headline) return { line: 1, refusal: 'The page has no title.' }

  const detail = (name: DetailName) => details.get(name)?.text || null
  const understood = <Read>(name: DetailName, read: (text: string) => Read | undefined): Read | null => {
    const found = details.get(name)
    if (!found?.text) return null
    const value = read(found.text)
    if (value === undefined) remarks.push({ line: found.line, remark: `“${found.text}” was not understood.` })
    return value ?? null
  }
  const date = (name: DetailName) => understood(name, said => readBritishDate(said)?.date)

  const contact = details.get('contact')
  if (contact?.text)
    remarks.push({ line: contact.line, remark: 'The key contact is a person and is left out.' })
  for (const { line, text: said } of [...headline.leftover, ...leftover]) {
    remarks.push({ line, remark: `“${said}” was not understood and is left out.` })
  }

  const page: PipelinePage = {
    title: headline.title,
    phase: headline.phase ?? understood('phase', readPhase),
    organisation: detail('organisation'),
    department: detail('department'),
    collaborationLevel: detail('collaborationLevel'),
    budget: understood('budget', readBudgetBand),
    budgetAsPublished: detail('budget'),
    startsOn: date('startsOn'),
    endsOn: date('endsOn'),
    tags: readTags(detail('tags')),
    sections: {},
    otherSections: [],
    updates: [],
  }
  for (const { name, heading, text: body } of sections) {
    if (name === 'statusUpdates') page.updates.push(...readUpdates(body))
    else if (!body) continue
    else if (name === undefined) page.otherSections.push({ heading, text: body })
    else page.sections[name] = [page.sections[name], body].filter(Boolean).join('\n\n')
  }
  return { page, remarks: remarks.sort((a, b) => a.line - b.line) }
}

export function readPhase(text: string): PagePhase | undefined {
  return phases.find(phase => phase === text.trim().toLowerCase())
}

function withoutAddresses(text: string, remarks: Remark[]): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  return lines.map((line, index) => {
    const kept = line.replace(emailAddress, '[e-mail address left out]')
    if (kept !== line) remarks.push({ line: index + 1, remark: 'An e-mail address is left out.' })
    return kept
  })
}

/** The title, often with the phase in capitals at its end or on the next line; site furniture may stand before it. */
function readHeadline(
  top: PageLine[],
): { title: string; phase: PagePhase | undefined; leftover: PageLine[] } | undefined {
  const withPhase = top.findIndex(({ text }) => phaseAtEnd(text) !== undefined)
  const marked = top[withPhase]
  if (!marked) {
    const [first, ...rest] = top
    return first && { title: first.text, phase: undefined, leftover: rest }
  }
  const { title, phase } = phaseAtEnd(marked.text)!
  const at = title ? withPhase : withPhase - 1
  const named = title || top[at]?.text
  return named === undefined
    ? undefined
    : { title: named, phase, leftover: top.filter((_, index) => index !== at && index !== withPhase) }
}

function phaseAtEnd(text: string): { title: string; phase: PagePhase } | undefined {
  const match = /^(?:(.*\S)\s+)?([A-Z]+)$/.exec(text)
  const phase = match?.[2] && readPhase(match[2])
  return phase ? { title: match[1] ?? '', phase } : undefined
}

function readTags(text: string | null): string[] {
  if (!text || /^(no tags|none|not shown)$/i.test(text)) return []
  return text
    .split(/[,;|]/)
    .map(tag => tag.trim())
    .filter(Boolean)
}

/** An update begins with a line that is a date or opens with one ("12 April 2019: …"). */
function readUpdates(text: string): PipelinePage['updates'] {
  const updates: { date: string | null; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const [, opening = line, rest = ''] = /^(.{4,40}?)(?:: | [-–] )(.*)$/.exec(line) ?? []
    const whole = readBritishDate(line.replace(/:$/, ''))
    const said = whole ?? readBritishDate(opening)
    if (said) updates.push({ date: said.date, lines: whole ? [] : [rest] })
    else if (updates.length > 0) updates.at(-1)!.lines.push(line)
    else if (line) updates.push({ date: null, lines: [line] })
  }
  return updates
    .map(({ date, lines }) => ({ date, text: lines.join('\n').trim() }))
    .filter(update => update.text)
}
