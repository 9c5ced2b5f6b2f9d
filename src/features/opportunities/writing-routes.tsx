import { z } from 'zod'
import { isFindableProblem, type PublishedProblem, resolveProblemTyped } from '#features/problems/index.ts'
import { curators, type Person } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import {
  type FormState,
  freshForm,
  optionalText,
  readForm,
  refuseForm,
  requiredText,
} from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { longestText, longestTitle, opportunityPath, writingPath } from './opportunity.ts'
import { WritingPage } from './views/writing-page.tsx'
import { listEligible, writeOpportunity } from './writing-actions.ts'

const limits = { problems: 50, offered: 10 }

const ids = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform(given => [...new Set([given].flat())].filter(id => z.guid().safeParse(id).success))
  .transform(given => given.slice(0, limits.problems))

/** As it is sent, also by the button that only looks for problems. */
const sentForm = z.object({
  title: optionalText(Number.MAX_SAFE_INTEGER),
  summary: optionalText(Number.MAX_SAFE_INTEGER),
  problems: ids,
  looked: optionalText(300),
  act: z.enum(['look', 'propose']).catch('look'),
})

const needForm = z.object({
  title: requiredText('Say in a line what the need is', longestTitle),
  summary: optionalText(longestText),
})

type Writing = { form: FormState; chosen: PublishedProblem[]; offered?: PublishedProblem[] }

const writingPage = ({ form, chosen, offered = [] }: Writing) =>
  page({
    title: 'Write a common need',
    unlisted: true,
    errors: form.errors,
    way: <Breadcrumbs items={[{ label: 'Common needs', href: '/opportunities' }]} />,
    content: (
      <WritingPage
        form={form}
        chosen={chosen}
        offered={offered.filter(({ id }) => chosen.every(problem => problem.id !== id))}
      />
    ),
  })

/** The form with the problem that was typed, or with those that come near it. */
async function lookedFor(db: Db, actor: Person, { form, chosen }: Writing, looked: string | null) {
  if (!looked) return writingPage({ form: { ...form, errors: [] }, chosen })
  const { match, near = [] } = await resolveProblemTyped(db, actor, looked)
  const found = (match ? [match] : near).filter(isFindableProblem).slice(0, limits.offered)
  if (found.length === 0)
    return writingPage({
      form: refuseForm(
        form.typed,
        'looked',
        'No problem that everyone can read has this title or address. Try fewer words of its title',
      ),
      chosen,
    })
  if (!match) return writingPage({ form: freshForm(form.typed), chosen, offered: found })
  return writingPage({ form: freshForm({ ...form.typed, looked: '' }), chosen: [...chosen, ...found] })
}

export const routes: Route[] = [
  get(writingPath, { access: curators, examples: [writingPath] }, async () =>
    writingPage({ form: freshForm(), chosen: [] }),
  ),

  post(writingPath, { access: curators, perMinute: 60, form: sentForm }, async context => {
    const { db, clock, actor } = context
    const { typed } = context.form
    const { problems, looked, act } = context.form.value ?? { problems: [], looked: null, act: 'propose' }
    const chosen = await listEligible(db, actor, problems)
    const read = readForm(needForm, typed)
    if (act === 'look') return lookedFor(db, actor, { form: freshForm(typed), chosen }, looked)
    const isCommon = new Set(chosen.map(({ organisation }) => organisation.id)).size > 1
    const lacking = { field: 'looked', message: 'Choose problems of at least two organisations' }
    const errors = isCommon ? read.errors : [...read.errors, lacking]
    if (!read.value || !isCommon) return writingPage({ form: { typed, errors }, chosen })
    const slug = await writeOpportunity(db, clock, actor, {
      ...read.value,
      problemIds: chosen.map(({ id }) => id),
      contractIds: [],
    })
    return redirect(`${opportunityPath(slug)}/curation`, { done: 'opportunity-written' })
  }),
]
