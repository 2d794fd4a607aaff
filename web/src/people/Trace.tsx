import type { Account } from '@proofmark/contract/schemas/account'
import { useEffect, useRef, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './PeoplePage.module.css'
import { TraceTable } from './TraceTable.tsx'
import { useTrace } from './useTrace.ts'

interface TraceProps {
  readonly accounts: readonly Account[]
  /** Whose trace is shown at once; null where nobody asked for one yet. */
  readonly first: string | null
}

/** Who signed in, when, how, and what was refused and why. It is fetched when somebody asks, since reading it is logged. */
export function Trace({ accounts, first }: TraceProps) {
  const { say } = useLanguage()
  const { entries, busy, error, whole, ask, older } = useTrace()
  const [account, setAccount] = useState<string>(first ?? '')
  const top = useRef<HTMLDivElement>(null)
  const shown = useRef(false)
  useEffect(() => {
    if (first === null || shown.current) return
    shown.current = true
    ask(first)
    top.current?.focus()
  }, [first, ask])
  const choose = (chosen: string) => {
    setAccount(chosen)
    ask(chosen === '' ? null : chosen)
  }
  return (
    <div ref={top} tabIndex={-1} className={styles.trace}>
      <Section heading={say('people.trace')} aside={say('people.trace_aside')} busy={busy}>
        <div className={styles.form}>
          <Field label={say('people.trace_of')}>
            {(control) => (
              <select {...control} name="account" value={account} onChange={(event) => choose(event.target.value)}>
                <option value="">{say('people.everybody')}</option>
                {accounts.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {entries === null && !busy && !error && (
            <Button onClick={() => ask(account === '' ? null : account)}>{say('people.trace_show')}</Button>
          )}
        </div>
        {entries === null && busy && <Bars id="people.trace_asking" />}
        {entries !== null && entries.length === 0 && !busy && <p>{say('people.trace_none')}</p>}
        {entries !== null && entries.length > 0 && <TraceTable entries={entries} />}
        {error && <Failed error={error} onAgain={entries === null ? () => ask(account || null) : older} kept={false} />}
        {entries !== null && entries.length > 0 && !error && (
          <p className={styles.older}>
            {whole ? (
              say('people.trace_whole')
            ) : (
              <Button aria-disabled={busy} onClick={older}>
                {say('people.older')}
              </Button>
            )}
          </p>
        )}
      </Section>
    </div>
  )
}
