import { Identifier } from '../../common/Identifier.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { PlacedRule } from './draft.ts'

/** A rule in words. */
export function RuleWords({ rule }: { readonly rule: PlacedRule }) {
  const { say, figures } = useLanguage()
  if (typeof rule === 'string') return <Identifier mono>{rule}</Identifier>
  if (Array.isArray(rule)) return say('imports.rule.items', { count: rule.length })
  if ('each' in rule) return say('imports.rule.each', { column: rule.each, by: rule.by })
  if ('constant' in rule) return say('imports.rule.constant', { constant: rule.constant })
  const values = 'values' in rule && rule.values ? Object.keys(rule.values).length : 0
  const said: string[] = []
  if ('join' in rule) {
    const parts = rule.join.map((part) => (typeof part === 'string' ? part : `“${part.constant}”`))
    said.push(say('imports.rule.join', { columns: parts.join(' + '), by: rule.by }))
  } else if (rule.split) {
    const { by, take } = rule.split
    const id = take > 0 ? 'imports.rule.split' : 'imports.rule.split_from_end'
    said.push(say(id, { column: rule.column, by, place: figures.count(Math.abs(take)) }))
  } else said.push(say('imports.rule.column', { column: rule.column }))
  if (values > 0) said.push(say('imports.rule.values', { count: values, figure: figures.count(values) }))
  return <bdi>{said.join(' ')}</bdi>
}
