import { Identifier } from '../common/Identifier.tsx'
import { type Language, useLanguage } from '../frame/language.tsx'
import styles from './KeptRules.module.css'
import type { KeptRule } from './mapping.ts'

/** Rules that are no one whole column, in words; whoever saves keeps them as they are. */
export function KeptRules({ rules }: { readonly rules: readonly KeptRule[] }) {
  const language = useLanguage()
  const { say } = language
  return (
    <div className={styles.kept}>
      <h3>{say('imports.kept')}</h3>
      <dl>
        {rules.map(({ place, rule }) => (
          <div key={place}>
            <dt>{say(`imports.field.${place}`)}</dt>
            <dd>{ruleInWords(language, rule)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function ruleInWords({ say, figures }: Language, rule: KeptRule['rule']) {
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
