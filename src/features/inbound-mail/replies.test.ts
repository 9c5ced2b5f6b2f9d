import { describe, expect, test } from 'vitest'
import { askedByMail, askerMail, listening, ownerMail, replyTo } from '#test/answering-mail.ts'

const words = 'By the log of the crews.'
const envelope = { from: ownerMail }

describe('an answer by mail', () => {
  test('stands under the question, and its writer and the asker hear of it', async () => {
    const asked = await askedByMail()
    const to = await asked.addressOf('reply', ownerMail)
    const { hand } = await listening(asked)
    expect(await hand(replyTo(to, words), { ...envelope, to })).toMatch(/^250 /)
    expect(await asked.answers()).toEqual([words])
    expect((await asked.get(asked.question)).body).toContain(words)
    expect((await asked.lettersTo(ownerMail)).at(-1)).toMatchObject({ subject: 'Your answer is published' })
    expect((await asked.lettersTo(askerMail)).at(-1)!.subject).toContain('answers your question')
    expect(await asked.outcomes()).toEqual(['published'])
  })
})
