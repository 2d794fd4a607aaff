import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Note } from '../common/Note.tsx'
import { Sentence } from '../common/Sentence.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './EnterForm.module.css'
import type { EntryState } from './entry-desk.ts'
import { missingFields, refusedFields } from './outcome.ts'

interface MissingProps {
  readonly state: EntryState
  readonly purposeGiven: boolean
  readonly onField: (field: string) => void
}

const isIncomplete = ({ code }: { readonly code: string }) => code === 'entry_incomplete'

/** At the top of the desk: what of the minimum data set is still missing, with a way to each field of it. */
export function Missing({ state, purposeGiven, onField }: MissingProps) {
  const { say } = useLanguage()
  const missing = missingFields(state)
  const { sending, hints, draft } = state
  const ways = (fields: readonly string[]) => (
    <Facts>
      {fields.map((field) => (
        <Button key={field} weight="word" onClick={() => onField(field)}>
          {say(`enter.field.${field}`)}
        </Button>
      ))}
    </Facts>
  )
  const refused = refusedFields(state)
  if (sending.kind === 'refused' && refused.length > 0 && (missing.length > 0 || !isIncomplete(sending.error)))
    return (
      <Note tone="departure" role="alert" heading={say('enter.refused')}>
        {isIncomplete(sending.error) ? (
          <Sentence id="enter.missing" parameters={{ count: missing.length }} nodes={{ fields: ways(missing) }} />
        ) : (
          <>
            {sending.error.message} {ways(refused)}
          </>
        )}
      </Note>
    )
  if (hints && missing.length > 0)
    return (
      <p className={styles.missing}>
        <Sentence id="enter.missing" parameters={{ count: missing.length }} nodes={{ fields: ways(missing) }} />
      </p>
    )
  if (hints) return <p className={styles.missing}>{say('enter.complete')}</p>
  const chosen = draft.source !== '' && draft.event !== ''
  return <p className={styles.missing}>{say(chosen && !purposeGiven ? 'enter.how_purpose' : 'enter.how')}</p>
}

/** Records that say the same already: entered twice, or a genuine twin. */
export function TwinsNamed({ twins }: { readonly twins: NonNullable<EntryState['hints']>['twins'] }) {
  const { say, figures } = useLanguage()
  if (!twins || twins.count === 0) return null
  return (
    <Note role="status" heading={say('enter.twins', { count: twins.count, figure: figures.count(twins.count) })}>
      {say('enter.twins_more')}
      <span className={styles.twins}>
        {twins.records.map(({ record, source, event, date }) => (
          <Go key={record} to={`/records/${record}`}>
            <Facts>{[source, say(`word.event.${event}`), figures.span(date) ?? say('common.date_unknown')]}</Facts>
          </Go>
        ))}
      </span>
    </Note>
  )
}
