import type { PersonName } from '#features/accounts/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import type { ListedRing } from '../ring-queries.ts'
import { newRingPath, ringPath } from '../synonym-ring.ts'

const Words = ({ form }: { form: FormState }) => (
  <Textarea
    {...fieldIn(form, 'words')}
    label="Words and phrases that mean the same"
    hint="Each on a line of its own: what people say, what officers say, abbreviations, former names. Plurals are found by themselves."
    rows={10}
  />
)

const Advice = () => (
  <p class="govuk-body">
    Only what means the same everywhere on Pipeline: whoever searches for one finds all of them. An
    abbreviation that also stands for something else does harm.
  </p>
)

export const NewRingPage = ({ form }: { form: FormState }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Add a ring of synonyms</h1>
      <Advice />
      <PostForm action={newRingPath}>
        <Words form={form} />
        <Button>Add the ring</Button>
      </PostForm>
    </Column>
  </Row>
)

/** How far a change is in the index, in words; nothing when the search has it all. */
export const Following = ({ indexed, toIndex }: Pick<ListedRing, 'indexed' | 'toIndex'>) =>
  toIndex === null ? null : (
    <p class="govuk-inset-text">
      The search does not know the latest change everywhere yet:{' '}
      {toIndex === 0
        ? 'the documents that hold these words are about to be indexed anew.'
        : `${formatCount(indexed ?? 0)} of ${formatCount(toIndex)} documents are indexed anew.`}{' '}
      Load this page again to see how far it is.
    </p>
  )

type Act = { kind: string; at: Date; by: PersonName | undefined }

const acts: Record<string, string> = {
  'synonym-ring.added': 'Added',
  'synonym-ring.changed': 'Changed',
  'synonym-ring.removed': 'Removed',
}

interface RingPageProps {
  ring: ListedRing
  form: FormState
  acts: Act[]
}

/** One ring: its words, who wrote them, and how far the search has followed. */
export const RingPage = ({ ring, form, acts: done }: RingPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Synonyms: {ring.words[0]}</h1>
      <Following {...ring} />
      <Advice />
      <PostForm action={ringPath(ring.id)}>
        <Words form={form} />
        <Button>Save the ring</Button>
      </PostForm>
      <p class="govuk-body">
        <Link href={`/search?q=${encodeURIComponent(ring.words[0]!)}`}>See what “{ring.words[0]}” finds</Link>
      </p>
      <SectionHeading>What was done</SectionHeading>
      <ul class="govuk-list">
        {done.map(({ kind, at, by }) => (
          <li>
            {acts[kind] ?? kind} {formatDate(londonDay(at))},{' '}
            {by ? (by.name ?? 'a curator') : 'with the rings that come with Pipeline'}
          </li>
        ))}
      </ul>
      <SectionHeading lead="Each of its words then finds only itself.">Remove the ring</SectionHeading>
      <ButtonForm action={`${ringPath(ring.id)}/removal`} look="warning">
        Remove the ring
      </ButtonForm>
    </Column>
  </Row>
)
