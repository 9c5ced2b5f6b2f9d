import { z } from 'zod'
import { type Said, titleAtMost } from '#features/plan-reading/index.ts'
import { type FormState, optionalDate, refuseForm, requiredText, type Typed, tick } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'

/** A day in the years that people plan in; further off it is a slip of the keys. */
const sensibleDay = optionalDate.refine(
  date => date === null || (date >= '2000-01-01' && date <= '2099-12-31'),
  'Write a day in the years from 2000 to 2099',
)

export const milestoneForm = z.object({
  title: requiredText('Write what is to be done, in a few words', titleAtMost),
  due_on: sensibleDay,
  is_done: tick,
  done_on: sensibleDay,
  /** What looks personal was shown, and the writer stands by it. */
  seen: tick,
})

export const saidIn = ({ title, due_on, is_done, done_on }: z.output<typeof milestoneForm>): Said => ({
  title,
  due_on,
  is_done: is_done || done_on !== null,
  done_on,
})

/** What has not happened yet cannot be done. */
export const refusalOn = (today: string, { typed }: FormState, { done_on }: Said): FormState | null =>
  done_on !== null && done_on > today
    ? refuseForm(typed, 'done_on', 'Write today or a day before, or leave it empty')
    : null

export const typedFrom = ({ title, due_on, is_done, done_on }: Said): Typed => ({
  title,
  due_on: due_on ? formatDate(due_on) : '',
  is_done: is_done ? 'yes' : '',
  done_on: done_on ? formatDate(done_on) : '',
})
