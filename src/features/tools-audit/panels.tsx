import { listOrganisationsById } from '#features/organisations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { Link } from '#ui/link.tsx'
import { listToolsAllCanOpen } from './together-queries.ts'
import { maySeeAnswers, togetherPath, toolPath } from './tool.ts'

const shownAtMost = 5

/** What all who take part can open, for those who may know; the page behind it has the rest. */
export const onProject: Slots['projectPanels'] = {
  load: async (db, clock, actor, { organisation_id, partners }) => {
    const confirmed = partners.filter(({ standing }) => standing !== 'asked')
    const ids = [organisation_id, ...confirmed.map(partner => partner.organisation_id)].filter(
      id => id !== null,
    )
    if (ids.length < 2 || !maySeeAnswers(actor, ids)) return []
    const organisations = await listOrganisationsById(db, ids)
    const tools = await listToolsAllCanOpen(db, clock, ids)
    return [
      {
        place: 'at the side',
        content: (
          <>
            <h2 class="govuk-heading-s">Tools that all partners can open</h2>
            {tools.length > 0 && (
              <ul class="govuk-list">
                {tools.slice(0, shownAtMost).map(({ name, slug }) => (
                  <li>
                    <Link href={toolPath(slug)}>{name}</Link>
                  </li>
                ))}
              </ul>
            )}
            <p class="govuk-body">
              {tools.length === 0 && 'None that all of them have named. '}
              <Link href={togetherPath(ids.map(id => organisations.get(id)!.slug))}>
                See what stands in the way, and what to use instead
              </Link>
            </p>
          </>
        ),
      },
    ]
  },
}
