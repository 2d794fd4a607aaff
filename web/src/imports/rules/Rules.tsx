import { PROFILE_FIELDS } from '@proofmark/contract/profile-fields'
import type { Profile, ProfileProposal } from '@proofmark/contract/schemas/profile'
import { useRef, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { keptRules } from '../mapping.ts'
import { draftOf, type PlacedRule, type RulePlace, withRule } from './draft.ts'
import { RuleForm } from './RuleForm.tsx'
import styles from './Rules.module.css'
import { RuleWords } from './RuleWords.tsx'

interface RulesProps {
  readonly profile: Profile
  readonly proposal: ProfileProposal
  readonly onChange: (profile: Profile) => void
}

/** What a rule said before it was taken away, so that it comes back with one click. */
interface Removed {
  readonly place: RulePlace
  readonly rule: PlacedRule
}

const PLACES: readonly RulePlace[] = ['key', ...PROFILE_FIELDS, 'items']

/** The fields that are no one whole column: joined, split, translated word by word, or the same in every row. */
export function Rules({ profile, proposal, onChange }: RulesProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState<RulePlace | 'new' | null>(null)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const kept = keptRules(profile)
  const free = PLACES.filter((place) => kept.every((rule) => rule.place !== place))
  const close = () => {
    setOpen(null)
    add.current?.focus()
  }
  const take = (place: RulePlace, rule: PlacedRule) => {
    setRemoved(null)
    onChange(withRule(profile, place, rule))
    close()
  }
  const remove = ({ place, rule }: Removed) => {
    setRemoved({ place, rule })
    onChange(withRule(profile, place, null))
    add.current?.focus()
  }
  return (
    <div className={styles.rules}>
      <h3>{say('imports.rules')}</h3>
      <p className={styles.how}>{say('imports.rules.how')}</p>
      <dl>
        {kept.map(({ place, rule }) => (
          <div key={place}>
            <dt>{say(`imports.field.${place}`)}</dt>
            <dd>
              {open === place ? (
                <RuleForm places={[place]} rule={rule} proposal={proposal} onDone={take} onLeave={close} />
              ) : (
                <>
                  <RuleWords rule={rule} />{' '}
                  <span className={styles.acts}>
                    {draftOf(rule) && (
                      <Button
                        weight="word"
                        aria-label={say('imports.rules.change_of', { field: say(`imports.field.${place}`) })}
                        onClick={() => setOpen(place)}
                      >
                        {say('imports.rules.change')}
                      </Button>
                    )}
                    <Button
                      weight="word"
                      aria-label={say('imports.rules.remove_of', { field: say(`imports.field.${place}`) })}
                      onClick={() => remove({ place, rule })}
                    >
                      {say('imports.rules.remove')}
                    </Button>
                  </span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {removed && (
        <p role="status" className={styles.removed}>
          {say('imports.rules.removed', { field: say(`imports.field.${removed.place}`) })}{' '}
          <Button weight="word" onClick={() => take(removed.place, removed.rule)}>
            {say('imports.rules.undo')}
          </Button>
        </p>
      )}
      {open === 'new' ? (
        <RuleForm places={free} rule={null} proposal={proposal} onDone={take} onLeave={close} />
      ) : (
        <Button ref={add} onClick={() => setOpen('new')}>
          {say('imports.rules.add')}
        </Button>
      )}
    </div>
  )
}
