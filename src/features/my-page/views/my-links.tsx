import type { Duty } from '#plumbing/actor.ts'
import { Aside } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import type { MyLink } from '../my-page.ts'

const titles: Record<Duty, string> = { curator: 'As a curator', operator: 'As an operator' }

const LinkList = ({ links }: { links: MyLink[] }) => (
  <ul class="govuk-list govuk-list--spaced">
    {links.map(({ label, href }) => (
      <li>
        <Link href={href}>{label}</Link>
      </li>
    ))}
  </ul>
)

/** A link that two duties share stands with the first. */
const linksOf = (links: MyLink[], whom: MyLink['for']) => {
  const earlier = links.filter(link => whom === 'operator' && link.for === 'curator').map(({ href }) => href)
  return links.filter(link => link.for === whom && !earlier.includes(link.href))
}

/** Beside a person's own page: what their duty for the platform is, their account, and the way out. */
export const MyLinks = ({ links }: { links: MyLink[] }) => (
  <>
    {(['curator', 'operator'] as const)
      .filter(duty => linksOf(links, duty).length > 0)
      .map(duty => (
        <Aside title={titles[duty]}>
          <LinkList links={linksOf(links, duty)} />
        </Aside>
      ))}
    <Aside title="Your account">
      <LinkList links={linksOf(links, 'all')} />
    </Aside>
    <ButtonForm action="/sign-out" look="secondary">
      Sign out
    </ButtonForm>
  </>
)
