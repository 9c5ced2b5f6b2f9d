import type { Collaboration } from '#features/collaborations/index.ts'
import { isLeadOf, speakers } from '#plumbing/actor.ts'
import { type FormState, freshForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route } from '#plumbing/http/route.ts'
import { BackLink } from '#ui/govuk/way.tsx'
import { showDecision } from './actions.ts'
import { type Decision, decisionPath } from './decision.ts'
import { decisionParams, visibilityForm } from './decision-form.ts'
import { findOwnDecision } from './shown-queries.ts'
import { VisibilityPage } from './views/visibility-page.tsx'

const path = '/projects/:slug/collaboration/decisions/:number/visibility'

type Shown = { collaboration: Collaboration; decision: Decision; isLead: boolean; form: FormState }

const visibilityPage = ({ collaboration, decision, isLead, form }: Shown) =>
  page({
    title: `Who sees it: ${decision.title}`,
    unlisted: true,
    errors: form.errors,
    way: (
      <BackLink href={decisionPath(collaboration.plan.slug, decision.number)}>Back to the decision</BackLink>
    ),
    content: <VisibilityPage collaboration={collaboration} decision={decision} isLead={isLead} form={form} />,
  })

/** Who sees a decision, which can be changed at any time: what was shown by mistake need not stay so. */
export const visibilityRoutes: Route[] = [
  get(
    path,
    {
      access: speakers,
      params: decisionParams,
      examples: ['/projects/fewer-missed-bins/collaboration/decisions/1/visibility'],
    },
    async ({ db, actor, params }) => {
      const shown = await findOwnDecision(db, actor, params)
      const { visibility } = shown.decision
      const isLead = isLeadOf(actor, actor.actingFor.id)
      return visibilityPage({ ...shown, isLead, form: freshForm({ visibility }) })
    },
  ),
  post(
    path,
    { access: speakers, params: decisionParams, form: visibilityForm, perMinute: 30 },
    async ({ db, clock, actor, params, form }) => {
      const shown = await findOwnDecision(db, actor, params)
      const isLead = isLeadOf(actor, actor.actingFor.id)
      if (!form.value) return visibilityPage({ ...shown, isLead, form })
      const { visibility } = form.value
      await showDecision(db, clock, actor, shown.collaboration, { number: params.number, visibility })
      return redirect(decisionPath(params.slug, params.number), { done: 'decision-shown' })
    },
  ),
]
