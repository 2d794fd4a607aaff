import type { CaseHolding, CaseListed } from '@proofmark/contract/schemas/case'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { newIdentifier } from '../../enter/identifier.ts'
import { api } from '../../frame/api.ts'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { CaseForm } from '../CaseForm.tsx'
import styles from '../Cases.module.css'
import { OneOf } from '../fields.tsx'
import { GROUNDS } from '../grounds.ts'
import { CasePicks } from './CasePicks.tsx'
import { type Givable, isThat } from './givable.ts'

interface GiveToCaseProps {
  readonly choices: readonly Givable[]
  /** Where it stands already. */
  readonly held: readonly CaseHolding[]
  readonly onChanged: () => void
}

interface Done {
  readonly case: Pick<CaseListed, 'case' | 'reference' | 'title'>
  readonly entry: string
  readonly undone: boolean
}

/** Gives something to one of the cases that the reader works in, says that it is done, and takes it back. */
export function GiveToCase({ choices, held, onChanged }: GiveToCaseProps) {
  const { say } = useLanguage()
  const doing = useDoing()
  const [place, setPlace] = useState('0')
  const [chosen, setChosen] = useState<CaseListed | null>(null)
  const [why, setWhy] = useState('')
  const [done, setDone] = useState<Done | null>(null)
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (done) line.current?.focus({ preventScroll: true })
  }, [done])
  // Sent again after its answer was lost, it is the same entry.
  const entry = useRef(newIdentifier())
  const item = choices[Number(place)] ?? choices[0]
  if (!item) return null
  const there = new Set(held.filter((each) => isThat(item, each)).map((each) => each.case))
  const give = (close: () => void) => {
    if (chosen === null || there.has(chosen.case)) return false
    const { kind, id, finding } = item
    const given = { kind, id, ...(finding && { finding }), ...(why.trim() && { why: why.trim() }) }
    doing.act(async () => {
      await api('caseGive', { case: chosen.case, entry: entry.current, item: given, grounds: GROUNDS })
      setDone({ case: chosen, entry: entry.current, undone: false })
      entry.current = newIdentifier()
      setChosen(null)
      setWhy('')
      close()
      onChanged()
    })
    return true
  }
  const wordOf = ({ kind, label, finding }: Givable) =>
    [finding ? `${say('cases.finding')}: ${say(`case.finding.${finding}`)}` : say(`case.item.${kind}`), label]
      .filter((part) => part !== null)
      .join(' · ')
  const undo = (of: Done) =>
    doing.act(async () => {
      await api('caseWithdraw', { case: of.case.case, entry: newIdentifier(), of: of.entry, grounds: GROUNDS })
      setDone({ ...of, undone: true })
      onChanged()
    })
  return (
    <div className={styles.gives}>
      <div role="status">
        {done && (
          <p ref={line} tabIndex={-1} className={styles.told}>
            {say(done.undone ? 'cases.given_undone' : 'cases.given_done')}{' '}
            <Go to={`/cases/${done.case.case}`}>
              <bdi>{done.case.title}</bdi>
            </Go>{' '}
            {!done.undone && (
              <Button weight="word" aria-disabled={doing.busy} onClick={() => undo(done)}>
                {say('cases.undo')}
              </Button>
            )}
          </p>
        )}
      </div>
      <CaseForm opens={say('cases.give_to')} sends={say('cases.do_give')} {...doing} onSend={give}>
        {(tried) => (
          <>
            {choices.length > 1 && (
              <OneOf
                name="what"
                label={say('cases.what')}
                codes={choices.map((_, at) => String(at))}
                word={(code) => wordOf(choices[Number(code)]!)}
                value={place}
                onChange={(code) => code && setPlace(code)}
              />
            )}
            <CasePicks chosen={chosen} there={there} missing={tried && chosen === null} onChoose={setChosen} />
            <TextField name="why" label={say('cases.why')} value={why} most={500} onChange={setWhy} />
          </>
        )}
      </CaseForm>
      {doing.error && done && <Failed error={doing.error} onAgain={doing.again} />}
    </div>
  )
}
