import { partsOf } from '../canonical-text.ts'
import { AgreementLines } from './agreement-lines.tsx'

/** The text of an agreement, drawn from its normal form line by line. */
export const AgreementBody = ({ text }: { text: string }) => {
  const [title, ...parts] = partsOf(text)
  return (
    <>
      <AgreementLines lines={title!.lines} />
      {parts.map(part => (
        <section>
          <h2 class="govuk-heading-s">{part.title}</h2>
          <AgreementLines lines={part.lines} />
        </section>
      ))}
    </>
  )
}
