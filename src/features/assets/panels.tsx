import type { Slots } from '#plumbing/feature.ts'
import { Aside } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { type Asset, assetPath, kindLabels } from './asset.ts'
import { listFrom } from './queries.ts'

const Assets = ({ assets }: { assets: Asset[] }) => (
  <ul class="govuk-list">
    {assets.map(({ slug, title, kind }) => (
      <li key={slug}>
        <Link href={assetPath(slug)}>{title}</Link>, {kindLabels[kind].toLowerCase()}
      </li>
    ))}
  </ul>
)

/** What came of a problem that others can have. */
export const onProblem: Slots['problemPanels'] = {
  order: 45,
  load: async (db, { problem }) => {
    const assets = await listFrom(db, { kind: 'problem', id: problem.id })
    return assets.length > 0
      ? { title: 'Things to reuse', side: true, content: <Assets assets={assets} /> }
      : null
  },
}

/** The same of a project. */
export const onProject: Slots['projectPanels'] = {
  load: async (db, _clock, _actor, project) => {
    const assets = await listFrom(db, { kind: 'project', id: project.id })
    if (assets.length === 0) return []
    return [
      {
        place: 'at the side',
        content: (
          <Aside title="Things to reuse">
            <Assets assets={assets} />
          </Aside>
        ),
      },
    ]
  },
}
