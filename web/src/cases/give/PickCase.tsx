import type { CaseListed } from '@proofmark/contract/schemas/case'
import { Suspense } from 'react'
import { DeskLanguage } from '../../frame/language.tsx'
import { CasePicks } from './CasePicks.tsx'
import { GIVE_CATALOGUE } from './catalogue.ts'

interface PickCaseProps {
  readonly chosen: CaseListed | null
  readonly missing: boolean
  readonly onChoose: (chosen: CaseListed) => void
}

/** One of the reader's cases, on a page of another desk. */
export function PickCase(props: PickCaseProps) {
  return (
    <Suspense fallback={null}>
      <DeskLanguage catalogue={GIVE_CATALOGUE}>
        <CasePicks {...props} />
      </DeskLanguage>
    </Suspense>
  )
}
