import type { Slots } from '#plumbing/feature.ts'
import { projectPackagePath } from './paths.ts'
import { findPlannedId } from './release-queries.ts'
import { ReleaseLink } from './views/release-link.tsx'

/** On a planned project's page: the same for procurement systems. */
export const asRelease: Slots['projectPanels'] = {
  load: async (db, _clock, _actor, project) => {
    if (!(await findPlannedId(db, project.slug))) return []
    return [{ place: 'at the side', content: <ReleaseLink href={projectPackagePath(project.slug)} /> }]
  },
}
