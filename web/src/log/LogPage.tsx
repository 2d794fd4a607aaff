import type { Session } from '@proofmark/contract/schemas/session'
import { useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { holdsOne, OVERSEERS } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { LOG_CATALOGUE } from './catalogue.ts'
import { LogEntryRow } from './LogEntryRow.tsx'
import { askedBy, type LogDraft, LogForm } from './LogForm.tsx'
import styles from './LogPage.module.css'
import { type LogDesk, useLog } from './useLog.ts'
import { VerifyLog } from './VerifyLog.tsx'

/** Who did and saw what, on what grounds; and whether anybody changed the log. */
export default function LogPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, OVERSEERS))
    return <Forbidden page={say('common.page.log')} session={session} roles={OVERSEERS} />
  return (
    <DeskLanguage catalogue={LOG_CATALOGUE}>
      <div className={styles.page}>
        {holdsOne(session, ['data_protection_officer']) && <Reading session={session} />}
        <VerifyLog />
      </div>
    </DeskLanguage>
  )
}

const EMPTY: LogDraft = { account: '', subject: '', purpose: 'oversight', reference: '' }

function Reading({ session }: { readonly session: Session }) {
  const [draft, setDraft] = useState<LogDraft>(EMPTY)
  const log = useLog()
  const trail = (of: { readonly account: string } | { readonly subject: string }) => {
    const next = { ...draft, account: '', subject: '', ...of }
    setDraft(next)
    const asked = askedBy(next)
    if (asked) log.read(asked)
    scrollTo(0, 0)
  }
  return (
    <>
      <LogForm session={session} draft={draft} onChange={setDraft} onRead={log.read} people={peopleOf(log)} />
      <Entries log={log} onTrail={trail} />
    </>
  )
}

function peopleOf({ state }: LogDesk): string[] {
  if (state.kind !== 'read') return []
  const names = state.log.entries.map(({ account }) => account).filter((name) => name !== null)
  return [...new Set(names)].sort()
}

interface EntriesProps {
  readonly log: LogDesk
  readonly onTrail: Parameters<typeof LogEntryRow>[0]['onTrail']
}

function Entries({ log: { state, read, older }, onTrail }: EntriesProps) {
  const { say, figures } = useLanguage()
  if (state.kind === 'empty')
    return (
      <Section heading={say('log.entries')}>
        <div className={states.state}>
          <p>{say('log.begin')}</p>
          <p className={states.more}>{say('log.begin_how')}</p>
        </div>
      </Section>
    )
  if (state.kind === 'asking')
    return (
      <Section heading={say('log.entries')} busy>
        <Bars id="log.asking" />
      </Section>
    )
  if (state.kind === 'failed') return <Failed error={state.error} onAgain={() => read(state.asked)} />
  const { log, more, busy, error } = state
  if (log.entries.length === 0)
    return (
      <Section heading={say('log.none')}>
        <div className={states.state}>
          <p>{say('log.none_how')}</p>
        </div>
      </Section>
    )
  const count = log.entries.length
  return (
    <Section
      heading={say('log.entries')}
      aside={say(more ? 'log.newest' : 'log.all', { count, figure: figures.count(count) })}
    >
      {[...Map.groupBy(log.entries, ({ at }) => figures.day(at))].map(([day, entries]) => (
        <section key={day} aria-label={day}>
          <h3 className={styles.day}>{day}</h3>
          <ol className={styles.list}>
            {entries.map((entry) => (
              <li key={entry.entry}>
                <LogEntryRow entry={entry} names={log.names} onTrail={onTrail} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {error && <Failed error={error} onAgain={older} />}
      {more && (
        <p className={styles.more}>
          <Button onClick={older} aria-disabled={busy}>
            {say(busy ? 'log.asking' : 'log.older')}
          </Button>
        </p>
      )}
    </Section>
  )
}
