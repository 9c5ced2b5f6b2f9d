import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText, foldLine, writeCalendar } from './calendar.ts'

const unfolded = (text: string) => text.replaceAll('\r\n ', '')
const read = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))

const anyText = fc.string({ unit: 'binary', maxLength: 300 })
const readable = fc.string({ unit: 'grapheme', maxLength: 300 })

const calendarOf = (title: string, changedAt = new Date('2026-11-22T10:00:00Z')) => ({
  name: 'Contracts that end',
  describes: 'Two, of “waste”',
  url: 'https://example.gov.uk/horizon',
  days: [
    {
      uid: 'contract-1@example.gov.uk',
      day: '2027-12-31',
      changedAt,
      title,
      describes: title,
      url: 'https://example.gov.uk/contracts/1',
    },
  ],
})

describe('a line of a calendar', () => {
  test('is folded into pieces of 75 octets at most, and whole again when unfolded', () => {
    fc.assert(
      fc.property(readable, text => {
        const line = `SUMMARY:${text.replace(/[\r\n]/g, '')}`
        const folded = foldLine(line)
        for (const piece of folded.split('\r\n')) {
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75)
          expect(piece).toBe(Buffer.from(piece).toString())
        }
        expect(unfolded(folded)).toBe(`${line}\r\n`)
      }),
    )
  })

  test('holds words so that what reads it has them again', () => {
    fc.assert(
      fc.property(readable, text => {
        const escaped = escapeText(text)
        expect(escaped).not.toMatch(/[\r\n]/)
        expect(escaped.replace(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/)
        expect(read(escaped)).toBe(text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, ''))
      }),
    )
  })
})

describe('a calendar', () => {
  test('gains no line by what is written into it', () => {
    const names = (text: string) =>
      unfolded(text)
        .split('\r\n')
        .map(line => line.split(/[:;]/)[0])
    const usual = names(writeCalendar(calendarOf('Waste')))
    fc.assert(
      fc.property(anyText, text => {
        expect(names(writeCalendar(calendarOf(text)))).toEqual(usual)
      }),
    )
    expect(names(writeCalendar(calendarOf('Waste\r\nBEGIN:VALARM')))).toEqual(usual)
  })

  test('has whole days, a day to look again, and the end on the day after', () => {
    const lines = unfolded(writeCalendar(calendarOf('Waste, and “recycling”'))).split('\r\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'REFRESH-INTERVAL;VALUE=DURATION:P1D',
        'UID:contract-1@example.gov.uk',
        'DTSTAMP:20261122T100000Z',
        'DTSTART;VALUE=DATE:20271231',
        'DTEND;VALUE=DATE:20280101',
        'SUMMARY:Waste\\, and “recycling”',
      ]),
    )
  })

  test('numbers a later change higher, within what a number may be', () => {
    const numberOf = (changedAt: string) =>
      Number(/SEQUENCE:(\d+)/.exec(writeCalendar(calendarOf('Waste', new Date(changedAt))))![1])
    expect(numberOf('2026-11-22T10:00:01Z')).toBeGreaterThan(numberOf('2026-11-22T10:00:00Z'))
    expect(numberOf('2080-01-01T00:00:00Z')).toBeLessThan(2 ** 31)
  })
})
