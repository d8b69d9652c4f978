import { columns } from '../../src/render/width.ts'

/** Terminal colours that plans use, as SVG draws them on a dark ground. */
const COLORS: { readonly [code: string]: string } = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  36: '#79c0ff',
}

const CELL = 8
const LINE = 22

/** Terminal text as a picture: every character stays text, so the picture can be searched, copied and compared. */
export function pictureOf(text: string, title: string): string {
  const lines = text.trimEnd().split('\n')
  const widest = Math.max(...lines.map((line) => columns(withoutColor(line))))
  const width = widest * CELL + 48
  const height = lines.length * LINE + 72
  const rows = lines.map((line, index) => `<text x="24" y="${66 + index * LINE}">${spans(line)}</text>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="10" fill="#0d1117"/>`,
    '<g fill="#30363d"><circle cx="24" cy="22" r="6"/><circle cx="44" cy="22" r="6"/><circle cx="64" cy="22" r="6"/></g>',
    `<text x="88" y="27" fill="#8b949e" font-family="monospace" font-size="13">${escaped(title)}</text>`,
    '<g fill="#e6edf3" font-size="14" xml:space="preserve" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'Noto Sans Mono CJK SC\', \'PingFang SC\', \'Microsoft YaHei\', monospace">',
    ...rows,
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

/** Runs of one style; each starts at its own column, so that wide and narrow characters cannot push each other. */
function spans(line: string): string {
  let style = ''
  let column = 0
  const result: string[] = []
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1]
    if (code !== undefined) style = styleOf(code, style)
    else if (part !== '') {
      result.push(`<tspan x="${24 + column * CELL}"${style}>${escaped(part)}</tspan>`)
      column += columns(part)
    }
  }
  return result.join('')
}

function styleOf(code: string, before: string): string {
  if (code === '1') return `${before} font-weight="bold"`
  if (code === '2') return `${before} opacity="0.55"`
  if (code === '22') return before.replace(' font-weight="bold"', '').replace(' opacity="0.55"', '')
  if (code === '39') return before.replace(/ fill="[^"]*"/, '')
  const color = COLORS[code]
  return color === undefined ? before : `${before} fill="${color}"`
}

function withoutColor(text: string): string {
  return text.replaceAll(/\u001b\[\d+m/g, '')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
