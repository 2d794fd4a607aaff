import type { LedgerShow } from '@proofmark/contract/schemas/ledger'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Exchange.module.css'

/** What speaks against a ledger: checkpoints that partners refuse of ours, and that we refuse of theirs. */
export function LedgerRefusals({ ledger: { disputes, refusals } }: { readonly ledger: LedgerShow }) {
  const { say } = useLanguage()
  const heard = refusals.filter(({ reason }) => reason !== 'proof_from_elsewhere' && reason !== 'begun_anew')
  if (disputes.length === 0 && heard.length === 0)
    return (
      <Section heading={say('ledger.page.alarms')} ruled={false}>
        <p>{say('ledger.page.no_alarms')}</p>
      </Section>
    )
  return (
    <Section heading={say('ledger.page.alarms')} ruled={false}>
      <p className={styles.how}>{say('ledger.page.alarms_how')}</p>
      <ul className={styles.alarms}>
        {heard.toReversed().map((each) => (
          <Refused key={`theirs ${each.partner} ${each.at}`} said="ledger.page.refused" refused={each} />
        ))}
        {disputes.toReversed().map((each) => (
          <Refused key={`ours ${each.partner} ${each.at}`} said="ledger.page.disputed" refused={each} />
        ))}
      </ul>
    </Section>
  )
}

interface RefusedProps {
  readonly said: string
  readonly refused: LedgerShow['disputes'][number] & { readonly offered?: string }
}

function Refused({ said, refused: { partner, at, text, held, offered } }: RefusedProps) {
  const { say, figures } = useLanguage()
  const notes = [held, offered ?? null].filter((note) => note !== null)
  return (
    <li>
      <p className={styles.warn}>
        {say(said, { partner, at: figures.moment(at) })} {text}
      </p>
      {notes.length > 0 && (
        <details className={styles.more}>
          <summary>{say('ledger.page.notes')}</summary>
          {notes.map((note) => (
            <p key={note}>
              <Identifier mono>{note}</Identifier>
            </p>
          ))}
        </details>
      )}
    </li>
  )
}
