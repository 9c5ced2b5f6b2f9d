import { globSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { root } from '#plumbing/root.ts'
import { screenTexts } from './screen.ts'

const found = (text: string) =>
  screenTexts([{ field: 'problem', label: 'The problem', text }]).map(
    ({ kind, words }) => `${kind}: ${words}`,
  )

describe('what is found, in its exact words', () => {
  // Numbers that Ofcom keeps for drama, the example of the NHS, and addresses of nobody.
  test.each([
    ['Ring Jo Smith on 07700 900123.', 'name-and-phone: Jo Smith on 07700 900123'],
    [
      'Contact: Priya Patel, Service Manager, 0113 496 0123',
      'name-and-phone: Priya Patel, Service Manager, 0113 496 0123',
    ],
    ['Call 020 7946 0958 (Sam O’Neill) for a demo', 'name-and-phone: 020 7946 0958 (Sam O’Neill)'],
    ['Mrs J. Ashdown tel: 01632 960001', 'name-and-phone: Mrs J. Ashdown tel: 01632 960001'],
    ['Cllr Khan (07700900456) chairs it', 'name-and-phone: Cllr Khan (07700900456)'],
    ['ask for Mary-Anne Jones – 0161 496 0234', 'name-and-phone: Mary-Anne Jones – 0161 496 0234'],
    [
      'Contact: Priya Patel, Digital Enabling Hub Manager Email: Tel: 01632 960034',
      'name-and-phone: Priya Patel, Digital Enabling Hub Manager Email: Tel: 01632 960034',
    ],
    ['Priya Patel  023 8018 0430', 'name-and-phone: Priya Patel  023 8018 0430'],
    ['Priya Patel, tel. 01632 960034', 'name-and-phone: Priya Patel, tel. 01632 960034'],
    ['Tel: +44 (0)117 4960250', 'phone: +44 (0)117 4960250'],
    ['Mobile 07700 900 123', 'phone: 07700 900 123'],
    ['Text 07700-900-123 to book', 'phone: 07700-900-123'],
    ['Tel (0113) 496 0123', 'phone: (0113) 496 0123'],
    ['Phone 01134960123 after six', 'phone: 01134960123'],
    ['Phone +44 113 496 0123', 'phone: +44 113 496 0123'],
    ['Phone +44 (0)20 7946 0958', 'phone: +44 (0)20 7946 0958'],
    ['Phone 0044 7700 900123', 'phone: 0044 7700 900123'],
    ['Phone 0207 946 0958', 'phone: 0207 946 0958'],
    ['Phone 029 2018 0123, Cardiff', 'phone: 029 2018 0123'],
    ['Customer Services 0113 496 0123', 'phone: 0113 496 0123'],
    ['Mrs Brown waited nine weeks for a ramp.', 'name: Mrs Brown'],
    ['we rang Mr. J. Ashdown-Hill twice', 'name: Mr. J. Ashdown-Hill'],
    ['Mr and Mrs O’Neill moved out', 'name: Mr and Mrs O’Neill'],
    ['Ms Priya Anand Patel’s form was lost', 'name: Ms Priya Anand Patel'],
    ['Her GP, Dr McKenzie, wrote to us', 'name: Dr McKenzie'],
    ['Miss Green (82) fell', 'name: Miss Green'],
    ['Mx West asked for another form', 'name: Mx West'],
    ['Write to jo.smith@leeds.gov.uk', 'email: jo.smith@leeds.gov.uk'],
    ['<JSmith2@surreycc.gov.uk>', 'email: JSmith2@surreycc.gov.uk'],
    ["sam.o'neill@example.co.uk knows", "email: sam.o'neill@example.co.uk"],
    ['jo.smith[at]leeds.gov.uk', 'email: jo.smith[at]leeds.gov.uk'],
    ['The damp flat is 12 Acacia Avenue, Leeds LS7 4AB.', 'address: 12 Acacia Avenue, Leeds LS7 4AB'],
    ['Flat 3, 12 Acacia Avenue\nLeeds\nLS7 4AB', 'address: Flat 3, 12 Acacia Avenue\nLeeds\nLS7 4AB'],
    ['Rose Cottage, Mill Lane, Skipton BD23 1AA', 'address: Rose Cottage, Mill Lane, Skipton BD23 1AA'],
    ['A family at 7a High Street was moved twice', 'address: 7a High Street'],
    ['The resident of SW1A 2AA wrote', 'postcode: SW1A 2AA'],
    ['Bins missed in M1 1AE for weeks', 'postcode: M1 1AE'],
    ['DOB: 12/03/1985', 'birth: DOB: 12/03/1985'],
    ['a child, date of birth 3rd March 2012', 'birth: date of birth 3rd March 2012'],
    ['NI number AB 12 34 56 C', 'national-insurance: AB 12 34 56 C'],
    ['NINO ab123456c was wrong', 'national-insurance: ab123456c'],
    ['NHS no. 943 476 5919', 'nhs: 943 476 5919'],
    ['his NHS number is 9434765919', 'nhs: 9434765919'],
    ['patient 943-476-5919', 'nhs: 943-476-5919'],
    ['Case number 40123456', 'case: Case number 40123456'],
    ['see case ref: CAS-2019-00123', 'case: case ref: CAS-2019-00123'],
    ['our ref HB/204981', 'case: our ref HB/204981'],
    ['Ref: ASC/12345', 'case: Ref: ASC/12345'],
    ['case 123456 shows this', 'case: case 123456'],
    ['Her council tax account number 712345678', 'case: council tax account number 712345678'],
    ['PCN number LH12345678', 'case: PCN number LH12345678'],
    ['pupil with UPN A123456789012', 'case: UPN A123456789012'],
    ['client ID 887766', 'case: client ID 887766'],
    ['Sort code 12-34-56', 'bank: 12-34-56'],
    ['pay into account number 12345678', 'bank: account number 12345678'],
    ['IBAN GB29 NWBK 6016 1331 9268 19', 'bank: GB29 NWBK 6016 1331 9268 19'],
    ['card 4111 1111 1111 1111', 'bank: 4111 1111 1111 1111'],
    ['We had £12,345 from Acme Ltd.', 'price: £12,345 from Acme Ltd'],
    [
      'Acme Software Limited would charge £18,500 a year',
      'price: Acme Software Limited would charge £18,500',
    ],
    ['The incumbent quoted £90,000 for the module', 'price: quoted £90,000'],
    ['Their quote was £45k', 'price: quote was £45k'],
    ['a unit price of £4.20', 'price: unit price of £4.20'],
    ['a day rate of £650', 'price: day rate of £650'],
    ['£12 per licence', 'price: £12 per licence'],
    ['it boils down to £18.83 per month per user', 'price: £18.83 per month per user'],
    ['To get a £40,000 discount we must sign', 'price: £40,000 discount'],
    ['They offered a discount of £2,000', 'price: discount of £2,000'],
    ['They offered a 15% discount', 'price: 15% discount'],
    ['the lowest bid came in at £210,000', 'price: bid came in at £210,000'],
    ['The pricing is commercial in confidence', 'marking: commercial in confidence'],
    ['COMMERCIAL-IN-CONFIDENCE', 'marking: COMMERCIAL-IN-CONFIDENCE'],
    ['Not for publication', 'marking: Not for publication'],
    ['OFFICIAL-SENSITIVE\nThe supplier', 'marking: OFFICIAL-SENSITIVE'],
  ])('%s', (text, finding) => {
    expect(found(text)).toEqual([finding])
  })
})

describe('what is left alone', () => {
  test.each([
    'The budget is £50,000 to £100,000, and £25k was spent in 2019.',
    'We were awarded £80,000 from the Local Digital Fund in round 2.',
    'Our bid for £350,000 from the fund was not funded at this stage.',
    'A missed collection costs about £14 per call; 22,400 calls a year, so £313,600.',
    'Adur District Council (E07000223) and Leeds City Council (E08000035) take part.',
    'From 01/04/2019 to 31/03/2020, then 2020-2021 and 01-02-2026 15:30.',
    'Notice 2018/S 170-386917, opportunity 6823, framework RM1043.5 and contract reference CON-2018-00123.',
    'The contract with reference ITT-45678 ended on 31 March 2024.',
    'Ring 0300 123 4567 or 0800 496 0123; both are the council’s lines.',
    'Write to digital@leeds.gov.uk, planning.policy@adur-worthing.gov.uk or no-reply@service.gov.uk.',
    'UPRN 100021039113, USRN 20602512 and LGSL 573 are joined in one table.',
    'The case study of 2019 says that 3 in 10 cases are closed in 48 hours.',
    'We had 12,345 cases in 2019; cases 2019 and 2020 are compared.',
    'Case management costs too much. Cases: 12000 a year.',
    'Reference architecture 2020, ISO 27001, WCAG 2.2, GDPR (EU) 2016/679, section 17 of the Children Act 1989.',
    'The application reference data has 14,000 rows.',
    'Company number 01234567, registered charity 1089893, VAT 123 4567 89.',
    'Single person discount of £300 on council tax is claimed by 12,000 households.',
    'Business rates of £50,000 and interest rates of 5% do not matter here.',
    'The contract of £45,000 was awarded to FutureGov Ltd and published.',
    'Residents quote their reference number on the phone.',
    'A resident said: “I waited 40 minutes.” Cllr Ashdown and Jo Smith visited.',
    'Cllr Ann Smith, Councillor Khan, Professor Jane Hill and Sir Robin Day spoke.',
    'In Mr Smith v Leeds City Council, and Mrs Jane Brown vs. Hill, the court said so.',
    'We buy from Mr Fox Ltd, Mrs Hinch Cleaning Limited, Dr Young & Sons and Mr Clutch LLP.',
    'Mr Speaker, Mr Mayor and Mrs Justice Hill heard it; Ms is a title, as are Mr, Mrs and Dr.',
    'Crews Miss Collections and Miss Mondays; MS Teams, DR sites and mr brown.',
    'The High Street, Station Road and 20 streets around it flood each winter.',
    'In 2018 Park Hill Street was closed; 150 road schemes followed.',
    'Postcode districts LS7, LS11 and SW1A; the first half of BN43.',
    'The laptop has an i5 8GB and the line runs at 100MB; lot E1 2 of 4.',
    'A grant of £12,345 from Leeds City Council and £3m from central government.',
    'About 1 234 567 890 rows, 9876543210 bytes and 4 111 111 111 requests.',
    'ISBN 978 0 11 702 345 6 and DOI 10.1145/3290605.3300233.',
    'Data which is commercially sensitive is not shared; staff handle OFFICIAL-SENSITIVE files.',
    'We ask for the National Insurance number, NHS number and date of birth on three forms.',
    'Your account number is asked for twice; the sort code once.',
    'https://github.com/alphagov/notifications-api/issues/1234567 and ocds-b5fd17-0c1f4b7a',
    'Install pipeline@1.2.0 or clone git@github.com:alphagov/notifications-api.git',
    'A standard could save £505 million in 14 years, of which £120 million in the first seven, on average £117,900 each.',
    'Version 3.11.4 replaced 2.7.18 in 2023-10-05T09:15:00Z.',
    'Phase 2 runs for 12 weeks with 4.5 full-time staff at 07:30 to 15:45.',
    'A 25% reduction, 40 per cent fewer calls and 15% of users over 65.',
  ])('%s', text => {
    expect(found(text)).toEqual([])
  })
})

test('of what has been published of projects, bids and notices nothing is warned about', () => {
  const texts = globSync('data/content/*.{csv,txt}', { cwd: root }).flatMap(place => {
    const text = readFileSync(`${root}/${place}`, 'utf8')
    return place.endsWith('.csv') ? (parse(text, { bom: true }) as string[][]).flat() : [text]
  })
  expect(texts.length).toBeGreaterThan(3000)
  expect(texts.flatMap(found)).toEqual([])
})

test('a finding says in which field it stands and where that is changed, each words once', () => {
  const texts = [
    { field: 'title', label: 'Title', text: 'Damp homes', href: '/problems/new/title' },
    {
      field: 'why',
      label: 'Why now',
      text: 'Ring 07700 900123. Ring 07700 900123.',
      href: '/problems/new/why',
    },
    { field: 'users', label: 'Users', text: null },
  ]
  expect(screenTexts(texts)).toEqual([
    { field: 'why', label: 'Why now', href: '/problems/new/why', kind: 'phone', words: '07700 900123' },
  ])
})

test('several findings stand in the order of the text', () => {
  expect(
    found('Jo Smith, jo.smith@leeds.gov.uk, lives at 12 Acacia Avenue, Leeds LS7 4AB, case number 40123456.'),
  ).toEqual([
    'email: jo.smith@leeds.gov.uk',
    'address: 12 Acacia Avenue, Leeds LS7 4AB',
    'case: case number 40123456',
  ])
})

test('whatever is typed, the words that are quoted stand in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
      for (const { words } of screenTexts([{ field: 'a', label: 'A', text }])) expect(text).toContain(words)
    }),
  )
})
