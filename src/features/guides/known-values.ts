import { costBandLabels, problemPath } from '#features/problems/index.ts'
import { projectPath } from '#features/project-plans/index.ts'
import { phaseWords } from '#features/projects/index.ts'
import { formatDateRange } from '#ui/date.ts'
import { formatMoneyBand } from '#ui/money.ts'
import { plainBlocks } from '#ui/plain-blocks.ts'
import type { Known } from './filling-queries.ts'
import type { Values } from './markers.ts'
import type { ProblemMarker, ProjectMarker } from './sources.ts'
import { stanceValues } from './stance-values.ts'

type KnownOf<Kind extends Known['kind']> = Extract<Known, { kind: Kind }>

const plain = (markdown: string | null | undefined) =>
  markdown
    ? plainBlocks(markdown)
        .map(({ text }) => text)
        .join('\n\n')
    : ''

const problemValues = (
  { problem, stances }: KnownOf<'problem'>,
  baseUrl: string,
): Record<ProblemMarker, string | string[]> => ({
  ...stanceValues(stances),
  title: problem.title,
  'raised by': problem.organisation.name,
  service: problem.service ?? '',
  'what happens': problem.happens,
  'who is affected': problem.affected ?? '',
  'how we know': [problem.evidence, ...problem.evidence_links].filter(Boolean).join('\n\n'),
  'cost a year': problem.cost_band ? costBandLabels[problem.cost_band] : '',
  'what makes up the cost': problem.cost ?? '',
  'what was tried': problem.tried ?? '',
  'good outcome': problem.good_outcome ?? '',
  address: baseUrl + problemPath(problem.slug),
})

const projectValues = (
  { project, problems, stances, update }: KnownOf<'project'>,
  baseUrl: string,
): Record<ProjectMarker, string | string[]> => ({
  ...stanceValues(stances),
  title: project.title,
  'led by': project.organisation?.name ?? '',
  partners: project.partners.filter(({ standing }) => standing !== 'asked').map(({ name }) => name),
  phase: project.phase ? phaseWords[project.phase] : '',
  dates: project.starts_on || project.ends_on ? formatDateRange(project.starts_on, project.ends_on) : '',
  budget: project.budget_as_published ?? formatMoneyBand(project.budget_min, project.budget_max),
  why: project.why ?? '',
  'what happens': project.problem ?? '',
  'who is affected': project.users_and_needs ?? '',
  'what was tried': project.prior_work ?? '',
  team: project.existing_team ?? '',
  problems: problems.map(({ title, slug }) => `${title} (${baseUrl}${problemPath(slug)})`),
  'what was done': plain(update?.text),
  'what comes next': plain(update?.next),
  'what is in the way': plain(update?.in_the_way),
  'what we ask for': plain(update?.asked),
  outcome: project.outcome ?? '',
  'what we learned': project.learned ?? '',
  address: baseUrl + projectPath(project.slug),
})

/** What stands for the markers of a template. */
export function valuesOf(known: Known, baseUrl: string): Values {
  if (known.kind === 'check') return { 'what happens': known.words }
  return known.kind === 'problem' ? problemValues(known, baseUrl) : projectValues(known, baseUrl)
}

/** What a copy was filled from, in words, and where that is; null for what was typed. */
export function originOf(known: Known): { says: string; path: string } | null {
  if (known.kind === 'check') return null
  return known.kind === 'problem'
    ? { says: `the problem “${known.problem.title}”`, path: problemPath(known.problem.slug) }
    : { says: `the project “${known.project.title}”`, path: projectPath(known.project.slug) }
}

/** Whether everyone may read what a copy was filled from. */
export function isPublic(known: Known): boolean {
  if (known.kind === 'check') return false
  return known.kind === 'problem'
    ? known.problem.visibility === 'public' && known.problem.hidden === null
    : known.project.is_listed && known.project.hidden === null
}
