import type { ListedAgency } from '@proofmark/contract/schemas/agency'
import { useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { SecondStep } from '../common/SecondStep.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api, sentenceOf } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import styles from './AgenciesPage.module.css'
import { CorrectDesk } from './CorrectDesk.tsx'
import { NameOverseer } from './NameOverseer.tsx'

interface ChangeAgencyProps {
  readonly agency: ListedAgency
  readonly nameable: readonly string[]
  /** A data steward names who oversees the custody of their own agency, and changes nothing else. */
  readonly administers: boolean
  readonly onChanged: () => void
}

interface Done {
  readonly sentence: string
  readonly undo: () => void
}

/** What is about the name, and stands at its field. */
const OF_THE_NAME: readonly string[] = ['value_not_listed', 'nobody_to_name', 'oversees_oneself']

/** What may be changed of an agency: its desk, and who oversees its custody. Each is written to the log. */
export function ChangeAgency({
  agency: { id, name, desk, overseer },
  nameable,
  administers,
  onChanged,
}: ChangeAgencyProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [done, setDone] = useState<Done | null>(null)
  const begin = (work: () => Promise<unknown>, sentence: string, undo: () => void) => {
    setDone(null)
    act(async () => {
      await work()
      setDone({ sentence, undo })
      onChanged()
    })
  }
  const correct = (from: string, to: string) =>
    begin(
      () => api('agencyCorrect', { agency: id, desk: to }),
      say('agencies.corrected', { agency: name, desk: to }),
      () => correct(to, from),
    )
  const oversee = (from: string | null, to: string | null) =>
    begin(
      () => api('overseerName', { agency: name, officer: to }),
      to === null ? say('agencies.unnamed', { agency: name }) : say('agencies.named', { agency: name, officer: to }),
      () => oversee(to, from),
    )
  const refused = error && OF_THE_NAME.includes(error.code)
  return (
    <div className={styles.change}>
      <p role="status">
        {done && (
          <>
            {done.sentence}{' '}
            <Button weight="word" aria-disabled={busy} onClick={done.undo}>
              {say('agencies.undo')}
            </Button>
          </>
        )}
      </p>
      {error && !refused && <Failed error={error} onAgain={again} kept={false} />}
      {administers && <CorrectDesk key={desk} desk={desk} busy={busy} onCorrect={(to) => correct(desk, to)} />}
      <NameOverseer
        key={overseer}
        nameable={nameable}
        overseer={overseer}
        busy={busy}
        refused={refused ? sentenceOf(say, error) : null}
        onName={(officer) => oversee(overseer, officer)}
      />
      {overseer !== null && (
        <p>
          <SecondStep
            word={say('agencies.unname', { officer: overseer })}
            told={say('agencies.unname_told', { agency: name })}
            act={say('agencies.unname', { officer: overseer })}
            busy={busy}
            onAct={() => oversee(overseer, null)}
          />
        </p>
      )}
    </div>
  )
}
