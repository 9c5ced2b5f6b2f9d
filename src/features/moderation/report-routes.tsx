import { type Actor, anyone, hasDuty, isMemberOf } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { secondsToWait } from '#plumbing/rate-limit.ts'
import { countModeration, findCase } from './case-queries.ts'
import { hiddenOf } from './hold-queries.ts'
import type { Case } from './moderation.ts'
import { reportForm, reportLimit, subjectShape } from './report.ts'
import { reportThing } from './report-actions.ts'
import { ReportPage, ReviewPage } from './views/report-page.tsx'
import { ReportThanksPage } from './views/report-thanks-page.tsx'
import { ReportingPage } from './views/reporting-page.tsx'

type Reached = Pick<RouteContext, 'site' | 'db'> & { actor: Actor }

type Reportable = { about: Case; isWithheld: boolean }

/** What someone wants to report: they must be able to see it, and of what is hidden they must be the owner. */
async function findReportable({ site, db, actor }: Reached, named: unknown): Promise<Reportable> {
  const { data: subject } = subjectShape.safeParse(named)
  if (!subject) throw failure('absent', '')
  const about = await findCase(db, site, subject)
  const hidden = await hiddenOf(db, subject)
  const { thing } = about
  if (
    !thing?.isSeenBy(actor) ||
    (hidden && !isMemberOf(actor, thing.organisationId) && !hasDuty(actor, 'curator'))
  )
    throw failure('absent', '')
  return { about, isWithheld: hidden?.state === 'withheld' }
}

const reportPage = ({ about, isWithheld }: Reportable, form: FormState) =>
  page({
    title: isWithheld ? `Ask for another look at this ${about.label}` : `Report this ${about.label}`,
    unlisted: true,
    errors: form.errors,
    content: isWithheld ? <ReviewPage about={about} form={form} /> : <ReportPage about={about} form={form} />,
  })

export const routes: Route[] = [
  get('/report', { access: anyone, query: subjectShape.partial(), examples: ['/report'] }, async context => {
    const { db, actor, query } = context
    if (query.kind === undefined && query.id === undefined)
      return page({
        title: 'How reporting works',
        description: 'How to report something that is published on Pipeline, and what happens then.',
        content: <ReportingPage counts={await countModeration(db)} actor={actor} />,
      })
    return reportPage(await findReportable(context, query), freshForm())
  }),

  post('/report', { access: anyone, form: reportForm }, async context => {
    const { db, clock, actor, form, browser } = context
    const reportable = await findReportable(context, form.typed)
    if (!form.value) return reportPage(reportable, form)
    const wait = await secondsToWait(db, clock, 'reports from', browser.network, reportLimit)
    if (wait > 0)
      return reportPage(
        reportable,
        refuseForm(
          form.typed,
          'reason',
          `Many reports came from your network. Keep what you wrote and send it again in ${Math.ceil(wait / 60)} minutes`,
        ),
      )
    await reportThing(db, clock, actor, { about: reportable.about, report: form.value })
    return redirect('/report/thanks')
  }),

  get('/report/thanks', { access: anyone, examples: ['/report/thanks'] }, async () =>
    page({ title: 'Your report was sent', unlisted: true, content: <ReportThanksPage /> }),
  ),
]
