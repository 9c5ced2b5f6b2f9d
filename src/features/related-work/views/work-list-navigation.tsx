import { Link } from '#ui/link.tsx'
import { inOrder, type WorkList } from '../work-lists.ts'

/** From one list of records to the next, the present one as plain words. */
export const WorkListNavigation = ({ lists, current }: { lists: WorkList[]; current: string }) => (
  <nav class="app-sort" aria-label="Records">
    <span class="app-sort__label">Show</span>
    <ul class="app-sort__choices">
      {inOrder(lists).map(({ label, href }) => (
        <li key={href}>
          {href === current ? <strong aria-current="page">{label}</strong> : <Link href={href}>{label}</Link>}
        </li>
      ))}
    </ul>
  </nav>
)
