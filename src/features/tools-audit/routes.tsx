import { z } from 'zod'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { anyone, curators, isPublicSpeaker, isSpeaker } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import { someChoices } from '#plumbing/form.ts'
import { page } from '#plumbing/http/answer.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { slugParams } from '#plumbing/slug.ts'
import { findTool, listReviewsOf, listTools } from './queries.ts'
import { editToolsPath, maySeeHidden, purposeLabels, purposes } from './tool.ts'
import { ToolListPage } from './views/tool-list-page.tsx'
import { HiddenToolPage, ToolPage } from './views/tool-page.tsx'
import { ToolWay } from './views/tool-way.tsx'

const list = get(
  '/tools',
  {
    access: anyone,
    query: z.object({ purpose: someChoices(purposes) }),
    examples: ['/tools', '/tools?purpose=code&purpose=chat'],
  },
  async ({ db, clock, query }) => {
    const all = await listTools(db, inLondon(clock.now()).date)
    const chosen = all.filter(tool =>
      query.purpose.length === 0 ? true : query.purpose.some(purpose => tool.purposes.includes(purpose)),
    )
    const values = purposes.flatMap(purpose => {
      const count = all.filter(tool => tool.purposes.includes(purpose)).length
      const value = { value: purpose, label: purposeLabels[purpose], count }
      return count > 0 ? [{ ...value, isChosen: query.purpose.includes(purpose) }] : []
    })
    return page({
      title: 'Tools for working together',
      description: 'Which tools councils can open, what they found, and what partners can all use.',
      canonical: '/tools',
      content: (
        <ToolListPage
          tools={chosen}
          facets={[{ name: 'purpose', title: 'What it is for', values, isOpen: true }]}
        />
      ),
    })
  },
)

const one = get(
  '/tools/:slug',
  { access: anyone, params: slugParams, examples: ['/tools/github', '/tools/slack'] },
  async ({ db, clock, actor, params: { slug } }) => {
    const tool = await findTool(db, inLondon(clock.now()).date, actor, slug)
    if (tool.hidden && !maySeeHidden(actor, tool.listed_by?.id ?? null))
      return page({
        title: 'This tool is not shown',
        unlisted: true,
        way: <ToolWay />,
        content: <HiddenToolPage hidden={tool.hidden} />,
      })
    const reviews = (await listReviewsOf(db, [tool.id])).filter(
      ({ hidden, organisation }) => hidden?.state !== 'held' || maySeeHidden(actor, organisation.id),
    )
    const own = isSpeaker(actor)
      ? (await listOrganisationsById(db, [actor.actingFor.id])).get(actor.actingFor.id)
      : undefined
    return page({
      title: tool.name,
      description: `${tool.name}: what it is for, what organisations found, and how many can open it.`,
      unlisted: tool.hidden !== null,
      way: <ToolWay />,
      content: (
        <ToolPage
          tool={tool}
          reviews={reviews}
          own={own && { organisation: own.name, href: editToolsPath(own.slug) }}
          mayReview={isPublicSpeaker(actor) && !tool.hidden}
          mayEdit={curators.allows(actor)}
          ownId={own?.id ?? null}
        />
      ),
    })
  },
)

export const routes: Route[] = [list, one]
