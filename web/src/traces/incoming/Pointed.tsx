import type { LegalBasis } from '@proofmark/contract/purposes'
import type { Pointer } from '@proofmark/contract/schemas/pointer'
import { useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Incoming.module.css'

interface PointedProps {
  /** Asks, on a record of one's own or on what the request itself says. */
  readonly look: (basis: LegalBasis) => Promise<readonly Pointer[]>
  /** Null: none is chosen yet, and nothing is asked. */
  readonly basis: LegalBasis | null
  readonly onMissing: () => void
  /** Puts the question about the request to an agency’s desk. */
  readonly onAsk: (agency: string) => void
}

/** Who keeps a record of the same firearm that is not shown to others: by one press the question goes to its owner’s desk. */
export function Pointed({ look, basis, onMissing, onAsk }: PointedProps) {
  const { say } = useLanguage()
  const [pointers, setPointers] = useState<readonly Pointer[] | null>(null)
  const doing = useDoing()
  const press = () => {
    if (basis === null) return onMissing()
    doing.act(async () => setPointers(await look(basis)))
  }
  const ask = (owner: string) =>
    doing.act(async () => {
      const { agencies } = await api('agencyList')
      const found = agencies.find(({ name }) => name === owner)
      if (found) onAsk(found.id)
    })
  return (
    <>
      <p>
        <Button aria-disabled={doing.busy} onClick={press}>
          {say('traces.page.ask_restricted')}
        </Button>
      </p>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
      <div role="status">
        {pointers?.length === 0 && <p className={styles.told}>{say('traces.page.nobody_restricted')}</p>}
        {pointers !== null && pointers.length > 0 && (
          <ul className={styles.list}>
            {pointers.map(({ agency, contact, handle }) => (
              <li key={handle}>
                <bdi className={styles.name}>{agency}</bdi> {say('traces.page.keeps_restricted')}
                <span className={styles.desk}>
                  <bdi>{contact}</bdi>
                </span>
                <Button weight="word" aria-disabled={doing.busy} onClick={() => ask(agency)}>
                  {say('traces.page.ask_owner')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
