import type { Collaboration } from '#features/collaborations/index.ts'
import type { Finding } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { type Beginning, healthPath, linkPath, questions, questionWords } from '../health.ts'
import { ReplyFields } from './reply-fields.tsx'

interface LinkPageProps {
  collaboration: Collaboration
  organisation: OrganisationName
  month: string
  secret: string
  beginning: Beginning
  form: FormState
  findings: Finding[]
}

/** Where a link of the mail leads: with all five said already it is one button, else the five questions. */
export const LinkPage = (props: LinkPageProps) => {
  const { collaboration, organisation, month, secret, beginning, form, findings } = props
  const isSaid =
    beginning === 'well' &&
    form.errors.length === 0 &&
    questions.every(question => form.typed[question] === '3')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">
          {collaboration.plan.said.title}: {organisation.name}, {formatDate(month.slice(0, 7))}
        </span>
        <h1 class="govuk-heading-l">How does it go with the others?</h1>
        <PostForm action={linkPath(secret, beginning)}>
          {isSaid ? (
            <>
              <p class="govuk-body">For {organisation.name}, you answer yes to all five:</p>
              <ul class="govuk-list govuk-list--bullet">
                {questions.map(question => (
                  <li key={question}>{questionWords[question]}</li>
                ))}
              </ul>
              {questions.map(question => (
                <input type="hidden" name={question} value="3" />
              ))}
            </>
          ) : (
            <ReplyFields form={form} findings={findings} />
          )}
          <Button preventDoubleClick>{isSaid ? 'Yes to all five' : 'Answer'}</Button>
        </PostForm>
        {isSaid && (
          <p class="govuk-body">
            <Link href={linkPath(secret, 'answers')}>Not all of it: answer each</Link>
          </p>
        )}
      </Column>
    </Row>
  )
}

export const ThankedPage = ({ collaboration: { plan } }: { collaboration: Collaboration }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Thank you</h1>
      <p class="govuk-body">
        Your organisation’s answer is kept. You can change it by the same link until the next month’s
        questions.
      </p>
      <p class="govuk-body">
        <Link href={healthPath(plan.slug)}>Sign in and see what the others say</Link>
      </p>
    </Column>
  </Row>
)
