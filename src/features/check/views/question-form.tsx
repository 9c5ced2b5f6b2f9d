import { OrganisationField } from '#features/organisations/index.ts'
import { ServiceField } from '#features/services/index.ts'
import { Button } from '#ui/govuk/button.tsx'
import { ErrorSummary } from '#ui/govuk/error-summary.tsx'
import { CharacterCount } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { formatCount } from '#ui/money.ts'
import { longestProblem, type QuestionErrors, type Typed } from '../check-form.ts'

export const QuestionErrorSummary = ({ errors }: { errors: QuestionErrors }) =>
  errors.problem ? <ErrorSummary errors={[{ message: errors.problem, href: '#problem' }]} /> : null

/** The one question of the home page. Works by a plain post, and keeps what was typed. */
export const QuestionForm = ({ typed, errors }: { typed: Typed; errors: QuestionErrors }) => (
  <form action="/check" method="post" novalidate>
    <CharacterCount
      name="problem"
      label="The problem, in your own words"
      labelClass="govuk-label--s"
      hint="Who is affected and what happens. Leave out names of people and of products."
      error={errors.problem}
      value={typed.problem}
      rows={5}
      maxCharacters={longestProblem}
      threshold={75}
      texts={{ description: `Up to ${formatCount(longestProblem)} characters` }}
      spellcheck
    />
    <Row>
      <Column share="one-half">
        <OrganisationField name="council" label="Your council (optional)" value={typed.council} />
      </Column>
      <Column share="one-half">
        <ServiceField name="service" label="Service (optional)" value={typed.service} />
      </Column>
    </Row>
    <Button preventDoubleClick>Check before you start</Button>
    <p class="govuk-body-s">
      Pipeline does not keep what you write here. It becomes part of the answer’s address, so that you can
      send the answer on.
    </p>
  </form>
)
