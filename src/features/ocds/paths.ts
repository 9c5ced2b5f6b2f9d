/** All planned projects in one package. */
export const packagePath = '/ocds/planned-projects.json'

export const projectPackagePath = (slug: string) => `/projects/${slug}/ocds.json`
