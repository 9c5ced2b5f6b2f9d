import { z } from 'zod'
import { resolveOrganisationTyped } from '#features/organisations/index.ts'
import { anyone, isSpeaker } from '#plumbing/actor.ts'
import { optionalText } from '#plumbing/form.ts'
import { page, redirect } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { findTogether, listPartners } from './together-queries.ts'
import { maySeeAnswers, togetherPath } from './tool.ts'
import { TogetherPage } from './views/together-page.tsx'
import { ToolWay } from './views/tool-way.tsx'

const partnersAtMost = 20
/** As many as an address is read for. */
const namedAtMost = 100

const query = z.object({
  with: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(slugs => [...new Set([slugs].flat())].filter(slug => /^[a-z0-9-]{1,120}$/.test(slug)))
    .transform(slugs => slugs.slice(0, namedAtMost)),
  add: optionalText(200).catch(null),
})

/** What partners can all use; a partner that is added by name stands in the address from then on. */
export const togetherRoutes: Route[] = [
  get(
    '/tools/together',
    {
      access: anyone,
      query,
      perMinute: 120,
      examples: [
        '/tools/together',
        '/tools/together?with=leeds-city-council&with=adur-district-council',
        '/tools/together?with=leeds-city-council&add=Nowhere',
      ],
    },
    async ({ db, clock, actor, query: { with: slugs, add }, url }) => {
      const named = await listPartners(db, slugs)
      const typed = add ? await resolveOrganisationTyped(db, add) : undefined
      if (typed?.match) return redirect(togetherPath([...named.map(({ slug }) => slug), typed.match.slug]))
      const found = named.slice(0, partnersAtMost)
      const ids = found.map(({ id }) => id)
      const partners = found.map(partner => ({
        ...partner,
        isOwn: isSpeaker(actor) && actor.actingFor.id === partner.id,
      }))
      return page({
        title: 'What partners can all use',
        description: 'Pick organisations, and see which tools for working together all of them can open.',
        canonical: '/tools/together',
        unlisted: partners.length > 0,
        way: <ToolWay />,
        content: (
          <TogetherPage
            partners={partners}
            leftOut={named.slice(partnersAtMost).map(({ name }) => name)}
            together={maySeeAnswers(actor, ids) ? await findTogether(db, clock, partners) : null}
            typed={typed ? (add ?? '') : ''}
            suggestions={typed?.suggestions ?? []}
            isVisitor={actor.kind === 'visitor'}
            path={url.pathname + url.search}
          />
        ),
      })
    },
  ),
]
