import { joinedIds } from '#features/collaborations/index.ts'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount } from '#ui/money.ts'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { KeeperWords } from '../name-queries.ts'
import type { Plan } from '../standing-queries.ts'
import {
  rolePath,
  type SuccessionRole,
  successionPackPath,
  successionPath,
  unnamedRoles,
} from '../succession.ts'
import { keeperRows, lookedWords } from './keeper-facts.tsx'
import { Warnings } from './warnings.tsx'

interface SuccessionPageProps {
  plan: Plan
  words: KeeperWords
  /** The organisation for which the reader acts. */
  ownId: string
}

/** Who holds what in a collaboration, who steps in, and where everything lives. */
export const SuccessionPage = ({ plan, words, ownId }: SuccessionPageProps) => {
  const { collaboration, roles, warnings } = plan
  const { slug, said } = collaboration.plan
  const isIn = new Set(joinedIds(collaboration))
  const byOrganisation = Map.groupBy(roles, ({ organisation }) => organisation.id)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{said.title}</span>
        <h1 class="govuk-heading-l">Plan of succession</h1>
        <p class="govuk-body">
          Who holds which role, who steps in when they are away or leave, and where what they know lives. Only
          people of the partners see it.
        </p>
        <ButtonGroup>
          <Button href={`${successionPath(slug)}/new`}>Name a role</Button>
          {roles.length > 0 && (
            <Button class="govuk-button--secondary" href={successionPackPath(slug)}>
              The pack, to print or keep
            </Button>
          )}
        </ButtonGroup>
        {roles.length === 0 ? (
          <EmptyState title="No roles yet">
            Begin with the role whose holder you would miss most next week. Each organisation names its own.
          </EmptyState>
        ) : (
          <Warnings warnings={warnings} slug={slug} />
        )}
        {[...byOrganisation].map(([id, own]) => (
          <section key={id}>
            <SectionHeading lead={isIn.has(id) ? undefined : 'It has left the collaboration.'}>
              {own[0]!.organisation.name} ({formatCount(own.length)})
            </SectionHeading>
            {own.map(role => (
              <Role key={role.id} role={role} words={words} slug={slug} isOwn={id === ownId} />
            ))}
          </section>
        ))}
        <Unnamed roles={roles} slug={slug} />
      </Column>
    </Row>
  )
}

interface RoleProps {
  role: SuccessionRole
  words: KeeperWords
  slug: string
  isOwn: boolean
}

const Role = ({ role, words, slug, isOwn }: RoleProps) => (
  <SummaryList
    card={{
      title: role.title,
      headingLevel: 3,
      actions: [
        { label: 'Open', href: rolePath(slug, role.id) },
        ...(isOwn ? [{ label: 'Change', href: `${rolePath(slug, role.id)}/about` }] : []),
      ],
    }}
    rows={[...keeperRows(role, words), { key: 'Looked at', value: lookedWords(role) }]}
  />
)

const Unnamed = ({ roles, slug }: { roles: SuccessionRole[]; slug: string }) => {
  const unnamed = unnamedRoles(roles)
  return unnamed.length === 0 ? null : (
    <section>
      <SectionHeading lead="Name those that your work has. In your own words will do too.">
        Roles that nobody has named
      </SectionHeading>
      <ul class="govuk-list">
        {unnamed.map(title => (
          <li key={title}>
            <Link href={`${successionPath(slug)}/new?role=${encodeURIComponent(title)}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
