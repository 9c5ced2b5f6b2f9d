#!/usr/bin/env node
import { run } from './run.mjs'

await run('pipeline', process.argv.slice(2))
