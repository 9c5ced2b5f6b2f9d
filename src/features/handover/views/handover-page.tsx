import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside, FactPairs } from '#ui/facts.tsx'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, Quoted, SectionHeading } from '#ui/section.tsx'
import { handoverPath, isOpenItem, packPath, type Standing, stateWords, whyWords } from '../handover.ts'
import { firstHeir } from '../heirs.ts'
import type { Passing, WholeHandover } from '../loading-queries.ts'

interface HandoverPageProps extends WholeHandover {
  standing: Standing
  actorId: string
  form: FormState
}

/** What someone passes on: who is to have each thing, what they leave in words, and the way back. */
export const HandoverPage = (props: HandoverPageProps) => {
  const { handover, organisation, leaver, passing, standing } = props
  const open = passing.filter(({ item }) => isOpenItem(item))
  const decided = passing.filter(({ item }) => !isOpenItem(item))
  const isOpen = handover.ended_at === null
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation.name}</span>
        <h1 class="govuk-heading-l">
          {standing === 'leaver' ? `Leaving ${organisation.name}` : `What ${leaver} passes on`}
        </h1>
        {!isOpen && (
          <InsetText>
            {handover.ended_as === 'done'
              ? `It was done on ${formatDate(londonDay(handover.ended_at!))}: there is nothing left to decide.`
              : `It was taken back on ${formatDate(londonDay(handover.ended_at!))}: all is as before.`}
          </InsetText>
        )}
        {isOpen && <Heirs {...props} open={open} />}
        {decided.length > 0 && <Decided decided={decided} />}
        <Note {...props} isOpen={isOpen} />
      </Column>
      <Column share="one-third">
        <About {...props} open={open} />
      </Column>
    </Row>
  )
}

type Listed = { open: Passing[] }

const Heirs = ({ handover, open, standing, actorId, form }: HandoverPageProps & Listed) =>
  open.length === 0 ? (
    <EmptyState title="Nothing here waits for someone">
      <p class="govuk-body">Whatever is begun until the last day joins the list overnight.</p>
    </EmptyState>
  ) : (
    <section>
      <SectionHeading lead="Whoever you choose is asked by mail, and it is theirs once they say so.">
        Who takes over
      </SectionHeading>
      <PostForm action={`${handoverPath(handover.id)}/heirs`}>
        {open.map((one, index) => (
          <Choice
            passing={one}
            at={index}
            standing={standing}
            actorId={actorId}
            error={index === 0 ? fieldIn(form, 'heir').error : undefined}
          />
        ))}
        <Button>Ask them</Button>
      </PostForm>
    </section>
  )

interface ChoiceProps {
  passing: Passing
  at: number
  standing: Standing
  actorId: string
  error?: string
}

const Choice = ({ passing: { item, thing, heirs }, at, standing, actorId, error }: ChoiceProps) => {
  const chosen = item.state === 'offered' ? item.heir_id : item.state === 'open' ? firstHeir(heirs)?.id : null
  const nobody = standing === 'lead' ? 'Nobody for now: its page says so' : 'Nobody: let the leads be asked'
  return (
    <div class="app-row">
      <h3 class="app-row__title">
        <Link href={item.path}>{item.title}</Link>
      </h3>
      <MetaLine items={[thing?.what, thing?.as, ...(thing?.waits ?? [])]} />
      {item.refusal && (
        <Quoted>
          <p class="govuk-body">{item.refusal}</p>
        </Quoted>
      )}
      <Select
        label={
          <>
            {item.state === 'offered' ? 'Asked, no answer yet' : 'Who takes it over'}
            <span class="govuk-visually-hidden">: {item.title}</span>
          </>
        }
        id={at === 0 ? 'heir' : `heir-${at + 1}`}
        name="heir"
        error={error}
        items={[
          { value: '', label: 'Not decided yet' },
          ...heirs.map(({ id, name, reason }) => ({
            value: `${item.id}:${id}`,
            label: id === actorId ? `I take it myself (${name})` : `${name}, who ${reason}`,
            selected: id === chosen,
          })),
          {
            value: `${item.id}:nobody`,
            label: nobody,
            selected: standing === 'leaver' && item.state === 'left-to-leads',
          },
        ]}
      />
    </div>
  )
}

const Decided = ({ decided }: { decided: Passing[] }) => (
  <section>
    <SectionHeading>Decided</SectionHeading>
    <ul class="govuk-list">
      {decided.map(({ item, heirName }) => (
        <li class="app-row">
          <Link href={item.path}>
            <strong>{item.title}</strong>
          </Link>
          <MetaLine
            items={[
              item.state === 'taken' ? `taken over by ${heirName ?? 'a colleague'}` : stateWords[item.state],
              item.decided_at && formatDate(londonDay(item.decided_at)),
            ]}
          />
        </li>
      ))}
    </ul>
  </section>
)

const Note = ({ handover, form, isOpen }: HandoverPageProps & { isOpen: boolean }) =>
  isOpen ? (
    <section>
      <SectionHeading lead="Where papers are, whom to call, what is promised, what went wrong before. Colleagues at the organisation read it in the pack; nobody else does.">
        What those who come after should know
      </SectionHeading>
      <PostForm action={`${handoverPath(handover.id)}/note`}>
        <Textarea label="Notes" rows={8} {...fieldIn(form, 'note')} />
        <Button class="govuk-button--secondary">Keep the notes</Button>
      </PostForm>
    </section>
  ) : null

const About = ({ handover, organisation, leaver, standing, passing, open }: HandoverPageProps & Listed) => {
  const { id, why, begun_at, last_day, left_at, ended_at } = handover
  const isOpen = ended_at === null
  return (
    <>
      <Aside title="This handover">
        <FactPairs
          facts={[
            ['Who', standing === 'leaver' ? 'you' : leaver],
            ['Began', formatDate(londonDay(begun_at))],
            [
              'Because',
              standing === 'leaver' && why === 'notice' ? 'you said that you are leaving' : whyWords[why],
            ],
            ['Last day', last_day && formatDate(last_day)],
            ['Left', left_at && formatDate(londonDay(left_at))],
            ['Undecided', `${open.length} of ${passing.length}`],
          ]}
        />
        <p class="govuk-body">
          <Link href={packPath(id)}>The handover pack, to read or print</Link>
        </p>
      </Aside>
      {isOpen && left_at === null && (
        <Aside title={standing === 'leaver' ? 'You stay?' : 'They stay?'}>
          <p class="govuk-body-s">
            Then all is as before. What colleagues have taken meanwhile goes back, and they are told.
          </p>
          <ButtonForm action={`${handoverPath(id)}/withdrawal`} look="secondary">
            {standing === 'leaver' ? 'I am still here' : 'They are still here'}
          </ButtonForm>
        </Aside>
      )}
      {isOpen && left_at === null && standing === 'leaver' && (
        <Aside title="Before your last day">
          <p class="govuk-body-s">
            Once your mailbox at {organisation.name} is closed you can no longer sign in with it.{' '}
            <Link href="/account/address">Give your account its new address</Link> as soon as you have one: a
            membership that rests on the old address ends with that.
          </p>
        </Aside>
      )}
    </>
  )
}
