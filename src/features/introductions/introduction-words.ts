import type { Introduction } from './queries.ts'

/** A title within a sentence. */
const titled = (title: string) => `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** Who the other of the two is; a curator has no organisation here. */
export const nameOfAsked = ({ asked }: Pick<Introduction, 'asked'>) => asked?.name ?? 'a curator'

export const aboutWords = ({ thing_title }: Pick<Introduction, 'thing_title'>) =>
  thing_title === null ? '' : ` about ${titled(thing_title)}`

/** What whoever is asked is told of who asks: their organisation and role, and no name or address. */
export const roleWords = (role: 'lead' | 'member' | undefined) =>
  role === 'lead' ? 'One of those who lead' : 'An officer of'

/** What an introduction is called. */
export const headingOf = ({ asker, began_with, asked }: Introduction) =>
  began_with === 'curator'
    ? `${asker.name} and ${nameOfAsked({ asked })} could meet`
    : asked
      ? `${asker.name} asks to meet ${asked.name}`
      : `${asker.name} asks for a critical friend`
