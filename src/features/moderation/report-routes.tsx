import { z } from 'zod'
import { type Actor, anyone } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { type FormState, freshForm, refuseForm } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, post, type Route, type RouteContext } from '#plumbing/http/route.ts'
import { secondsToWait } from '#plumbing/rate-limit.ts'
import { countModeration, findCase } from './case-queries.ts'
import { hiddenOf } from './hold-queries.ts'
import type { Case, Subject } from './moderation.ts'
import { reportForm, reportLimit, subjectFields } from './report.ts'
import { reportThing } from './report-actions.ts'
import { ReportPage } from './views/report-page.tsx'
import { ReportThanksPage } from './views/report-thanks-page.tsx'
import { ReportingPage } from './views/reporting-page.tsx'

type Reached = Pick<RouteContext, 'site' | 'db'> & { actor: Actor }

/** What someone wants to report: they must be able to see it. */
async function findReportable({ site, db, actor }: Reached, subject: Subject): Promise<Case> {
  const found = await findCase(db, site, subject)
  if (!found.thing?.isSeenBy(actor) || (await hiddenOf(db, subject))) throw failure('absent', '')
  return found
}

const reportPage = (about: Case, form: FormState) =>
  page({
    title: `Report this ${about.label}`,
    unlisted: true,
    errors: form.errors,
    content: <ReportPage about={about} form={form} />,
  })

export const routes: Route[] = [
  get(
    '/report',
    { access: anyone, query: z.object(subjectFields).partial(), examples: ['/report'] },
    async ({ site, db, actor, query: { kind, id } }) => {
      if (kind === undefined && id === undefined)
        return page({
          title: 'How reporting works',
          description: 'How to report something that is published on Pipeline, and what happens then.',
          content: <ReportingPage counts={await countModeration(db)} actor={actor} />,
        })
      const subject = { kind: kind ?? '', id: id ?? '' }
      return reportPage(await findReportable({ site, db, actor }, subject), freshForm())
    },
  ),

  post('/report', { access: anyone, form: reportForm }, async context => {
    const { db, clock, actor, form, browser } = context
    const about = await findReportable(context, z.object(subjectFields).parse(form.typed))
    if (!form.value) return reportPage(about, form)
    const wait = await secondsToWait(db, clock, 'reports from', browser.network, reportLimit)
    if (wait > 0)
      return reportPage(
        about,
        refuseForm(
          form.typed,
          'reason',
          `Many reports came from your network. Keep what you wrote and send it again in ${Math.ceil(wait / 60)} minutes`,
        ),
      )
    const { reason, words, email } = form.value
    await reportThing(db, clock, actor, {
      subject: about.subject,
      label: about.label,
      report: { reason, words, email },
    })
    return redirect('/report/thanks')
  }),

  get('/report/thanks', { access: anyone, examples: ['/report/thanks'] }, async () =>
    page({ title: 'Your report was sent', unlisted: true, content: <ReportThanksPage /> }),
  ),
]
