import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { barList, optionalNumber, optionalText, readCsv, requiredText, writeCsv } from './csv.ts'
import { fileOfText } from './import-file.ts'

const shape = z.object({ name: requiredText, size: optionalNumber, note: optionalText })
const read = (text: string) =>
  Array.fromAsync(readCsv(fileOfText('a.csv', text), shape, ['name', 'size', 'note']))

describe('reading', () => {
  test('a row has the line on which it ends, also after cells of several lines', async () => {
    const rows = await read('name,size,note\na,1,"two\nlines"\nb,2,\n')
    expect(rows).toEqual([
      { line: 3, row: { name: 'a', size: 1, note: 'two\nlines' } },
      { line: 4, row: { name: 'b', size: 2, note: null } },
    ])
  })

  test('a byte order mark, Windows line ends and empty lines do not matter', async () => {
    expect(await read('\uFEFFname,size,note\r\n\r\na,,\r\n')).toMatchObject([
      { row: { name: 'a', size: null, note: null } },
    ])
  })

  test('a row that does not fit says all that is wrong with it, and what stood there', async () => {
    expect(await read('name,size,note\n ,many,\n')).toEqual([
      {
        line: 2,
        refusal: 'name is empty; size is not a number',
        read: { name: ' ', size: 'many', note: '' },
      },
    ])
  })

  test('a row with too few cells is refused, and the others are read', async () => {
    const rows = await read('name,size,note\na\nb,1,x\n')
    expect(rows[0]).toHaveProperty('refusal')
    expect(rows[1]).toHaveProperty('row')
  })

  test('a file without a needed column is refused as a whole', async () => {
    await expect(read('name,note\na,\n')).rejects.toThrow('The file lacks the column size.')
    await expect(read('name\n')).rejects.toThrow('The file lacks the column size, note.')
    await expect(read('')).rejects.toThrow('The file lacks the column name, size, note.')
  })

  test('a file whose quotes do not close is refused in words', async () => {
    await expect(read('name,size,note\na,1,"open\n')).rejects.toThrow('The file is not CSV: ')
  })

  test('a cell between bars is a list without empty parts', () => {
    expect(barList.parse(' a | b||')).toEqual(['a', 'b'])
    expect(barList.parse('')).toEqual([])
  })
})

describe('writing', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'the text %j is led by an apostrophe, so that no spreadsheet runs it',
    text => {
      expect(writeCsv(['a'], [[text]]).slice(3)).toContain(`'${text}`)
    },
  )

  test('a negative number stays a number, and nothing is an empty cell', () => {
    expect(writeCsv(['a', 'b', 'c'], [[-1.5, null, undefined]])).toBe('a,b,c\r\n-1.5,,\r\n')
  })

  test('what is written reads back the same', async () => {
    const cells = ['plain', 'a "quoted" word', 'one, two', 'two\nlines', 'Ynys Môn', ' spaced ']
    const text = writeCsv(
      ['word'],
      cells.map(cell => [cell]),
    )
    const file = fileOfText('a.csv', text)
    const rows = await Array.fromAsync(readCsv(file, z.object({ word: z.string() }), ['word']))
    expect(rows.map(line => 'row' in line && line.row.word)).toEqual(cells)
  })
})
