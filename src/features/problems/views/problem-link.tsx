import { Link } from '#ui/link.tsx'
import { problemPath } from '../problem.ts'

/** A problem's title, leading to its page. */
export const ProblemLink = ({ title, slug }: { title: string; slug: string }) => (
  <Link href={problemPath(slug)}>{title}</Link>
)
