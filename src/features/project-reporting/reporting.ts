import { updatePath, updatesPath } from '#features/project-plans/index.ts'

export const reportPath = (slug: string, id: string) => `${updatePath(slug, id)}/report`
export const reportWordPath = (slug: string, id: string) => `${updatePath(slug, id)}/report.docx`
export const elsewherePath = (slug: string, id: string) => `${updatePath(slug, id)}/elsewhere`
export const feedPath = (slug: string) => `${updatesPath(slug)}.atom`
