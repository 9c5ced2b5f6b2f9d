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

/** Beside a person's own page: what their duty for the platform is, their account, and the way out. */
export const MyLinks = ({ links }: { links: MyLink[] }) => {
  const linksFor = (whom: MyLink['for']) => links.filter(link => link.for === whom)
  return (
    <>
      {(['curator', 'operator'] as const)
        .filter(duty => linksFor(duty).length > 0)
        .map(duty => (
          <Aside title={titles[duty]}>
            <LinkList links={linksFor(duty)} />
          </Aside>
        ))}
      <Aside title="Your account">
        <LinkList links={linksFor('all')} />
      </Aside>
      <ButtonForm action="/sign-out" look="secondary">
        Sign out
      </ButtonForm>
    </>
  )
}
