/**
 * Names come from whoever may edit a profile, and are printed where they could do harm: a terminal obeys escape
 * sequences, a right-to-left mark turns a sentence around, GitHub turns `@all` into a message to everybody, a
 * spreadsheet computes what begins with `=`. There is one function for each place that text can end in, and this is
 * their only door: whatever is printed goes through one of them, whole lines at a time, sentence and names alike.
 */
export { forAddress } from './escape/address.ts'
export { forCodeowners } from './escape/codeowners.ts'
export { forHtmlComment } from './escape/comment.ts'
export { forCommit } from './escape/commit.ts'
export { csvText, forCsv, forCsvCode } from './escape/csv.ts'
export { forHtml } from './escape/html.ts'
export { forJson } from './escape/json.ts'
export { forActionLog, forOutput } from './escape/log.ts'
export { forMarkdown } from './escape/markdown.ts'
export { forMermaid } from './escape/mermaid.ts'
export { forTerminal } from './escape/terminal.ts'
export { workflowCommand } from './escape/workflow.ts'
