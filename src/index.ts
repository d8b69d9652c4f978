/**
 * Rollbook as a library: the same functions that the command line and the GitHub Action call.
 *
 * `plan` reads files and DingTalk and says what would change; `apply` makes it so; `loadDirectory` reads files alone;
 * `Client` calls any operation of DingTalk's contract by name.
 */
export { type Applied, type ApplyInput, apply } from './commands/apply.ts'
export type { Planned } from './commands/draw.ts'
export { type PlanInput, plan } from './commands/plan.ts'
export type { Desired } from './core/desired.ts'
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
