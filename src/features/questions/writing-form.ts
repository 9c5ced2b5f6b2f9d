import { z } from 'zod'
import { screenTexts } from '#features/moderation/index.ts'
import { optionalText, requiredText, tick } from '#plumbing/form.ts'
import { mostOfAnswer, mostOfQuestion } from './question.ts'

const shape = (missing: string, most: number) =>
  z.object({ words: requiredText(missing, most), organisation: optionalText(200), screened: tick })

export const questionForm = shape('Write your question', mostOfQuestion)
export const answerForm = shape('Write your answer', mostOfAnswer)

export const screened = (words: string) =>
  screenTexts([{ field: 'words', label: 'What you wrote', text: words }])
