import { LEAVING_REASONS, type LeavingReason } from '@proofmark/contract/case-desk-words'
import type { CaseCompartment, CaseMember } from '@proofmark/contract/schemas/case'
import { useState } from 'react'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { CaseForm } from './CaseForm.tsx'
import styles from './Cases.module.css'
import { LongText, OneOf } from './fields.tsx'
import { GROUNDS } from './grounds.ts'
import { type CaseProps, useCaseDoing } from './useCase.ts'

interface LetOutProps extends CaseProps {
  readonly compartment: CaseCompartment
  readonly member: CaseMember
}

/** Lets somebody out of a case or a compartment, for a reason of the list, which everybody reads in their language, or in words. */
export function LetOut({ shown, onChanged, compartment, member }: LetOutProps) {
  const { say } = useLanguage()
  const { change, ...doing } = useCaseDoing(onChanged)
  const [leaving, setLeaving] = useState<LeavingReason | ''>('')
  const [why, setWhy] = useState('')
  const place = compartment.name === null ? {} : { compartment: compartment.compartment }
  const none = leaving === '' && why.trim() === ''
  const letOut = (close: () => void) => {
    if (none) return false
    const reason = { ...(leaving === '' ? {} : { leaving }), ...(why.trim() === '' ? {} : { why: why.trim() }) }
    const said = { ...place, account: member.account, part: 'none' as const, ...reason, grounds: GROUNDS }
    change(() => api('caseLetIn', { case: shown.case, ...said }), close)
    return true
  }
  return (
    <CaseForm
      opens={say('cases.let_out')}
      label={`${say('cases.let_out')}: ${member.name}`}
      sends={say('cases.let_out')}
      {...doing}
      onSend={letOut}
    >
      {(tried) => (
        <>
          <p className={styles.told}>{say('cases.let_out_told', { name: member.name })}</p>
          <OneOf
            name="leaving"
            label={say('cases.why')}
            codes={LEAVING_REASONS}
            word={(code) => say(`case.leaving.${code}`)}
            value={leaving}
            none={say('cases.in_words')}
            onChange={setLeaving}
          />
          <LongText
            name="why"
            label={say('cases.reason_words')}
            value={why}
            most={500}
            missing={tried && none}
            onChange={setWhy}
          />
        </>
      )}
    </CaseForm>
  )
}
