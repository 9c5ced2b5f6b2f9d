import { z } from 'zod'
import { visibilities } from '#features/accounts/index.ts'
import {
  cleanText,
  optionalChoice,
  optionalText,
  requiredChoice,
  requiredText,
  type Typed,
} from '#plumbing/form.ts'
import { webAddress } from '#plumbing/web-address.ts'
import { costBands, type Problem, type ProblemParts } from './problem.ts'

/** The steps in which a problem is written, in the order of an argument. */
export const partNames = [
  'what-happens',
  'affected',
  'evidence',
  'cost',
  'tried',
  'service',
  'outcome',
  'visibility',
] as const
export type PartName = (typeof partNames)[number]

type Part = { title: string; columns: (keyof ProblemParts)[]; isRequired?: true; ask: string }

/** `ask` says what to do where a required part is missing. */
export const parts: Record<PartName, Part> = {
  'what-happens': {
    title: 'What happens',
    columns: ['title', 'happens'],
    isRequired: true,
    ask: 'Write a title and what happens',
  },
  affected: {
    title: 'Who is affected',
    columns: ['affected'],
    isRequired: true,
    ask: 'Say who is affected',
  },
  evidence: {
    title: 'How we know',
    columns: ['evidence', 'evidence_links'],
    isRequired: true,
    ask: 'Say how you know',
  },
  cost: {
    title: 'What it costs to do nothing',
    columns: ['cost_band', 'cost'],
    ask: 'Say what it costs to do nothing',
  },
  tried: { title: 'What was tried', columns: ['tried'], ask: 'Say what was tried' },
  service: { title: 'Service', columns: ['service_id'], ask: 'Choose the service' },
  outcome: {
    title: 'What a good outcome looks like',
    columns: ['good_outcome'],
    ask: 'Say what a good outcome looks like',
  },
  visibility: {
    title: 'Who may see it',
    columns: ['visibility'],
    isRequired: true,
    ask: 'Choose who may see it',
  },
}

const longest = { title: 120, words: 4000, links: 10, address: 500, note: 300 }

const webAddresses = z
  .union([z.string(), z.array(z.string()).transform(texts => texts.join('\n'))])
  .default('')
  .transform((text, context) => {
    const lines = cleanText(text)
      .split(/\s*\n\s*/)
      .filter(Boolean)
    const addresses = lines.map(line => (line.length > longest.address ? undefined : webAddress(line)))
    if (addresses.includes(undefined))
      context.addIssue({
        code: 'custom',
        message: 'Write each address on a line of its own, beginning with https://',
      })
    if (lines.length > longest.links)
      context.addIssue({ code: 'custom', message: `Give ${longest.links} addresses or fewer` })
    return addresses.filter(address => address !== undefined)
  })

export const partForms = {
  'what-happens': z.object({
    title: requiredText('Write a title of a few words', longest.title),
    happens: requiredText('Write what happens', longest.words),
  }),
  affected: z.object({ affected: requiredText('Write who is affected', longest.words) }),
  evidence: z.object({
    evidence: requiredText('Write how you know', longest.words),
    evidence_links: webAddresses,
  }),
  cost: z.object({ cost_band: optionalChoice(costBands), cost: optionalText(longest.words) }),
  tried: z.object({ tried: optionalText(longest.words) }),
  outcome: z.object({ good_outcome: optionalText(longest.words) }),
  visibility: z.object({ visibility: requiredChoice(visibilities, 'Choose who may see it') }),
}

/** What every step also carries: what changed, for the history, and the version that was looked at. */
export const stepFields = {
  note: optionalText(longest.note),
  version: z.coerce.number().int().catch(0),
  next: optionalChoice(['list']),
}

export const wordLimits = longest

/** What is kept of a problem, as its forms have it. */
export const typedFrom = (problem: ProblemParts): Typed => ({
  title: problem.title,
  happens: problem.happens,
  affected: problem.affected ?? '',
  evidence: problem.evidence ?? '',
  evidence_links: problem.evidence_links.join('\n'),
  cost_band: problem.cost_band ?? '',
  cost: problem.cost ?? '',
  tried: problem.tried ?? '',
  service: problem.service_id?.toString() ?? '',
  good_outcome: problem.good_outcome ?? '',
  visibility: problem.visibility ?? '',
})

/** The parts alone, as a version keeps them. */
export const partsOf = (problem: ProblemParts): ProblemParts => ({
  title: problem.title,
  happens: problem.happens,
  affected: problem.affected,
  evidence: problem.evidence,
  evidence_links: problem.evidence_links,
  cost_band: problem.cost_band,
  cost: problem.cost,
  tried: problem.tried,
  service_id: problem.service_id,
  good_outcome: problem.good_outcome,
  visibility: problem.visibility,
})

const isSaid = (value: ProblemParts[keyof ProblemParts]) =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== ''

export const isAnswered = (problem: ProblemParts, part: PartName) =>
  parts[part].columns.some(column => isSaid(problem[column]))

/** What must be said before a problem can be published. */
export const missingParts = (problem: ProblemParts): PartName[] =>
  partNames.filter(part => parts[part].isRequired && !isAnswered(problem, part))

/** The parts in which two versions differ. */
export const changedParts = (before: ProblemParts, after: ProblemParts): PartName[] =>
  partNames.filter(part =>
    parts[part].columns.some(
      column => JSON.stringify(before[column] ?? null) !== JSON.stringify(after[column] ?? null),
    ),
  )

/** The step after this one; none after the last. */
export const partAfter = (part: PartName): PartName | undefined => partNames[partNames.indexOf(part) + 1]

const widening = ['partners', 'public-sector', 'public'] as const

/** What was shown to more people is never shown to fewer: it is withdrawn instead, and says so. */
export const isNarrower = (before: ProblemParts['visibility'], after: ProblemParts['visibility']) =>
  before !== null && after !== null && widening.indexOf(after) < widening.indexOf(before)

/** For whom it can be published, or shown from now on. */
export const visibilitiesFrom = (before: ProblemParts['visibility']) =>
  visibilities.filter(after => !isNarrower(before, after))

/** The problem's own words, with which others are compared. */
export const wordsOf = ({ title, happens }: Pick<Problem, 'title' | 'happens'>) => `${title}\n${happens}`
