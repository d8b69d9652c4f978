import { halves, unseen } from './unseen.ts'

/**
 * Text of an HTML page, or the value of a quoted attribute: every character that ends or begins a mark is an entity.
 * Line breaks stay. For pages that Rollbook writes: nothing else may put data into one. It is no protection inside
 * `<script>`, `<style>`, a URL or an attribute without quotes; data does not belong there.
 */
export function forHtml(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(unseen, (found) => (found === '\n' || found === '\t' ? found : ''))
    .replace(halves, '\uFFFD')
    .replace(/[&<>"'`=]/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
