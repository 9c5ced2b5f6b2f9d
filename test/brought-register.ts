import { home } from './matrix/standings.ts'
import type { testApp } from './support.ts'

type Browser = ReturnType<Awaited<ReturnType<typeof testApp>>['freshBrowser']>

export const kennels = 'Kennels for stray dogs'

const register = `Reference,Title,Supplier,Start Date,End Date,Value
C-1,${kennels},Acme Kennels Ltd,01/04/2024,31/03/2027,12500
C-2,Planning software,Dxw Digital,01/01/2025,31/12/2028,100000
C-3,Gritting,Moor Roads LLP,32/13/2025,someday,1
`

/** The path of a file of contracts that a lead of the home organisation brought to look at. */
export async function bringRegister(lead: Browser): Promise<string> {
  const { headers } = await lead.postFile(
    `/organisations/${home}/contracts/import`,
    { source: 'Contracts register', as_of: '1 October 2026' },
    { field: 'file', name: 'register.csv', content: register },
  )
  return String(headers.location)
}
