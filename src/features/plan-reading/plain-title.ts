import { titleAtMost } from './plan-file.ts'

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const mention = /(^|[\s(])@[\w-]+/g

/** A title in one line, without addresses and mentions of people; the remarks say what was left out. */
export function plainTitle(text: string): { title: string; remarks: string[] } {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const bare = line.replace(address, '').replace(mention, '$1').replace(/\s+/g, ' ').trim()
  const title = bare.length > titleAtMost ? `${bare.slice(0, titleAtMost - 1).trimEnd()}…` : bare
  return {
    title,
    remarks: [
      ...(bare !== line ? ['an address or mention of a person is left out'] : []),
      ...(title !== bare ? [`shortened to ${titleAtMost} characters`] : []),
    ],
  }
}
