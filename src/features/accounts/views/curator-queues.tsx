import { Aside } from '#ui/facts.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount } from '#ui/money.ts'
import type { CuratorQueue } from '../curator-queues.ts'

interface CuratorQueuesProps {
  queues: CuratorQueue[]
  /** The path of the page it stands on, where that is one of them. */
  here?: string
}

/** Where something waits for a curator, beside each of these pages; for others nothing. */
export const CuratorQueues = ({ queues, here }: CuratorQueuesProps) =>
  queues.length > 0 && (
    <Aside title="What waits for curators">
      <ul class="govuk-list govuk-list--spaced">
        {queues.map(({ label, href, waiting }) => (
          <li>
            {href === here ? <strong>{label}</strong> : <Link href={href}>{label}</Link>}:{' '}
            {formatCount(waiting)}
          </li>
        ))}
      </ul>
    </Aside>
  )
