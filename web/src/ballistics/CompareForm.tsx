import { BALLISTIC_LEVELS, type BallisticLevel } from '@proofmark/contract/custody-words'
import type { BallisticShown } from '@proofmark/contract/schemas/ballistic'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { Choice, Day } from '../traces/form/fields.tsx'
import styles from './Ballistics.module.css'
import { GROUNDS } from './grounds.ts'
import { ItemSearch } from './ItemSearch.tsx'

interface CompareFormProps {
  readonly item: string
  readonly onChanged: (shown: BallisticShown) => void
}

/** Says what a comparison with another item showed, once somebody wants to. */
export function CompareForm({ item, onChanged }: CompareFormProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <Section heading={say('ballistic.page.compare')}>
      <p className={styles.told}>{say('ballistic.page.compare_told')}</p>
      {open ? (
        <Saying item={item} onChanged={onChanged} onLeave={() => setOpen(false)} />
      ) : (
        <p className={styles.buttons}>
          <Button onClick={() => setOpen(true)}>{say('ballistic.page.compare_begin')}</Button>
        </p>
      )}
    </Section>
  )
}

interface SayingProps extends CompareFormProps {
  readonly onLeave: () => void
}

const today = () => new Date().toLocaleDateString('sv')

function Saying({ item, onChanged, onLeave }: SayingProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  // Sent again after its answer was lost, it is the same result.
  const [id] = useState(newIdentifier)
  const [second, setSecond] = useState('')
  const [level, setLevel] = useState<BallisticLevel | ''>('')
  const [on, setOn] = useState(today)
  const [system, setSystem] = useState('')
  const [tried, setTried] = useState(false)
  const missing = (empty: boolean, how: string) =>
    tried && empty ? { reason: say('ballistic.page.missing'), accepted: say(how) } : null
  const link = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (second === '' || level === '' || on === '' || system.trim() === '') return
    doing.act(async () => {
      const said = { id, first: item, second, level, on, system: system.trim(), grounds: GROUNDS }
      onChanged(await api('ballisticLink', said))
      onLeave()
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={link}>
      <ItemSearch
        but={item}
        value={second}
        error={missing(second === '', 'ballistic.page.other_item_how')}
        onChoose={(chosen) => {
          setSecond(chosen.item)
          if (system === '') setSystem(chosen.system)
        }}
      />
      <Choice
        name="level"
        label={say('ballistic.page.column.standing')}
        words={BALLISTIC_LEVELS}
        wordOf={(word) => say(`ballistic.level.${word}`)}
        value={level}
        error={missing(level === '', 'ballistic.page.level_how')}
        onChange={setLevel}
      />
      <Day
        name="on"
        label={say('ballistic.page.column.day')}
        value={on}
        error={missing(on === '', 'ballistic.page.day_how')}
        onChange={setOn}
      />
      <TextField
        name="system"
        label={say('ballistic.page.system')}
        value={system}
        most={120}
        error={missing(system.trim() === '', 'ballistic.page.system_how')}
        onChange={setSystem}
      />
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <p className={styles.buttons}>
        <Button type="submit" weight="main" aria-disabled={doing.busy}>
          {say('ballistic.page.compare_say')}
        </Button>
        <Button weight="word" onClick={onLeave}>
          {say('common.keep')}
        </Button>
      </p>
    </form>
  )
}
