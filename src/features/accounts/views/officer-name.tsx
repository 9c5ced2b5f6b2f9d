import { Link } from '#ui/link.tsx'
import { officerName, type PersonName, personPath } from '../person.ts'

/** Who acted: their name, leading to their page, if they are shown to everyone; otherwise “an officer”. */
export const OfficerName = ({ person }: { person: PersonName | undefined }) =>
  person?.isShown ? <Link href={personPath(person.id)}>{officerName(person)}</Link> : <>an officer</>
