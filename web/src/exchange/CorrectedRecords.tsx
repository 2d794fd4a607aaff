import type { Session } from '@proofmark/contract/schemas/session'
import { Section } from '../common/Section.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { type DeskCatalogue, DeskLanguage, useLanguage } from '../frame/language.tsx'
import { type Asked, useAsked } from '../imports/useAsked.ts'
import { Corrected } from './Corrected.tsx'
import { EXCHANGE_READERS } from './roles.ts'

const CATALOGUE: DeskCatalogue = {
  en: () => import('@proofmark/contract/messages/en/exchange.json', { with: { type: 'json' } }),
  fr: () => import('@proofmark/contract/messages/fr/exchange.json', { with: { type: 'json' } }),
  ar: () => import('@proofmark/contract/messages/ar/exchange.json', { with: { type: 'json' } }),
}

const fetchCorrections = (signal: AbortSignal) => api('correctionList', undefined, {}, signal)
type Received = Awaited<ReturnType<typeof fetchCorrections>>['received']

interface CorrectedRecordsProps {
  readonly records: readonly string[]
  readonly session: Session
}

/** What partners corrected of what they told about these records, for whoever sees the exchange; nothing where they did not. */
export function CorrectedRecords({ records, session }: CorrectedRecordsProps) {
  return holdsOne(session, EXCHANGE_READERS) ? <Touching records={records} /> : null
}

const receivedOf = (asked: Asked<{ readonly received: Received }>): Received =>
  asked.kind === 'answered' ? asked.answer.received : []

function Touching({ records }: Pick<CorrectedRecordsProps, 'records'>) {
  const [asked] = useAsked(fetchCorrections)
  const here = new Set(records)
  const corrections = receivedOf(asked).flatMap((each) => {
    const traces = each.traces.filter((trace) => [...trace.asked, ...trace.made].some((record) => here.has(record)))
    return traces.length === 0 ? [] : [{ ...each, traces }]
  })
  if (corrections.length === 0) return null
  return (
    <DeskLanguage catalogue={CATALOGUE}>
      <Told corrections={corrections} />
    </DeskLanguage>
  )
}

function Told({ corrections }: { readonly corrections: Received }) {
  const { say } = useLanguage()
  return (
    <Section heading={say('correction.of_record')}>
      <p>{say('correction.earlier')}</p>
      {corrections.map((each) => (
        <Corrected key={`${each.partner} ${each.message}`} correction={each} settles={false} onChanged={() => {}} />
      ))}
    </Section>
  )
}
