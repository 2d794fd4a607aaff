import { useRef, useState } from 'react'
import { TextField } from '../common/TextField.tsx'
import { newIdentifier } from '../enter/identifier.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { CaseForm } from './CaseForm.tsx'
import { Place } from './fields.tsx'
import { FindItem, useItemFinding } from './give/FindItem.tsx'
import { GROUNDS } from './grounds.ts'
import { type CaseProps, useCaseDoing } from './useCase.ts'

/** Gives the case what is looked up by its mark, number or reference: into the case as such, or into a compartment. */
export function GiveItem({ shown, onChanged }: CaseProps) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const finding = useItemFinding()
  const [why, setWhy] = useState('')
  const [compartment, setCompartment] = useState('')
  const entry = useRef(newIdentifier())
  const give = (close: () => void) => {
    const { chosen } = finding
    // Enter in the field looks for what was typed; it gives once something was chosen.
    if (chosen === null) {
      finding.look()
      return false
    }
    const { kind, id } = chosen
    const item = { kind, id, ...(why.trim() === '' ? {} : { why: why.trim() }) }
    const place = compartment === '' ? {} : { compartment }
    change(
      () => api('caseGive', { case: shown.case, entry: entry.current, ...place, item, grounds: GROUNDS }),
      () => {
        entry.current = newIdentifier()
        finding.choose(null)
        finding.setText('')
        setWhy('')
        close()
      },
    )
    return true
  }
  return (
    <CaseForm opens={say('cases.give')} sends={say('cases.do_give')} {...doing} onSend={give}>
      {(tried) => (
        <>
          <FindItem finding={finding} tried={tried} />
          <TextField name="why" label={say('cases.why')} value={why} most={500} onChange={setWhy} />
          <Place shown={shown} value={compartment} onChange={setCompartment} />
        </>
      )}
    </CaseForm>
  )
}
