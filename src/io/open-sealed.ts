import type { Place, Ref } from '../core/model.ts'
import { Personal, type Seal } from '../core/personal.ts'
import { type Finding, finding, InvalidDirectory, type Problem, type Words, worded } from '../core/problem.ts'
import { type Content, contentFor } from '../core/sealed-content.ts'
import { sealedBytes } from '../core/sealed-text.ts'
import { loadPerson } from '../kinds/user/load.ts'
import { type PersonManifest, personSchema } from '../kinds/user/schema.ts'
import type { Opener } from './age.ts'
import { validate } from './load-schema.ts'

/** A sealed value and where it stands. */
export interface Sealed {
  readonly ref: Ref
  readonly field: string
  readonly seal: Seal
  readonly place: Place
}

/**
 * Opens sealed values and judges what was in them by the same schema as what stands in clear.
 *
 * @throws InvalidDirectory with every one that cannot be opened, belongs elsewhere, or holds no such value. No message
 *   holds anything of what was opened.
 */
export async function openSealed(
  values: readonly Sealed[],
  opener: Opener | undefined,
  context: { readonly corp: string | null; readonly language: 'zh' | 'en' },
): Promise<readonly { readonly sealed: Sealed; readonly content: Content; readonly value: Personal }[]> {
  const findings: Finding[] = []
  const opened = []
  for (const sealed of values) {
    const { ref, field, seal, place } = sealed
    const found = opener === undefined ? 'no key' : await opener(sealedBytes(seal.text) ?? new Uint8Array())
    if (typeof found === 'string') {
      findings.push(finding(place, 'sealed-unopened', ...unopened[found]))
      continue
    }
    const content = contentFor(found.text, { user: ref.key, field, corp: context.corp })
    if (!('value' in content)) {
      findings.push(finding(place, 'sealed-foreign', ...content))
      continue
    }
    const { manifest, findings: faults } = validate<PersonManifest>(
      personSchema,
      { userid: ref.key, [field]: content.value },
      () => place,
    )
    findings.push(...faults)
    const value = manifest === undefined ? undefined : loadPerson(manifest, '/').entries[0]?.model[field]
    if (value instanceof Personal) opened.push({ sealed, content, value: value.under(seal) })
  }
  if (findings.length > 0) throw new InvalidDirectory(worded(findings, context.language) as Problem[])
  return opened
}

const unopened: { readonly [reason in 'no key' | 'foreign' | 'damaged']: readonly [en: Words, zh: Words] } = {
  'no key': [
    [
      'this value is sealed, and there is no key to open it',
      'set ROLLBOOK_AGE_KEY, or ROLLBOOK_AGE_KEY_FILE to the file of the key',
    ],
    ['这个值是加密的，而这里没有解密的密钥', '请设置 ROLLBOOK_AGE_KEY，或把 ROLLBOOK_AGE_KEY_FILE 设为密钥文件的路径'],
  ],
  foreign: [
    [
      'this value was not sealed for the key that is here',
      'use the right key (ROLLBOOK_AGE_KEY; after a reseal that was cut off both keys, one a line), or seal the value again for the recipients in .recipients',
    ],
    [
      '这个值不是用这里的密钥对应的公钥加密的',
      '请换用正确的密钥（ROLLBOOK_AGE_KEY；如果上一次 reseal 中途断了，请把新旧两把都写上，每行一把），或按 .recipients 里的公钥重新加密',
    ],
  ],
  damaged: [
    [
      'this sealed value was changed or cut off after it was sealed',
      'restore the line from git, or seal the value again',
    ],
    ['这个加密的值在加密之后被改动过，或者不完整', '请用 git 恢复这一行，或重新加密'],
  ],
}
