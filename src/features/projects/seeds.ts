import type { Seed } from '#plumbing/import.ts'

const asOf = '2026-11-21'

export const seeds: Seed[] = [
  {
    format: 'pipeline-page',
    file: 'data/content/pipeline-page-263.txt',
    source: { name: 'LocalGov Digital’s Pipeline, a page as saved', asOf },
  },
  {
    format: 'pipeline-projects',
    file: 'data/content/pipeline_projects_2018_2020.csv',
    source: { name: 'LocalGov Digital’s Pipeline, details of pages', asOf },
  },
  {
    format: 'fund-awards',
    file: 'data/content/fund_awards.csv',
    source: { name: 'Local Digital Fund pages and press', asOf },
  },
]
