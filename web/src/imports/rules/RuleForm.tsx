import type { ProfileProposal } from '@proofmark/contract/schemas/profile'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { directionOf } from '../../common/direction.ts'
import { Field } from '../../common/Field.tsx'
import { useLanguage } from '../../frame/language.tsx'
import {
  columnsWith,
  draftOf,
  emptyDraft,
  kindsAt,
  lackingIn,
  type PlacedRule,
  type RuleDraft,
  type RuleKind,
  type RulePlace,
  ruleOf,
} from './draft.ts'
import { RuleParts } from './RuleParts.tsx'
import styles from './Rules.module.css'
import { RuleValues } from './RuleValues.tsx'

interface RuleFormProps {
  /** Where the rule may stand: one place, or those that are still free. */
  readonly places: readonly RulePlace[]
  /** The rule that is changed; null for a new one. */
  readonly rule: PlacedRule | null
  readonly proposal: ProfileProposal
  readonly onDone: (place: RulePlace, rule: PlacedRule) => void
  readonly onLeave: () => void
}

/** Writes one rule: what it states, from where, and what of it. It counts once the mapping is saved. */
export function RuleForm({ places, rule, proposal, onDone, onLeave }: RuleFormProps) {
  const { say } = useLanguage()
  const [place, setPlace] = useState<RulePlace>(places[0] ?? 'place')
  const [draft, setDraft] = useState<RuleDraft>((rule === null ? null : draftOf(rule)) ?? emptyDraft(place))
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFieldSetElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), [])
  const change = (changed: Partial<RuleDraft>) => setDraft({ ...draft, ...changed })
  const lacking = lackingIn(place, draft)
  const wrong = (...of: readonly string[]) =>
    tried && lacking !== null && of.includes(lacking)
      ? { reason: say('imports.rules.lacks'), accepted: say(`imports.rules.lacking.${lacking}`) }
      : null
  const choosePlace = (chosen: RulePlace) => {
    setPlace(chosen)
    const kinds = kindsAt(chosen)
    if (!kinds.includes(draft.kind)) change({ kind: kinds[0] ?? 'column' })
  }
  const done = () => {
    setTried(true)
    if (lacking === null) onDone(place, ruleOf(draft))
  }
  const { kind } = draft
  const kinds = kindsAt(place)
  return (
    <fieldset ref={form} className={styles.form}>
      <legend className="unseen">{say('imports.rules.add')}</legend>
      {places.length > 1 && (
        <Field label={say('imports.rules.of')}>
          {(control) => (
            <select
              {...control}
              name="rule_place"
              value={place}
              onChange={({ target }) => choosePlace(target.value as RulePlace)}
            >
              {places.map((each) => (
                <option key={each} value={each}>
                  {say(`imports.field.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {kinds.length > 1 && (
        <Field label={say('imports.rules.kind')}>
          {(control) => (
            <select
              {...control}
              name="rule_kind"
              value={kind}
              onChange={({ target }) => change({ kind: target.value as RuleKind })}
            >
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {say(`imports.rules.kind.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {(kind === 'column' || kind === 'each') && (
        <Field label={say('imports.column')} error={wrong('column')}>
          {(control) => (
            <select
              {...control}
              name="rule_column"
              value={draft.column}
              onChange={({ target }) => change({ column: target.value })}
            >
              <option value="">{say('imports.rules.choose')}</option>
              {columnsWith(proposal.headings, draft.column).map((heading) => (
                <option key={heading} value={heading}>
                  {heading}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {kind === 'join' && (
        <RuleParts
          parts={draft.parts}
          headings={proposal.headings}
          texts={place !== 'key'}
          error={wrong('parts', 'part')}
          onChange={(parts) => change({ parts })}
        />
      )}
      {kind !== 'constant' && (
        <Field
          label={say(kind === 'join' ? 'imports.rules.joined_by' : 'imports.rules.split_at')}
          hint={kind === 'column' ? say('imports.rules.split_how') : undefined}
          error={wrong('by', 'key_by')}
        >
          {(control) => (
            <input
              {...control}
              name="rule_by"
              value={draft.by}
              maxLength={20}
              dir="ltr"
              autoComplete="off"
              onChange={({ target }) => change({ by: target.value })}
            />
          )}
        </Field>
      )}
      {kind === 'column' && (
        <Field label={say('imports.rules.piece')} hint={say('imports.rules.piece_how')} error={wrong('take')}>
          {(control) => (
            <input
              {...control}
              name="rule_take"
              value={draft.take}
              maxLength={4}
              dir="ltr"
              inputMode="numeric"
              autoComplete="off"
              onChange={({ target }) => change({ take: target.value })}
            />
          )}
        </Field>
      )}
      {kind === 'constant' && (
        <Field label={say('imports.rules.text')} error={wrong('constant')}>
          {(control) => (
            <input
              {...control}
              name="rule_constant"
              value={draft.constant}
              maxLength={500}
              dir={directionOf(draft.constant)}
              autoComplete="off"
              onChange={({ target }) => change({ constant: target.value })}
            />
          )}
        </Field>
      )}
      {(kind === 'column' || (kind === 'join' && place !== 'key')) && (
        <RuleValues
          values={draft.values}
          seen={kind === 'column' ? seenIn(proposal, draft.column) : []}
          error={wrong('values')}
          onChange={(values) => change({ values })}
        />
      )}
      <p className={styles.acts}>
        <Button onClick={done}>{say('imports.rules.take_over')}</Button>
        <Button weight="word" onClick={onLeave}>
          {say('imports.rules.leave')}
        </Button>
      </p>
    </fieldset>
  )
}

/** What stands in a column in the first rows of the file, each once. */
function seenIn({ sample }: ProfileProposal, column: string): readonly string[] {
  return [...new Set(sample.map((cells) => cells[column]?.trim() ?? ''))].filter((value) => value !== '')
}
