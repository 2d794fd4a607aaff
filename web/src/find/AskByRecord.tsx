import type { FoundCandidate } from '@proofmark/contract/schemas/find'
import type { Session } from '@proofmark/contract/schemas/session'
import { useId, useState } from 'react'
import { Facts } from '../common/Facts.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { useLanguage } from '../frame/language.tsx'
import { Mark } from '../mark/Mark.tsx'
import { AskAgencies } from '../pointers/AskAgencies.tsx'
import styles from './AskByRecord.module.css'

interface AskByRecordProps {
  /** The records of one's own by which others can be asked, the best first. */
  readonly records: readonly FoundCandidate[]
  readonly session: Session
  readonly reference: string
}

/** Asks other agencies about a firearm by one record of one's own; by which of them is chosen where there are several. */
export function AskByRecord({ records, session, reference }: AskByRecordProps) {
  const { say } = useLanguage()
  const id = useId()
  const [chosen, choose] = useState(0)
  const by = records[chosen] ?? records[0]
  if (!by) return null
  const choice = records.length > 1 && (
    <fieldset className={styles.choice}>
      <legend>{say('find.ask_by')}</legend>
      {records.map((each, place) => (
        <label key={each.record}>
          <input type="radio" name={id} checked={each === by} onChange={() => choose(place)} />
          <span>
            <Facts>
              {[
                each.source,
                <Identifier key="key" mono>
                  {each.key}
                </Identifier>,
                <Mark key="mark" mark={each.read.serial} size="text" />,
              ]}
            </Facts>
          </span>
        </label>
      ))}
    </fieldset>
  )
  return <AskAgencies record={by.record} read={by.read} session={session} reference={reference} choice={choice} />
}
