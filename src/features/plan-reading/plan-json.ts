import { failure } from '#plumbing/failures.ts'
import type { Choices, ReadPlan } from './plan-file.ts'
import { isGithub, readGithub } from './read-github.ts'
import { isBoard, readTrello } from './read-trello.ts'

// Exports of boards and repositories are five or six deep.
const deepest = 60

/** How deep lists and objects stand in each other, without reading them. */
function refuseDeep(text: string): void {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (isInText) {
      if (letter === 0x5c) at += 1
      else if (letter === 0x22) isInText = false
    } else if (letter === 0x22) isInText = true
    else if (letter === 0x7b || letter === 0x5b) {
      depth += 1
      if (depth > deepest)
        throw failure('invalid', 'The file is nested deeper than any export of Trello or GitHub.')
    } else if (letter === 0x7d || letter === 0x5d) depth -= 1
  }
}

function parsed(text: string): unknown {
  refuseDeep(text)
  try {
    return JSON.parse(text)
  } catch {
    throw failure('invalid', 'The file is not whole: it begins as JSON and does not end so. Export it again.')
  }
}

/** What an export of a Trello board, or milestones and issues as GitHub’s interface gives them, says. */
export function readPlanJson(text: string, choices: Choices): ReadPlan {
  const found = parsed(text)
  if (isBoard(found)) return readTrello(found, choices)
  if (isGithub(found)) return readGithub(found, choices)
  throw failure(
    'invalid',
    'The file is JSON, but neither a Trello board nor milestones or issues of GitHub. In Trello: Print, export and share, then Export as JSON.',
  )
}
