import { BackLink } from '#ui/govuk/way.tsx'
import { type Collaboration, collaborationPath } from '../collaboration.ts'

/** Back to the page that shows how all of a collaboration stands. */
export const CollaborationWay = ({ collaboration: { plan } }: { collaboration: Collaboration }) => (
  <BackLink href={collaborationPath(plan.slug)}>Back to the collaboration</BackLink>
)
