import { Link } from '#ui/link.tsx'
import { servicePath } from '../service.ts'

/** A service's name, leading to its page. */
export const ServiceLink = ({ id, name }: { id: number; name: string }) => (
  <Link href={servicePath(id)}>{name}</Link>
)
