import { type Change, type Places, placeKey } from './model.ts'
import { Personal } from './personal.ts'
import { type Finding, finding } from './problem.ts'

/**
 * People who are to get each other's mobiles. DingTalk changes a mobile only by deleting and adding the person, and adds
 * nobody whose number somebody has: whoever comes first would be deleted and could not be added again, so neither is
 * ever tried. A chain that ends at a free number is put in order and is none of this.
 */
export function exchangedMobiles(changes: readonly Change[], places: Places): readonly Finding[] {
  const replaced = changes.filter(({ action, ref }) => action === 'replace' && ref.kind === 'user')
  const owners = new Map(replaced.map((change) => [mobileOf(change, 'before'), change]))
  const giverOf = (change: Change) => {
    const wanted = mobileOf(change, 'after')
    const giver = wanted === undefined ? undefined : owners.get(wanted)
    return giver === change ? undefined : giver
  }
  return replaced.flatMap((change) => {
    const chain = [change.ref.key]
    let giver = giverOf(change)
    while (giver !== undefined && giver !== change && chain.length <= replaced.length) {
      chain.push(giver.ref.key)
      giver = giverOf(giver)
    }
    if (giver !== change) return []
    const place = places.get(placeKey(change.ref, 'mobile')) ?? change.place ?? { file: '', line: 1, column: 1 }
    const others = chain.slice(1)
    return [
      finding(
        place,
        'conflicting-fields',
        [
          `"${change.ref.key}" is to get a mobile that one of ${others.map((key) => `"${key}"`).join(', ')} still has, and they theirs: DingTalk cannot exchange numbers`,
          'let them change their numbers in DingTalk themselves and leave mobile out of their files until then; or give one of them a third number first, and apply each step by itself',
        ],
        [
          `“${change.ref.key}”要用的手机号现在是${others.map((key) => `“${key}”`).join('、')}的，而对方又要用前者的：钉钉不能互换手机号`,
          '请他们自己在钉钉里更换，在此之前从文件里去掉 mobile；或者先给其中一个人换成第三个号码，一步一步分别生效',
        ],
      ),
    ]
  })
}

function mobileOf(change: Change, side: 'before' | 'after'): string | undefined {
  const mobile = change[side]?.['mobile']
  return mobile instanceof Personal && !mobile.closed ? mobile.reveal() : undefined
}
