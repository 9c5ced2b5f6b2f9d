import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

describe('the register of tools', () => {
  test('begins with what the sources name, marked as not reviewed, and says what is not known', async () => {
    const { get } = await testApp()
    const { body } = await get('/tools')
    for (const name of ['GitHub', 'Slack', 'Trello']) expect(body).toContain(name)
    expect(body).toContain('Not reviewed yet')
    const slack = (await get('/tools/slack')).body
    expect(slack).toContain('Local Digital, C-19 Challenge')
    expect(slack).toContain('Not known')
    expect((await get('/tools?purpose=boards')).body).not.toContain('GitHub')
  })
})
