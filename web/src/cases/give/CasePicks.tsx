import type { CaseListed } from '@proofmark/contract/schemas/case'
import { useId, useState } from 'react'
import { Bars } from '../../common/Bars.tsx'
import { Facts } from '../../common/Facts.tsx'
import { Failed } from '../../common/Failed.tsx'
import { Identifier } from '../../common/Identifier.tsx'
import { TextField } from '../../common/TextField.tsx'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import styles from './Give.module.css'
import { useChoices } from './useChoices.ts'

interface CasePicksProps {
  readonly chosen: CaseListed | null
  /** Cases that cannot be chosen, since it stands in them already. */
  readonly there?: ReadonlySet<string>
  /** One has to be chosen, and was not. */
  readonly missing: boolean
  readonly onChoose: (chosen: CaseListed) => void
}

const NOWHERE: ReadonlySet<string> = new Set()

/** One of the cases in which the reader may write: the last written in first, found by title or reference. */
export function CasePicks({ chosen, there = NOWHERE, missing, onChoose }: CasePicksProps) {
  const { say, figures } = useLanguage()
  const name = useId()
  const [typed, setTyped] = useState('')
  const { asked, again, offered, beyond } = useChoices(typed)
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} />
  const none = asked.kind === 'answered' && typed.trim() === '' && offered.length === 0
  if (none)
    return (
      <p>
        {say('cases.none_writable')} <Go to="/cases">{say('cases.open_new')}</Go>
      </p>
    )
  const shown = chosen === null || offered.some((each) => each.case === chosen.case) ? offered : [chosen, ...offered]
  return (
    <>
      {(beyond > 0 || typed !== '') && (
        <TextField name="case-named" label={say('cases.find_case')} value={typed} most={120} onChange={setTyped} />
      )}
      <fieldset className={styles.picks} aria-busy={asked.kind === 'asking'}>
        <legend className={styles.legend}>{say('cases.which_case')}</legend>
        {asked.kind === 'asking' && <Bars id="cases.asking" />}
        {shown.map((each) => (
          <label key={each.case} className={styles.pick}>
            <input
              type="radio"
              name={name}
              value={each.case}
              checked={chosen?.case === each.case}
              disabled={there.has(each.case)}
              onChange={() => onChoose(each)}
            />
            <span>
              <bdi>{each.title}</bdi>
              <span className={styles.under}>
                <Facts>
                  {[
                    <Identifier key="reference" mono>
                      {each.reference}
                    </Identifier>,
                    each.agency,
                    there.has(each.case) ? say('cases.there_already') : null,
                  ]}
                </Facts>
              </span>
            </span>
          </label>
        ))}
        {missing && (
          <p className={styles.missing}>
            <strong>{say('cases.missing_case')}</strong> {say('cases.missing_case_how')}
          </p>
        )}
        <p role="status" className={styles.more}>
          {asked.kind === 'answered' && offered.length === 0 && say('cases.none_named')}
          {beyond > 0 && say('cases.more_cases', { count: beyond, figure: figures.count(beyond) })}
        </p>
      </fieldset>
    </>
  )
}
