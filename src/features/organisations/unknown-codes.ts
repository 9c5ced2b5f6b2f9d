/** Why a row of a file is refused that names councils we do not have. */
export const unknownCodes = (codes: string[]) => ({
  refusal: `there is no council with the code ${codes.join(', ')}`,
})
