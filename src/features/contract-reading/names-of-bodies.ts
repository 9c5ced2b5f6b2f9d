/** The longest name of an organisation, in characters. */
export const nameAtMost = 300

/** Eight characters as Companies House writes them ("00123456", "SC123456"); undefined for anything else. */
export function companyNumber(text: string | undefined): string | undefined {
  const said = (text ?? '')
    .slice(0, 40)
    .replace(/[\s-]/g, '')
    .toUpperCase()
    .replace(/^GBCOH/, '')
  if (/^\d{6,8}$/.test(said)) return said.padStart(8, '0')
  return /^[A-Z]{2}\d{6}$/.test(said) ? said : undefined
}
