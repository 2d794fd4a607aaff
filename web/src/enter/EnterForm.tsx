import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useEffect, useRef, useSyncExternalStore } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { GroundsFields } from '../common/GroundsFields.tsx'
import { Note } from '../common/Note.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import type { FindDesk } from '../find/useFind.ts'
import { sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { isBlank } from './draft.ts'
import { Entered } from './Entered.tsx'
import styles from './EnterForm.module.css'
import { EntryText } from './EntryText.tsx'
import type { EntryDesk, EntryState } from './entry-desk.ts'
import { eventFields, isOne, itemFields } from './fields.ts'
import { MarkSection } from './MarkSection.tsx'
import { Missing, TwinsNamed } from './Missing.tsx'
import { refusedFields } from './outcome.ts'
import { Persons } from './Persons.tsx'
import { useSources } from './useSources.ts'
import { Where } from './Where.tsx'

/** Long enough that a word is typed before it is read. */
const TYPED_MS = 400

interface EnterFormProps {
  readonly desk: EntryDesk
  readonly grounds: Pick<FindDesk, 'draft' | 'change'>
  readonly session: Session
}

/** The form of one entry, or what came of it. */
export function EnterForm({ desk, grounds, session }: EnterFormProps) {
  const { say } = useLanguage()
  const state = useSyncExternalStore(desk.subscribe, desk.state)
  const [sources, askAgain] = useSources(session)
  const form = useRef<HTMLFormElement>(null)
  const { draft, sending, hints } = state
  const { purpose, reference } = grounds.draft
  const focusField = (field: string) => form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()

  useEffect(() => {
    if (!purpose || draft.source === '') return
    const given = { purpose, ...(reference.trim() ? { reference: reference.trim() } : {}) }
    const timer = setTimeout(() => desk.askHints(given), TYPED_MS)
    return () => clearTimeout(timer)
  }, [desk, draft, purpose, reference])

  // Nothing is kept in the browser, so loading the page anew would lose what is written.
  const written = sending.kind !== 'entered' && !isBlank(draft)
  useEffect(() => {
    if (!written) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [written])

  const next = whereNext(state)
  const sent = useRef(sending)
  useEffect(() => {
    const before = sent.current
    sent.current = sending
    // Choosing what was lacking leaves one where one is; only a new entry begins at its beginning.
    if (before === sending || (sending.kind === 'writing' && before.kind !== 'entered')) return
    if (next) form.current?.querySelector<HTMLElement>(next)?.focus()
  }, [sending, next])

  if (sending.kind === 'entered') return <Entered desk={desk} sending={sending} />
  if (sources.kind === 'asking') return <Bars id="enter.asking" />
  if (sources.kind === 'failed') return <Failed error={sources.error} onAgain={askAgain} />
  if (sources.sources.length === 0) return <NoSource />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    desk.send()
  }
  const fixed = sending.kind === 'sending' || sending.kind === 'lost'
  return (
    <form ref={form} className={styles.form} noValidate aria-busy={sending.kind === 'sending'} onSubmit={submit}>
      <div className={styles.parts} inert={fixed}>
        <Where sources={sources.sources} desk={desk} state={state} />
        <Section heading={say('common.grounds')} aside={say('common.grounds_aside')} ruled={false}>
          <GroundsFields
            purposes={session.purposes}
            purpose={purpose}
            reference={reference}
            missing={false}
            onChange={grounds.change}
          />
        </Section>
        <div className={styles.whole}>
          <Missing state={state} purposeGiven={purpose !== null} onField={focusField} />
          <TwinsNamed twins={hints?.twins ?? null} />
          {state.hintsFailed && (
            <p className={styles.missing}>
              {say('enter.hints_failed')} {sentenceOf(say, state.hintsFailed)}
            </p>
          )}
        </div>
        <div className={styles.column}>
          {isOne(draft.kind) && (
            <MarkSection desk={desk} state={state} onSubmit={() => form.current?.requestSubmit()} />
          )}
          <Section heading={say('enter.item')} aside={say('enter.item_aside')} ruled={false}>
            {itemFields(draft.kind).map((field) => (
              <EntryText key={field} field={field} desk={desk} state={state} />
            ))}
          </Section>
        </div>
        <div className={styles.column}>
          <Section heading={say('enter.event')} ruled={false}>
            {eventFields(draft.event).map((field) => (
              <EntryText key={field} field={field} desk={desk} state={state} />
            ))}
          </Section>
          <Persons desk={desk} state={state} />
        </div>
      </div>
      <div className={styles.foot} data-foot>
        {sending.kind === 'sending' && <Bars id="enter.sending" />}
        {sending.kind === 'lost' ? (
          <>
            <Note tone="departure" role="alert" heading={say('enter.lost')}>
              {say('enter.lost_how')}
            </Note>
            <Button weight="main" onClick={desk.sendAgain}>
              {say('enter.send_again')}
            </Button>
          </>
        ) : sending.kind === 'refused' && refusedFields(state).length === 0 ? (
          <Failed error={sending.error} onAgain={desk.send} />
        ) : (
          <Button weight="main" type="submit" disabled={fixed}>
            {say('enter.enter')}
          </Button>
        )}
        <p className={styles.note}>{say('enter.enter_more')}</p>
      </div>
    </form>
  )
}

/** Where one goes on once sending has come further: what stands in the way, the button that is left, or the next entry. */
function whereNext(state: EntryState): string | null {
  const { kind } = state.sending
  if (state.sending.kind === 'lacking') return `[name="${state.sending.field}"]`
  if (kind === 'writing') return '[data-cell], [name="quantity"]'
  const [first] = refusedFields(state)
  if (first) return `[name="${first}"]`
  return kind === 'refused' || kind === 'lost' ? '[data-foot] button' : null
}

function NoSource() {
  const { say } = useLanguage()
  return (
    <Section heading={say('enter.no_source')}>
      <div className={states.state}>
        <p>{say('enter.no_source_how')}</p>
      </div>
    </Section>
  )
}
