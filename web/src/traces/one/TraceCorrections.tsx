import type { ReceivedCorrection } from '@proofmark/contract/schemas/correction'
import { useCallback } from 'react'
import { Section } from '../../common/Section.tsx'
import { Corrected } from '../../exchange/Corrected.tsx'
import { api } from '../../frame/api.ts'
import { type DeskCatalogue, DeskLanguage, useLanguage } from '../../frame/language.tsx'
import { useAsked } from '../../imports/useAsked.ts'

const CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/exchange.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/exchange.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/exchange.json', { with: { type: 'json' } }),
}

const fetchCorrections = (signal: AbortSignal) => api('correctionList', undefined, {}, signal)

/** What partners corrected of what this trace rests on; nothing where they corrected nothing. */
export function TraceCorrections({ trace }: { readonly trace: string }) {
  const [asked, again] = useAsked(useCallback(fetchCorrections, []))
  if (asked.kind !== 'answered') return null
  const touching = asked.answer.received.filter(({ traces }) => traces.some((each) => each.trace === trace))
  if (touching.length === 0) return null
  return (
    <DeskLanguage catalogue={CATALOGUE}>
      <Touching trace={trace} corrections={touching} onChanged={again} />
    </DeskLanguage>
  )
}

interface TouchingProps {
  readonly trace: string
  readonly corrections: readonly ReceivedCorrection[]
  readonly onChanged: () => void
}

function Touching({ trace, corrections, onChanged }: TouchingProps) {
  const { say } = useLanguage()
  return (
    <Section heading={say('correction.received')}>
      {corrections.map((each) => (
        <Corrected key={each.message} correction={each} only={trace} settles onChanged={onChanged} />
      ))}
    </Section>
  )
}
