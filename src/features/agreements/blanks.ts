import { readBritishDate } from '#plumbing/british-dates.ts'
import { cleanText, type FieldError, type Typed } from '#plumbing/form.ts'
import { normalLine } from './canonical-text.ts'
import { addUp, type Blank, type Filled, isShares, type Party, type Way } from './clause.ts'

const mostDays = 3650
const mostPounds = 100_000_000

/** The field of one organisation's share. */
export const shareField = (name: string, { slug }: Party) => `${name}-${slug}`

type NumberRule = { most: number; isWhole?: true; wrong: string }

type Reading = { value: Filled[string] } | { wrong: string }

const first = (typed: Typed, name: string) => cleanText([typed[name]].flat()[0] ?? '')

/** A number as people type it: £12,000, 33.4 % or 90. */
function readNumber(typed: string, { most, isWhole, wrong }: NumberRule): Reading {
  const plain = typed.replace(/^£|%$|,|\s/g, '')
  const number = Number(plain)
  const isNumber = (isWhole ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,2})?$/).test(plain)
  return isNumber && number <= most ? { value: number } : { wrong }
}

function readShares(name: string, typed: Typed, parties: Party[]): Reading {
  const shares: Record<string, number> = {}
  for (const party of parties) {
    const words = first(typed, shareField(name, party))
    if (words === '') continue
    const read = readNumber(words, { most: 100, wrong: '' })
    if ('wrong' in read) return { wrong: `Write the share of ${party.name} in per cent, such as 33.4` }
    shares[party.id] = read.value as number
  }
  if (Object.keys(shares).length === 0) return { value: undefined }
  return addUp(shares, parties) ? { value: shares } : { wrong: 'Shares of all must make exactly 100%' }
}

function read(name: string, blank: Blank, typed: Typed, parties: Party[]): Reading {
  if (blank.kind === 'shares') return readShares(name, typed, parties)
  if (blank.kind === 'parties') {
    const chosen = [typed[name] ?? []].flat()
    const ids = parties.filter(({ id }) => chosen.includes(id)).map(({ id }) => id)
    return { value: ids.length > 0 ? ids : undefined }
  }
  const words = first(typed, name)
  if (normalLine(words) === '') return { value: undefined }
  switch (blank.kind) {
    case 'party':
      return parties.some(({ id }) => id === words)
        ? { value: words }
        : { wrong: 'Choose one of the partners' }
    case 'choice':
      return Object.hasOwn(blank.options, words) ? { value: words } : { wrong: 'Choose one of these' }
    case 'words':
      return words.length <= blank.most
        ? { value: words }
        : { wrong: `Shorten it to ${blank.most} characters or fewer` }
    case 'money':
      return readNumber(words, {
        most: mostPounds,
        wrong: 'Write an amount in pounds, such as 12,000',
      })
    case 'days':
      return readNumber(words, { most: mostDays, isWhole: true, wrong: 'Write a number of days, such as 90' })
    case 'date': {
      const said = readBritishDate(words)
      return said?.precision === 'day'
        ? { value: said.date }
        : { wrong: 'Write a day that exists, such as 31 March 2027' }
    }
  }
}

/** What was typed into the blanks of one way to say a clause. What is left empty stays open. */
export function readBlanks({ blanks }: Way, typed: Typed, parties: Party[]) {
  const filled: Filled = {}
  const errors: FieldError[] = []
  for (const [name, blank] of Object.entries(blanks)) {
    const reading = read(name, blank, typed, parties)
    const field = blank.kind === 'shares' && parties[0] ? shareField(name, parties[0]) : name
    if ('wrong' in reading) errors.push({ field, message: reading.wrong })
    else if (reading.value !== undefined) filled[name] = reading.value
  }
  return { filled, errors }
}

/** What stands in the blanks, as it would be typed. */
export function typedIn({ blanks }: Way, filled: Filled, parties: Party[]): Typed {
  const typed: Typed = {}
  for (const [name, { kind }] of Object.entries(blanks)) {
    const value = filled[name]
    if (kind === 'shares' && isShares(value))
      for (const party of parties) typed[shareField(name, party)] = String(value[party.id] ?? '')
    else if (Array.isArray(value)) typed[name] = value
    else if (value !== undefined) typed[name] = String(value)
  }
  return typed
}
