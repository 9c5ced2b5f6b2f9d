import { z } from 'zod'
import { optionalText, requiredChoice, type Typed } from '#plumbing/form.ts'
import { type Level, type Levels, type Question, questions, questionWords } from './health.ts'

export const mostOfNote = 1000

const level = (question: Question) =>
  requiredChoice(['3', '2', '1'], `Answer yes, partly or no: ${questionWords[question]}`).transform(
    text => Number(text) as Level,
  )

export const replyForm = z.object({
  aims: level('aims'),
  pace: level('pace'),
  deciding: level('deciding'),
  language: level('language'),
  cover: level('cover'),
  note: optionalText(mostOfNote),
})

export const typedFrom = (levels: Levels): Typed =>
  Object.fromEntries(questions.map(question => [question, String(levels[question])]))
