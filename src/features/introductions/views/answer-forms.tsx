import { ButtonForm, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { declineChoices, declines } from '../introduction.ts'
import { sayWhen } from '../london-time.ts'
import type { IntroductionPageProps } from './introduction-page.tsx'
import { TimeFields } from './times.tsx'

type AnswerFormsProps = Pick<IntroductionPageProps, 'base' | 'form' | 'times' | 'introduction' | 'standing'>

/** One button for each answer. */
export const AnswerForms = ({ base, form, times, introduction, standing }: AnswerFormsProps) => {
  const action = `${base}/answer`
  const other = standing === 'asked' ? introduction.asker.name : introduction.asked!.name
  const bothWillBe =
    introduction.sides[standing === 'asked' ? 'asker' : 'asked'].agreed_at === null
      ? `Your name and address go to ${other} only if they say yes too.`
      : `With yes, you and whoever asks at ${other} each get one mail with both addresses.`
  return (
    <section>
      <SectionHeading lead={bothWillBe}>Your answer</SectionHeading>
      {times.map((time, at) => (
        <ButtonForm action={action} fields={{ answer: at === 0 ? 'first' : 'second' }}>
          Yes, {sayWhen(time)}
        </ButtonForm>
      ))}
      <PostForm action={action} label="Yes, at another time">
        <input type="hidden" name="answer" value="other" />
        <TimeFields form={form} name="other" legend="Yes, at another time" />
        <Button class="govuk-button--secondary">Yes, at this time</Button>
      </PostForm>
      <PostForm action={action} label="Not now">
        <input type="hidden" name="answer" value="not-now" />
        <Radios
          name="because"
          class="govuk-radios--small"
          value="no-time"
          fieldset={{ legend: 'Not now, because', legendClass: 'govuk-fieldset__legend--s' }}
          hint={`${other} is told this, in these words and nothing else.`}
          items={declines.map(value => ({ value, label: declineChoices[value] }))}
        />
        <Button class="govuk-button--secondary">Not now</Button>
      </PostForm>
    </section>
  )
}
