import type { Seed } from '#plumbing/import.ts'

const savedPages = { name: 'Pipeline, LocalGov Digital’s list of projects (closed)', asOf: '2026-11-21' }

export const seeds: Seed[] = [
  { format: 'pipeline-page', file: 'data/content/pipeline-page-263.txt', source: savedPages },
  { format: 'pipeline-projects', file: 'data/content/pipeline_projects_2018_2020.csv', source: savedPages },
  {
    format: 'fund-awards',
    file: 'data/content/fund_awards.csv',
    source: { name: 'Local Digital Fund pages and press', asOf: '2026-11-21' },
  },
]
