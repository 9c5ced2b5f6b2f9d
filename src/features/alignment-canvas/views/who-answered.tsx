import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { WarningText } from '#ui/govuk/text.tsx'
import { type Canvas, type CanvasPartner, smallToAsk } from '../canvas.ts'

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
export const OnlyLarge = ({ canvas: { partners, organisation } }: { canvas: Canvas }) => {
  const toAsk = smallToAsk(partners)
  if (toAsk.length === 0) return null
  const others = inARow.format(toAsk.filter(({ id }) => id !== organisation.id).map(({ name }) => name))
  const isOwn = toAsk.some(({ id }) => id === organisation.id)
  return (
    <WarningText>
      Only large councils have answered so far: {isOwn ? 'what you say is missing' : `ask ${others}`}
      {isOwn && others !== '' && `, and so is what ${others} would say`}
    </WarningText>
  )
}
