// Generated from src/actions/table.ts by npm run generate: do not edit.
import { run } from '../../../dist/action/index.js'

await run('drift')
