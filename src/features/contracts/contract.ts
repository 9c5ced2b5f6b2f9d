/** The address of a contract's page. */
export const contractPath = (id: string) => `/contracts/${id}`
