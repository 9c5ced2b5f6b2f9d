import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { WarningText } from '#ui/govuk/text.tsx'
import { type CanvasPartner, smallToAsk } from '../canvas.ts'

const inARow = new Intl.ListFormat('en-GB')

/** Who has answered, all in the order of their names. */
export const WhoAnswered = ({ partners }: { partners: CanvasPartner[] }) => (
  <Aside title="Who has answered">
    <ul class="govuk-list">
      {partners.map(({ organisation, done_at }) => (
        <li key={organisation.id}>
          {organisation.name}
          <br />
          <span class="govuk-body-s">
            {done_at ? `Answered on ${formatDate(londonDay(done_at))}` : 'Not yet'}
          </span>
        </li>
      ))}
    </ul>
  </Aside>
)

/** Says when those that are left out most easily have not been heard. */
export const OnlyLarge = ({ partners }: { partners: CanvasPartner[] }) => {
  const toAsk = smallToAsk(partners)
  return toAsk.length > 0 ? (
    <WarningText>
      Only large councils have answered so far: ask {inARow.format(toAsk.map(({ name }) => name))}
    </WarningText>
  ) : null
}
