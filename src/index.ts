/**
 * Rollbook as a library: the same functions that the command line and the GitHub Action call.
 *
 * `plan` reads files and DingTalk and says what would change; `apply` makes it so. The way back: `importCompany` makes
 * files of a company, `drift` tells what was changed in DingTalk, `pull` takes it over into the files. `loadDirectory`
 * reads files alone; `Client` calls any operation of DingTalk's contract by name.
 */
export { type Applied, type ApplyInput, apply } from './commands/apply.ts'
export type { Planned } from './commands/draw.ts'
export { type Drifted, type DriftInput, drift } from './commands/drift.ts'
export { type Imported, type ImportInput, importCompany } from './commands/import.ts'
export { type PlanInput, plan } from './commands/plan.ts'
export { type PulledOver, type PullInput, PullRefused, pull } from './commands/pull.ts'
export { PullUnsettled } from './commands/pull-settle.ts'
export type { Desired } from './core/desired.ts'
export { IncompleteRead } from './core/incomplete-read.ts'
export type { Change, Directory, Model, Outcome, Plan, Ref, Refusal } from './core/model.ts'
export { InvalidDirectory, type Problem } from './core/problem.ts'
export { Client, type ClientOptions } from './dingtalk/client.ts'
export { clientOptionsFromEnvironment } from './dingtalk/environment.ts'
export { DingTalkError } from './dingtalk/error.ts'
export { loadDirectory } from './io/load.ts'
export { renderComment } from './render/comment.ts'
export { renderHtml } from './render/html.ts'
export { planJson } from './render/json.ts'
export { renderMarkdown } from './render/markdown.ts'
export { renderResult } from './render/result-markdown.ts'
export { renderPlan } from './render/text.ts'
