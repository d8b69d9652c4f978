import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** Names that would do something somewhere, if anybody let them. */
export const hostile = [
  '@octo-org/team',
  '<img src=x onerror=alert(1)>',
  '<!-- rollbook: {} -->',
  '::set-output name=guard::passed',
  '::stop-commands::x',
  '##[add-mask]x',
  'a%0A::error::b',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '</details>',
  '| a | b |',
  '`code`',
  '#1',
  'https://evil.example',
]

/** What a page of GitHub would have that does something: HTML of the writer's, links, pictures, mentions, numbers. */
export function activeIn(markdown: string): string[] {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  const tags = [
    ...html.matchAll(
      /<(?!\/?(?:h3|h4|p|ul|li|em|strong|sub|br|hr|details|summary|code|pre|table|thead|tbody|tr|th|td|a)\b)[^>]*>/g,
    ),
  ]
  const links = [...html.matchAll(/href="([^"]*)"/g)].filter(
    ([, to = '']) => !to.startsWith('https://github.com/octo-org/directory/'),
  )
  // A diagram is code to GitHub's Markdown; what Mermaid makes of it is looked at with the chart itself.
  const prose = html.replace(/<!--.*?-->/s, '').replace(/<pre><code class="language-mermaid">.*?<\/code><\/pre>/gs, '')
  const live = [...prose.matchAll(/@\w|(?<![&\w])#\d|https?:\/\/evil/g)]
  return [...tags, ...links, ...live]
    .map(([found]) => found)
    .filter((found) => !found.startsWith('<!-- rollbook: {"v":1'))
}
