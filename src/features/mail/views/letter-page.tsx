import { Link } from '#ui/link.tsx'
import { Quoted } from '#ui/section.tsx'

interface LetterPageProps {
  subject: string
  recipient: string
  state: string
  text: string
  htmlHref: string
}

const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line)

export const LetterPage = ({ subject, recipient, state, text, htmlHref }: LetterPageProps) => (
  <>
    <h1 class="govuk-heading-l">{subject}</h1>
    <p class="govuk-body">
      To {recipient}, {state}. <Link href={htmlHref}>The HTML version</Link>
    </p>
    <Quoted>
      {text.split('\n\n').map(paragraph => (
        <p class="govuk-body">
          {paragraph.split('\n').map(line => (
            <>
              {isAddress(line) ? (
                <Link class="govuk-!-text-break-word" href={line}>
                  {line}
                </Link>
              ) : (
                line
              )}
              <br />
            </>
          ))}
        </p>
      ))}
    </Quoted>
  </>
)
